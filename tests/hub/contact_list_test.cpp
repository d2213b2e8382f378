// SPDX-License-Identifier: Apache-2.0
#include "hub/contacts/contact_list.h"

#include <gtest/gtest.h>

#include "tests/support/hostile_texts.h"

namespace tertulia::hub {
namespace {

TEST(contact_list, has_a_row_for_each_as_it_was_typed) {
  const Table table =
      contact_table({{"id-1", "lisbon", "2027-05-11", {"Ana, Sousa", "ana@culture.example", "", true}}});
  EXPECT_EQ(to_csv(table),
            "visit,name,address,offer,for_others,day,id\r\n"
            "lisbon,\"Ana, Sousa\",ana@culture.example,,yes,2027-05-11,id-1\r\n");
}

TEST(contact_list, no_cell_is_a_formula_for_a_spreadsheet) {
  for (const std::string& formula : formulas()) {
    const std::string csv =
        to_csv(contact_table({{"id", formula, "2027-05-11", {formula, formula, formula, false}}}));
    std::size_t marked = 0;
    for (std::size_t at = csv.find("'" + formula); at != std::string::npos;
         at = csv.find("'" + formula, at + 1))
      ++marked;
    EXPECT_GE(marked, 4U) << csv;
  }
}

TEST(contact_list, what_a_visitor_typed_cannot_begin_a_row) {
  const Table table =
      contact_table({{"id", "lisbon", "2027-05-11", {"Ana\r\nlisbon,Eve", "12345", "=cmd", false}}});
  EXPECT_EQ(to_csv(table),
            "visit,name,address,offer,for_others,day,id\r\n"
            "lisbon,\"Ana\r\nlisbon,Eve\",12345,'=cmd,no,2027-05-11,id\r\n");
}

}  // namespace
}  // namespace tertulia::hub
