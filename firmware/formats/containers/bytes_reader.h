// SPDX-License-Identifier: Apache-2.0
// Reads little-endian numbers out of bytes, and nothing behind their end: what is not there is zero.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tertulia::formats {

[[nodiscard]] inline std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}
[[nodiscard]] inline std::uint16_t word_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(byte_at(bytes, at) | byte_at(bytes, at + 1) << 8);
}
[[nodiscard]] inline std::uint32_t long_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(word_at(bytes, at)) | static_cast<std::uint32_t>(word_at(bytes, at + 2))
                                                              << 16U;
}

}  // namespace tertulia::formats
