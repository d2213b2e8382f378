// SPDX-License-Identifier: Apache-2.0
// Reads the logo of a programme, an SVG or a PNG: small enough to carry in a pack, large enough for every
// screen. Runs in the import child, on bytes from outside; nothing is read but these bytes.
//
// Limits: 1 MiB; a PNG 8 million pixels; at most eight times as long as high, or high as long. An SVG may
// have neither texts, pictures, filters nor scripts in it, nor refer to anything outside of it.
#pragma once

#include <optional>

#include "firmware/domain/logo.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// At most kLargestLogo. None after a finding that something is wrong.
[[nodiscard]] std::optional<Logo> read_logo(const SourceFile& source, Findings& findings);

}  // namespace tertulia::formats
