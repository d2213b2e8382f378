// SPDX-License-Identifier: Apache-2.0
#include "hub/contacts/contact_list.h"

#include <utility>

namespace tertulia::hub {

std::string as_text_cell(std::string text) {
  if (text.find_first_of("=+-@\t\r\n") == 0) text.insert(0, 1, '\'');
  return text;
}

Table contact_table(const std::vector<OpenedContact>& contacts) {
  Table table{{"visit", "name", "address", "offer", "for_others", "day", "id"}, {}};
  for (const OpenedContact& each : contacts)
    table.rows.push_back({as_text_cell(each.visit), as_text_cell(each.contact.name),
                          as_text_cell(each.contact.address), as_text_cell(each.contact.offer),
                          each.contact.for_others ? "yes" : "no", each.day, each.id});
  return table;
}

}  // namespace tertulia::hub
