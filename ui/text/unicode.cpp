// SPDX-License-Identifier: Apache-2.0
#include "ui/text/unicode.h"

#include "firmware/domain/emphasis.h"
#include "firmware/domain/utf8.h"

namespace tertulia::ui {

DecodedText decode(std::string_view utf8) {
  DecodedText text;
  text.code_points.reserve(utf8.size());
  text.bytes.reserve(utf8.size() + 1);
  std::size_t at = 0;
  bool is_bold = false;
  each_code_point(utf8, [&](const CodePoint& next) {
    const std::size_t index = text.size();
    if (next.value == kBoldBegins || next.value == kBoldEnds) {
      is_bold = next.value == kBoldBegins;
    } else {
      text.bytes.push_back(static_cast<std::uint32_t>(at));
      text.code_points.push_back(next.value);
      if (is_bold && (text.bold.empty() || text.bold.back().end < index)) text.bold.push_back({index, index});
      if (is_bold) text.bold.back().end = index + 1;
    }
    at += next.bytes;
  });
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
