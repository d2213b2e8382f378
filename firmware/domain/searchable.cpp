// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/searchable.h"

#include <algorithm>
#include <array>

#include <utf8proc.h>

#include "firmware/domain/spoken_letters.h"
#include "firmware/domain/utf8.h"

namespace tertulia {
namespace {

constexpr auto kFold =
    static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                   UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
constexpr char32_t kTatweel = 0x640;  // makes an Arabic word longer, nothing else

// Unicode does not decompose these.
std::string_view plain_letter(char32_t letter) {
  switch (letter) {
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ø':
      return "o";
    case U'đ':
      return "d";
    case U'ł':
      return "l";
    case U'ı':
      return "i";
    case U'\u06CC':  // Farsi yeh
      return "\u064A";
    case U'\u06A9':  // keheh
      return "\u0643";
    default:
      return {};
  }
}

bool is_between(utf8proc_int32_t code_point) {
  const utf8proc_category_t category = utf8proc_category(code_point);
  return (category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO) ||
         (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_CC);
}

void append_blank(std::string& text) {
  if (!text.empty() && text.back() != ' ') text += ' ';
}

void append_folded(std::string& text, char32_t code_point) {
  std::array<utf8proc_int32_t, 32> parts{};  // the longest decomposition has 18
  int boundary = 0;
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), parts.data(),
                                             static_cast<utf8proc_ssize_t>(parts.size()), kFold, &boundary);
  for (utf8proc_ssize_t at = 0; at < std::min(count, static_cast<utf8proc_ssize_t>(parts.size())); ++at) {
    const utf8proc_int32_t part = parts[static_cast<std::size_t>(at)];
    const auto letter = static_cast<char32_t>(part);
    if (letter == kTatweel) continue;
    if (is_between(part))
      append_blank(text);
    else if (const std::string_view plain = plain_letter(letter); !plain.empty())
      text += plain;
    else
      append_code_point(text, letter_as_spoken(letter));
  }
}

}  // namespace

std::string searchable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte >= 'A' && byte <= 'Z') {
      out += static_cast<char>(byte - 'A' + 'a');
      text.remove_prefix(1);
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {  // most are
      out += text.front();
      text.remove_prefix(1);
    } else {
      const CodePoint next = first_code_point(text);
      text.remove_prefix(next.bytes);
      append_folded(out, next.value);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace tertulia
