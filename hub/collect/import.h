// SPDX-License-Identifier: Apache-2.0
// Imports what `tertulia export` wrote on a device: FILE.jsonl with one CloudEvent in structured JSON per
// line, and FILE.jsonl.sha256 beside it. Each line is stored like a message from the broker: once, or in the
// quarantine. Nothing is acknowledged; a device gets its receipts when it sends the same events itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "firmware/domain/message.h"
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

// A line as the message that its device would have sent. Errors: it is no JSON object; it names no device or
// no kind of event.
[[nodiscard]] Result<Message> message_of_line(std::string_view line);

// Stores batches of 500 lines. A line that is refused or goes into the quarantine is logged as "FILE:LINE:
// why", without its content. Errors: the file cannot be read; the database refuses. The batches before stay,
// and importing them again does no harm.
[[nodiscard]] Result<ImportCounts> import_file(const std::string& file, Database& database,
                                               const Clock& clock, const Log& log);

}  // namespace tertulia::hub
