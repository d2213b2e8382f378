// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/words.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "firmware/domain/spoken_letters.h"
#include "firmware/domain/utf8.h"
#include "firmware/formats/text/slug.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

bool is_in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// Vowel marks, and the stroke that only widens a word.
bool is_arabic_mark(char32_t c) { return is_in(c, 0x064B, 0x0652) || c == 0x0670 || c == 0x0640; }

bool is_separator(char32_t c) {
  if (c < 0x80) return !(is_in(c, '0', '9') || is_in(c, 'a', 'z'));
  return c < 0xC0 || c == 0xD7 || c == 0xF7 || is_in(c, 0x2000, 0x2BFF) || is_in(c, 0x3000, 0x303F) ||
         is_in(c, 0xFE00, 0xFE0F) || is_in(c, 0xFF00, 0xFF0F) || is_in(c, 0x1361, 0x1368) || c == 0x060C ||
         c == 0x061B || c == 0x061F || c == kReplacement || c >= 0x1F000;
}

void add_word(std::vector<std::string>& words, std::string& word) {
  constexpr std::string_view kArticle = "ال";
  constexpr std::size_t kThreeLetters = 6;
  if (word.starts_with(kArticle) && word.size() >= kArticle.size() + kThreeLetters)
    word.erase(0, kArticle.size());
  if (!word.empty()) words.push_back(std::exchange(word, {}));
}

// Where a part of a title ends. `before` and `next` are the characters around it.
bool ends_part(char32_t c, char32_t before, char32_t next) {
  constexpr std::u32string_view kAlways = U"()[]{}<>:|/;\n（）【】：፡፦–—";
  if (kAlways.find(c) != std::u32string_view::npos) return true;
  return c == '-' && (before == ' ' || next == ' ');
}

}  // namespace

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  each_code_point(to_plain_latin(plain_typography(text)), [&](const CodePoint& next) {
    const char32_t c = letter_as_spoken(next.value);
    if (is_arabic_mark(c)) return;
    if (is_separator(c))
      add_word(words, word);
    else
      append_code_point(word, c);
  });
  add_word(words, word);
  return words;
}

std::vector<std::vector<std::string>> plain_parts(std::string_view title) {
  std::vector<CodePoint> all;
  const std::string plain = plain_typography(title);
  each_code_point(plain, [&](const CodePoint& next) { all.push_back(next); });
  std::vector<std::vector<std::string>> parts;
  std::string part;
  const auto end_part = [&] {
    if (auto words = plain_words(std::exchange(part, {})); !words.empty()) parts.push_back(std::move(words));
  };
  for (std::size_t at = 0; at < all.size(); ++at) {
    const char32_t before = at == 0 ? ' ' : all[at - 1].value;
    const char32_t next = at + 1 == all.size() ? ' ' : all[at + 1].value;
    if (ends_part(all[at].value, before, next))
      end_part();
    else
      append_code_point(part, all[at].value);
  }
  end_part();
  return parts;
}

bool is_word_of(std::string_view list, std::string_view word) {
  return !word.empty() && list.find(" " + std::string(word) + " ") != std::string_view::npos;
}

}  // namespace tertulia::formats
