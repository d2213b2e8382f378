// SPDX-License-Identifier: Apache-2.0
// A damaged database: set aside, and read as far as it can be read. SQLite's own `.recover` may find more in
// the file that was set aside; this looks for what must not be lost.
#pragma once

#include <cstdint>
#include <string>

#include "drivers/sqlite/connection/database.h"

namespace tertulia::sqlite {

// A damaged NAME becomes a sound one in three steps, so that a power cut in any of them loses nothing: what
// can be read is written to NAME.recovering; that is renamed to NAME.recovered; NAME is set aside and
// NAME.recovered takes its place. Each name is safe on the disk before the next one changes.
[[nodiscard]] std::string recovering_path(const std::string& path);

// The file beside NAME that says to the next opening: damage was met, check the database whole.
[[nodiscard]] std::string suspect_path(const std::string& path);

struct Recovered {
  std::uint64_t waiting = 0;      // events that the hub has not taken over
  std::uint64_t submissions = 0;  // of any state but open
  std::uint64_t drafts = 0;
  std::uint64_t timers = 0;
};

// Copies what can be read of the database at `path` into `fresh`, which is empty and of the current schema. A
// part that cannot be read is left out; an error means that `fresh` could not be written.
[[nodiscard]] Result<Recovered> recover(const std::string& path, Database& fresh);

// NAME.recovering, closed and complete, is now NAME.recovered.
Outcome complete_recovery(const std::string& path);

// Copies NAME and NAME-wal to NAME.corrupt-<n>...; NAME stays. Returns the name of the copy.
[[nodiscard]] Result<std::string> copy_aside(const std::string& path);

// The last step, when there is a NAME.recovered: NAME, NAME-wal and NAME-shm become NAME.corrupt-<n>..., and
// nothing is deleted. Returns the name of what was set aside; empty when there was nothing to do.
[[nodiscard]] Result<std::string> replace_by_recovered(const std::string& path);

}  // namespace tertulia::sqlite
