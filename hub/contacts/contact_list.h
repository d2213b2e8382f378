// SPDX-License-Identifier: Apache-2.0
// The opened contacts as a table, for the programme's office. Pure.
#pragma once

#include <string>
#include <vector>

#include "firmware/domain/contact.h"
#include "hub/numbers/table.h"

namespace tertulia::hub {

struct OpenedContact {
  std::string id;
  std::string visit;
  std::string day;  // 2027-05-11
  Contact contact;
};

// A spreadsheet takes a cell that begins with = + - @, a tabulator or a line break for a formula: such a cell
// gets an apostrophe, which makes it a text.
[[nodiscard]] std::string as_text_cell(std::string text);

// Columns visit, name, address, offer (and what the person looks for), for_others (yes or no), day, id; as
// people typed them.
[[nodiscard]] Table contact_table(const std::vector<OpenedContact>& contacts);

}  // namespace tertulia::hub
