// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/xml_text.h"

#include "firmware/domain/utf8.h"

namespace tertulia::formats {
namespace {

std::string_view xml_reference(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return {};
  }
}

bool has_no_place_in_xml(char32_t c) { return c < ' ' || c == 0xFFFE || c == 0xFFFF; }

}  // namespace

std::string xml_text(std::string_view text) {
  std::string result;
  each_code_point(text, [&](const CodePoint& next) {
    const std::string_view reference = xml_reference(next.value);
    if (!reference.empty())
      result += reference;
    else
      append_code_point(result, has_no_place_in_xml(next.value) ? kReplacement : next.value);
  });
  return result;
}

}  // namespace tertulia::formats
