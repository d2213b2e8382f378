// SPDX-License-Identifier: Apache-2.0
// Reads a damaged database as far as it can be read. SQLite's own `.recover` may find more in the file; this
// looks for what must not be lost: answers, what waits for the hub, words of the rooms and high-water marks.
#pragma once

#include <cstdint>
#include <string>

#include "drivers/sqlite/connection/database.h"

namespace tertulia::sqlite {

struct Salvaged {
  std::uint64_t waiting = 0;      // events that the hub has not taken over
  std::uint64_t submissions = 0;  // closed ones: submitted or abandoned
  std::uint64_t drafts = 0;
  std::uint64_t room_words = 0;
};

// Copies what can be read of the database at `path` into `fresh`, which is empty and has the current tables.
// The damaged file stays as it is. What cannot be read is left out; an error means that `fresh` could not be
// written.
[[nodiscard]] Result<Salvaged> salvage(const std::string& path, Database& fresh);

}  // namespace tertulia::sqlite
