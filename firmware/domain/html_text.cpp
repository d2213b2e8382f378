// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/html_text.h"

#include "firmware/domain/unseen_characters.h"
#include "firmware/domain/utf8.h"

namespace tertulia {
namespace {

std::string_view reference_for(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\r':  // a parser would make a line feed of it
      return "&#13;";
    default:
      return {};
  }
}

bool has_no_place(char32_t c) {
  const bool is_white = c == '\t' || c == '\n' || c == '\r';
  return (is_control(c) && !is_white) || is_bidi_frame(c) || (c & 0xFFFEU) == 0xFFFE ||
         (c >= 0xFDD0 && c <= 0xFDEF);
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_code_point(text, [&](const CodePoint& next) {
    const std::string_view reference = reference_for(next.value);
    if (reference.empty())
      append_code_point(out, has_no_place(next.value) ? kReplacement : next.value);
    else
      out += reference;
  });
  return out;
}

}  // namespace tertulia
