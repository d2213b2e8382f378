// SPDX-License-Identifier: Apache-2.0
// What stands in a database, read with plain SQL past the store.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "tests/powercut/disk.h"

namespace tertulia::powercut {

using Lines = std::vector<std::string>;  // sorted; two stores with the same lines hold the same

struct SeenSubmission {
  std::string id;
  std::string state;
  std::string answers;
  bool acknowledged = false;
};
struct SeenRow {
  std::string epoch;
  std::uint64_t seq = 0;
  std::string event_id;
  std::string body;
};
struct Seen {
  std::string integrity;  // "ok"
  std::vector<SeenSubmission> submissions;
  std::vector<SeenRow> rows;
  std::vector<SeenRow> kept;  // what the hub has, and is not yet purged
  Lines others;               // words of rooms, counters, labels
};

// The database may be open elsewhere in this program, and must be in the current schema.
[[nodiscard]] Result<Seen> see(const std::string& path);
[[nodiscard]] Lines lines_of(const Seen& seen);
// Empty: none.
[[nodiscard]] std::string first_difference(const Lines& wanted, const Lines& found);

[[nodiscard]] Image read_folder(const std::string& folder);
void write_folder(const std::string& folder, const Image& image);  // and nothing else stays in it

}  // namespace tertulia::powercut
