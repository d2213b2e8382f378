// SPDX-License-Identifier: Apache-2.0
#include "hub/contacts/contact_list.h"

namespace tertulia::hub {

Table contact_table(const std::vector<OpenedContact>& contacts) {
  Table table{{"visit", "name", "address", "offer", "for_others", "day", "id"}, {}};
  for (const OpenedContact& each : contacts)
    table.rows.push_back({each.visit, each.contact.name, each.contact.address, each.contact.offer,
                          each.contact.for_others ? "yes" : "no", each.day, each.id});
  return table;
}

}  // namespace tertulia::hub
