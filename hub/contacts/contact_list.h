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

// Columns visit, name, address, offer (and what the person looks for), for_others (yes or no), day, id; as
// people typed them.
[[nodiscard]] Table contact_table(const std::vector<OpenedContact>& contacts);

}  // namespace tertulia::hub
