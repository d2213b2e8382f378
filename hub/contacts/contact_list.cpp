// SPDX-License-Identifier: Apache-2.0
#include "hub/contacts/contact_list.h"

#include "firmware/domain/csv_text.h"

namespace tertulia::hub {

Table contact_table(const std::vector<OpenedContact>& contacts) {
  Table table{{"visit", "name", "address", "offer", "for_others", "day", "id"}, {}};
  for (const OpenedContact& each : contacts)
    table.rows.push_back({with_formula_mark(each.visit), with_formula_mark(each.contact.name),
                          with_formula_mark(each.contact.address), with_formula_mark(each.contact.offer),
                          each.contact.for_others ? "yes" : "no", each.day, each.id});
  return table;
}

}  // namespace tertulia::hub
