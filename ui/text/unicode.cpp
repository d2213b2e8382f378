// SPDX-License-Identifier: Apache-2.0
#include "ui/text/unicode.h"

namespace tertulia::ui {
namespace {

// How a lead byte goes on: the number of bytes that follow and the range of the first of them, which rules
// out overlong forms, surrogates and values above U+10FFFF (table 3-7 of the Unicode Standard).
struct Lead {
  int trailing = -1;
  std::uint8_t low = 0x80;
  std::uint8_t high = 0xBF;
};

Lead classify(std::uint8_t byte) {
  if (byte < 0x80) return {0};
  if (byte >= 0xC2 && byte <= 0xDF) return {1};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {};
}

// Reads one code point and moves `at` behind it, or behind what was broken.
std::uint32_t read_one(std::string_view utf8, std::size_t& at) {
  const auto byte = static_cast<std::uint8_t>(utf8[at++]);
  Lead lead = classify(byte);
  if (lead.trailing <= 0) return lead.trailing == 0 ? byte : kReplacement;
  std::uint32_t value = byte & (0x3Fu >> lead.trailing);
  for (int i = 0; i < lead.trailing; ++i) {
    if (at >= utf8.size()) return kReplacement;
    const auto next = static_cast<std::uint8_t>(utf8[at]);
    if (next < lead.low || next > lead.high) return kReplacement;
    value = value << 6 | (next & 0x3Fu);
    lead.low = 0x80;
    lead.high = 0xBF;
    ++at;
  }
  return value;
}

}  // namespace

DecodedText decode(std::string_view utf8) {
  DecodedText text;
  text.code_points.reserve(utf8.size());
  text.bytes.reserve(utf8.size() + 1);
  for (std::size_t at = 0; at < utf8.size();) {
    text.bytes.push_back(static_cast<std::uint32_t>(at));
    text.code_points.push_back(read_one(utf8, at));
  }
  text.bytes.push_back(static_cast<std::uint32_t>(utf8.size()));
  return text;
}

bool is_bidi_control(std::uint32_t code_point) {
  return code_point == 0x061C || code_point == 0x200E || code_point == 0x200F ||
         (code_point >= 0x202A && code_point <= 0x202E) || (code_point >= 0x2066 && code_point <= 0x2069);
}

bool hangs_at_line_end(std::uint32_t code_point) {
  return code_point == ' ' || code_point == '\t' || code_point == 0x1680 || code_point == 0x205F ||
         code_point == 0x3000 || (code_point >= 0x2000 && code_point <= 0x200B && code_point != 0x2007);
}

bool ends_line(std::uint32_t code_point) {
  return (code_point >= 0x0A && code_point <= 0x0D) || code_point == 0x85 || code_point == 0x2028 ||
         code_point == 0x2029;
}

bool is_control(std::uint32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
}

}  // namespace tertulia::ui
