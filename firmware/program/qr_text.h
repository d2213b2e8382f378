// SPDX-License-Identifier: Apache-2.0
// Makes QR codes (ISO/IEC 18004) from a text, and prints them on a terminal, two rows of modules in one line.
#pragma once

#include <string>

#include "firmware/domain/qr_code.h"
#include "firmware/domain/result.h"

namespace tertulia {

// Errors: the text is too long (about 2900 bytes).
[[nodiscard]] Result<QrCode> qr_code(const std::string& text);

// Dark on light, also on a dark terminal, with its quiet zone.
[[nodiscard]] std::string qr_text(const QrCode& code);

}  // namespace tertulia
