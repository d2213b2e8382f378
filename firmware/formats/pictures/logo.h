// SPDX-License-Identifier: Apache-2.0
// Reads the logo of a programme: small enough to carry in a pack, large enough for every screen. At most
// eight times as long as high, or high as long; else as picture_file.h says.
#pragma once

#include <optional>

#include "firmware/domain/picture.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// At most kLargestLogo. None after a finding that something is wrong.
[[nodiscard]] std::optional<Picture> read_logo(const SourceFile& source, Findings& findings);

}  // namespace tertulia::formats
