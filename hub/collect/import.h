// SPDX-License-Identifier: Apache-2.0
// Imports what `tertulia export` wrote on a device: FILE.jsonl with one CloudEvent in structured JSON per
// line, and FILE.jsonl.signature beside it. A file that an enrolled device has signed is stored like its
// messages from the broker: each line once, or in the quarantine. Of any other file nothing is taken, unless
// a person vouches for it; then it fills gaps only (hub/store/unconfirmed.h). Nothing is acknowledged; a
// device gets its receipts when it sends the same events itself. Decision 120.
#pragma once

#include <cstdint>
#include <string>

#include "firmware/domain/result.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/log.h"
#include "hub/store/database.h"

namespace tertulia::hub {

struct ImportTrust {
  std::string authority;        // folder of `tertulia-hub authority`; empty: no signature can be checked
  bool takes_unsigned = false;  // a person knows where the file comes from
};

struct ImportCounts {
  std::uint64_t fresh = 0;      // stored now
  std::uint64_t held = 0;       // were stored already
  std::uint64_t set_aside = 0;  // in the quarantine, for a person to look at
  std::uint64_t refused = 0;    // no events, or not believed, or no room for them: stored nowhere
  bool is_altered = false;      // not signed, and file and .sha256 differ
  bool is_signed = false;       // by a device that is enrolled
};

// Stores batches of 500 lines. A line that is refused or goes into the quarantine is logged as "FILE:LINE:
// why", without its content. The file is copied before it is looked at: what is checked is what is stored.
// Errors: the file cannot be read, or copied to the folder of temporary files; nobody vouches for it; the
// database refuses. Batches that were stored before the error stay stored; importing them again does no harm.
[[nodiscard]] Result<ImportCounts> import_file(const std::string& file, Database& database,
                                               const Clock& clock, const Log& log, const ImportTrust& trust);

}  // namespace tertulia::hub
