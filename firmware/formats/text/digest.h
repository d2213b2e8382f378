// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4), as lower-case hex.
#pragma once

#include <string>
#include <string_view>

namespace tertulia::formats {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace tertulia::formats
