// SPDX-License-Identifier: Apache-2.0
// Imports what `tertulia export` wrote on a device: FILE.jsonl with one CloudEvent in structured JSON per
// line, and FILE.jsonl.sha256 beside it. Each line is stored like a message from the broker: once, or in the
// quarantine. Nothing is acknowledged; a device gets its receipts when it sends the same events itself.
#pragma once

#include <cstdint>
#include <string>

#include "firmware/domain/result.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/log.h"
#include "hub/store/database.h"

namespace tertulia::hub {

struct ImportCounts {
  std::uint64_t fresh = 0;      // stored now
  std::uint64_t held = 0;       // were stored already
  std::uint64_t set_aside = 0;  // in the quarantine, for a person to look at
  std::uint64_t refused = 0;    // no events, or no room for them: stored nowhere
  bool is_altered = false;      // file and .sha256 differ, or .sha256 is missing
};

// Stores batches of 500 lines. A line that is refused or goes into the quarantine is logged as "FILE:LINE:
// why", without its content. Errors: the file cannot be read; the database refuses. Batches that were stored
// before the error stay stored; importing them again does no harm.
[[nodiscard]] Result<ImportCounts> import_file(const std::string& file, Database& database,
                                               const Clock& clock, const Log& log);

}  // namespace tertulia::hub
