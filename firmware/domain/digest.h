// SPDX-License-Identifier: Apache-2.0
// Bytes as hexadecimal digits, and SHA-256 (FIPS 180-4). With libsodium. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tertulia {

// Two lower-case digits for each byte.
[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> bytes);
// Fills `bytes` from two digits for each, in either case. False when `text` is anything else; `bytes` is then
// undefined.
[[nodiscard]] bool from_hex(std::string_view text, std::span<std::uint8_t> bytes);

// SHA-256 of `bytes`, as to_hex() writes it.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace tertulia
