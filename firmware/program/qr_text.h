// SPDX-License-Identifier: Apache-2.0
// QR codes (ISO/IEC 18004): made of a text, and written for a terminal, two rows of it in one line of text.
#pragma once

#include <string>

#include "firmware/domain/qr_code.h"
#include "firmware/domain/result.h"

namespace tertulia {

// Errors: the text is too long (about 2900 bytes).
[[nodiscard]] Result<QrCode> qr_code(const std::string& text);

// Dark on light, also on a dark terminal, with the quiet zone.
[[nodiscard]] std::string qr_text(const QrCode& code);

}  // namespace tertulia
