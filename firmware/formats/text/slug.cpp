// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/slug.h"

#include <algorithm>
#include <array>

#include "firmware/domain/digest.h"
#include "firmware/domain/utf8.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// U+00C0 to U+017F as ASCII, in order; '*' is no letter.
constexpr std::array<std::string_view, 192> kLatin{
    "a", "a", "a",  "a",  "a", "a", "ae", "c",  "e",  "e", "e", "e", "i",  "i",  "i", "i", "d", "n",
    "o", "o", "o",  "o",  "o", "*", "o",  "u",  "u",  "u", "u", "y", "th", "ss", "a", "a", "a", "a",
    "a", "a", "ae", "c",  "e", "e", "e",  "e",  "i",  "i", "i", "i", "d",  "n",  "o", "o", "o", "o",
    "o", "*", "o",  "u",  "u", "u", "u",  "y",  "th", "y", "a", "a", "a",  "a",  "a", "a", "c", "c",
    "c", "c", "c",  "c",  "c", "c", "d",  "d",  "d",  "d", "e", "e", "e",  "e",  "e", "e", "e", "e",
    "e", "e", "g",  "g",  "g", "g", "g",  "g",  "g",  "g", "h", "h", "h",  "h",  "i", "i", "i", "i",
    "i", "i", "i",  "i",  "i", "i", "ij", "ij", "j",  "j", "k", "k", "k",  "l",  "l", "l", "l", "l",
    "l", "l", "l",  "l",  "l", "n", "n",  "n",  "n",  "n", "n", "n", "n",  "n",  "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r",  "r",  "r",  "r", "s", "s", "s",  "s",  "s", "s", "s", "s",
    "t", "t", "t",  "t",  "t", "t", "u",  "u",  "u",  "u", "u", "u", "u",  "u",  "u", "u", "u", "u",
    "w", "w", "y",  "y",  "y", "z", "z",  "z",  "z",  "z", "z", "s"};

bool is_mark(char32_t c) { return c >= 0x0300 && c <= 0x036F; }  // combining, after a decomposed letter

// Punctuation, symbols and pictures: they separate words and say nothing that a slug must keep.
bool parts_words(char32_t c) {
  return c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c >= 0x1F000;
}

bool is_plain(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

bool is_slug(std::string_view text) {
  return !text.empty() && text.size() <= kLongestSlug && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string to_plain_latin(std::string_view text) {
  std::string plain;
  each_code_point(text, [&](const CodePoint& next) {
    const char32_t c = next.value;
    if (c >= 0xC0 && c < 0xC0 + kLatin.size() && kLatin[c - 0xC0] != "*") {
      plain += kLatin[c - 0xC0];
    } else if (next.is_valid && !is_mark(c)) {
      append_code_point(plain, c);
    }
  });
  return lower_ascii(plain);
}

std::optional<std::string> slug_of(std::string_view title) {
  std::string slug;
  bool is_latin = true;
  each_code_point(to_plain_latin(title), [&](const CodePoint& next) {
    const char32_t c = next.value;
    if (is_plain(c))
      slug += static_cast<char>(c);
    else if (!parts_words(c))
      is_latin = false;
    else if (c != '\'' && c != 0x2019 && !slug.empty() && slug.back() != '-')
      slug += '-';
  });
  if (!is_latin) return std::nullopt;
  slug = slug.substr(0, kLongestSlug);
  while (slug.ends_with('-')) slug.pop_back();
  if (slug.empty()) return std::nullopt;
  return slug;
}

std::string opaque_slug(std::string_view id) { return "session-" + sha256_hex(id).substr(0, 8); }

std::string with_suffix(std::string_view slug, std::string_view suffix) {
  std::string cut(slug.substr(0, kLongestSlug - suffix.size() - 1));
  while (cut.ends_with('-')) cut.pop_back();
  return cut + "-" + std::string(suffix);
}

}  // namespace tertulia::formats
