// SPDX-License-Identifier: Apache-2.0
// A QR code (ISO/IEC 18004) for a terminal, two rows of it in one line of text.
#pragma once

#include <string>

#include "firmware/domain/result.h"

namespace tertulia {

// Dark on light, also on a dark terminal. Errors: the text is too long (about 2900 bytes).
[[nodiscard]] Result<std::string> qr_text(const std::string& text);

}  // namespace tertulia
