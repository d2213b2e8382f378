// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/emphasis.h"

#include "firmware/domain/utf8.h"

namespace tertulia {
namespace {

constexpr std::string_view kSharedBytes = "\xEF\xB7";  // both begin so

bool is_mark(char32_t code_point) { return code_point == kBoldBegins || code_point == kBoldEnds; }

}  // namespace

std::string in_bold(std::string_view words) {
  std::string text;
  append_code_point(text, kBoldBegins);
  text += words;
  append_code_point(text, kBoldEnds);
  return text;
}

bool has_bold_words(std::string_view text) {
  for (std::size_t at = text.find(kSharedBytes); at != std::string_view::npos;
       at = text.find(kSharedBytes, at + 1))
    if (first_code_point(text.substr(at)).value == kBoldBegins) return true;
  return false;
}

std::string without_bold_marks(std::string_view text) {
  std::string plain;
  for (std::string_view rest = text; !rest.empty();) {
    const CodePoint next = first_code_point(rest);
    if (!is_mark(next.value)) plain += rest.substr(0, next.bytes);
    rest.remove_prefix(next.bytes);
  }
  return plain;
}

}  // namespace tertulia
