// SPDX-License-Identifier: Apache-2.0
// The least that a database can do with answers: batches inserted in one transaction each, by the library
// itself and with the hub's durability, into a table made like the hub's. Nothing looks at what was there
// before.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"
#include "hub/arrival/arrival.h"

namespace tertulia::bench {

inline bool is_postgresql(std::string_view database) { return database.starts_with("postgresql://"); }

// `database`: a file that is not there yet, or the address of a server, which is left as it was.
[[nodiscard]] Outcome bare_insert(const std::string& database,
                                  const std::vector<std::vector<hub::FeedbackRow>>& batches);

}  // namespace tertulia::bench
