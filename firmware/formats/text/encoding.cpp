// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/encoding.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "firmware/domain/utf8.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::string_view kBigEndianMark("\xFE\xFF", 2);
constexpr std::string_view kLittleEndianMark("\xFF\xFE", 2);

// 0x80 to 0x9F of Windows-1252; the five bytes that it leaves out are the controls of Latin-1.
constexpr std::array<char32_t, 32> kWindows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

struct ZeroBytes {
  std::size_t even = 0;
  std::size_t odd = 0;
};

// Of the first characters: enough to tell, and no binary file is searched to its end.
ZeroBytes zeros_in(std::string_view bytes) {
  ZeroBytes zeros;
  const std::size_t seen = std::min<std::size_t>(bytes.size(), 64);
  for (std::size_t at = 0; at < seen; ++at)
    if (bytes[at] == '\0') ++(at % 2 == 0 ? zeros.even : zeros.odd);
  return zeros;
}

bool is_big_endian(std::string_view bytes) {
  if (bytes.starts_with(kBigEndianMark)) return true;
  if (bytes.starts_with(kLittleEndianMark)) return false;
  const ZeroBytes zeros = zeros_in(bytes);
  return zeros.even > zeros.odd;
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

std::string_view name_of(Encoding encoding) {
  if (encoding == Encoding::kUtf16) return "UTF-16";
  return encoding == Encoding::kUtf8 ? "UTF-8" : "Windows-1252";
}

bool is_utf16(std::string_view bytes) {
  if (bytes.size() < 2) return false;
  if (bytes.starts_with(kBigEndianMark) || bytes.starts_with(kLittleEndianMark)) return true;
  const std::size_t characters = std::min<std::size_t>(bytes.size(), 64) / 2;
  const ZeroBytes zeros = zeros_in(bytes);
  return std::min(zeros.even, zeros.odd) == 0 && std::max(zeros.even, zeros.odd) * 2 > characters;
}

std::string utf8_from_utf16(std::string_view bytes) {
  const bool is_big = is_big_endian(bytes);
  if (bytes.starts_with(kBigEndianMark) || bytes.starts_with(kLittleEndianMark)) bytes.remove_prefix(2);
  const auto unit_at = [&](std::size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return is_big ? static_cast<char32_t>(first << 8U | second) : static_cast<char32_t>(second << 8U | first);
  };
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t value = unit_at(at);
    if (is_high_surrogate(value) && at + 3 < bytes.size() && is_low_surrogate(unit_at(at + 2))) {
      value = 0x10000 + ((value - 0xD800) << 10U) + (unit_at(at + 2) - 0xDC00);
      at += 2;
    } else if (is_high_surrogate(value) || is_low_surrogate(value)) {
      value = kReplacement;
    }
    append_code_point(text, value);
  }
  return text;
}

std::string utf8_from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    const bool is_windows = value >= 0x80 && value < 0xA0;
    append_code_point(text, is_windows ? kWindows1252[value - 0x80U] : static_cast<char32_t>(value));
  }
  return text;
}

DecodedText decoded(std::string_view bytes) {
  if (is_utf16(bytes)) return {std::string(without_bom(utf8_from_utf16(bytes))), Encoding::kUtf16};
  if (is_utf8(bytes)) return {std::string(without_bom(bytes)), Encoding::kUtf8};
  return {utf8_from_windows_1252(bytes), Encoding::kWindows1252};
}

}  // namespace tertulia::formats
