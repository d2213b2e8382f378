// SPDX-License-Identifier: Apache-2.0
// Takes in what `tertulia export` wrote on a device: FILE.jsonl, one CloudEvent in structured JSON a line,
// and FILE.jsonl.sha256 beside it. The lines go the way of arrivals from the bus: each once, marks and
// quarantine alike. Nothing is acknowledged: a device gets its receipts when it sends the same itself.
#pragma once

#include <cstdint>
#include <string>

#include "firmware/domain/result.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/log.h"
#include "hub/store/database.h"

namespace tertulia::hub {

struct ImportCounts {
  std::uint64_t fresh = 0;      // held now
  std::uint64_t held = 0;       // before
  std::uint64_t set_aside = 0;  // in the quarantine, for a person to look at
  std::uint64_t refused = 0;    // not taken; they are in the file alone
  bool is_altered = false;      // the digest is another one, or is missing
};

// In batches of 500. Each line that is not taken as it is is logged as "FILE:LINE: why", without anything
// that stands in it. Errors: the file cannot be read; the database refuses. What was taken before stays, and
// taking it again does no harm.
[[nodiscard]] Result<ImportCounts> import_file(const std::string& file, Database& database,
                                               const Clock& clock, const Log& log);

}  // namespace tertulia::hub
