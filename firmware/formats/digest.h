// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4).
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/slip.h"

namespace tertulia::formats {

[[nodiscard]] Hash sha256(std::string_view bytes);
[[nodiscard]] std::string sha256_hex(std::string_view bytes);  // lower case

}  // namespace tertulia::formats
