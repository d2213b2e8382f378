// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdint>

#include "firmware/domain/text.h"

namespace tertulia {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kJoiner = 0x200D;

struct Span {
  char32_t first;
  char32_t last;
};

// Marks that belong to the character before them (Unicode 15, Grapheme_Extend and SpacingMark), sorted; of
// the Indic scripts only Devanagari.
constexpr std::array<Span, 36> kMarks = {{
    {0x0300, 0x036F},   {0x0483, 0x0489}, {0x0591, 0x05BD},   {0x05BF, 0x05BF},   {0x05C1, 0x05C2},
    {0x05C4, 0x05C5},   {0x05C7, 0x05C7}, {0x0610, 0x061A},   {0x064B, 0x065F},   {0x0670, 0x0670},
    {0x06D6, 0x06DC},   {0x06DF, 0x06E4}, {0x06E7, 0x06E8},   {0x06EA, 0x06ED},   {0x0711, 0x0711},
    {0x0730, 0x074A},   {0x08CA, 0x08E1}, {0x08E3, 0x0903},   {0x093A, 0x093C},   {0x093E, 0x094F},
    {0x0E31, 0x0E31},   {0x0E33, 0x0E3A}, {0x0E47, 0x0E4E},   {0x135D, 0x135F},   {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF},   {0x200C, 0x200D}, {0x20D0, 0x20F0},   {0x302A, 0x302F},   {0x3099, 0x309A},
    {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F}, {0x1E8D0, 0x1E8D6}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F},
    {0xE0100, 0xE01EF},
}};

bool is_mark(char32_t point) {
  const auto after = std::upper_bound(kMarks.begin(), kMarks.end(), point,
                                      [](char32_t value, const Span& span) { return value < span.first; });
  return after != kMarks.begin() && point <= std::prev(after)->last;
}

bool is_picture(char32_t point) {
  return (point >= 0x2190 && point <= 0x2BFF) || (point >= 0x1F000 && point <= 0x1FAFF);
}

bool is_flag_letter(char32_t point) { return point >= 0x1F1E6 && point <= 0x1F1FF; }

// Takes the next code point off the front; a byte that is not UTF-8 counts as one replacement character.
char32_t take_code_point(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                                                           : 0;
  const auto is_tail = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
  if (length == 0 || length > text.size() || !std::all_of(text.begin() + 1, text.begin() + length, is_tail)) {
    text.remove_prefix(1);
    return kReplacement;
  }
  char32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
  for (std::size_t at = 1; at < length; ++at)
    point = (point << 6U) | (static_cast<unsigned char>(text[at]) & 0x3FU);
  text.remove_prefix(length);
  return point;
}

}  // namespace

std::size_t grapheme_count(std::string_view text) {
  std::size_t count = 0;
  std::size_t flag_letters = 0;  // in a row, just before
  char32_t before = 0;
  while (!text.empty()) {
    const char32_t point = take_code_point(text);
    const bool joins = is_mark(point) || (before == kJoiner && is_picture(point)) ||
                       (before == U'\r' && point == U'\n') ||
                       (is_flag_letter(point) && flag_letters % 2 == 1);
    if (count == 0 || !joins) ++count;
    flag_letters = is_flag_letter(point) ? flag_letters + 1 : 0;
    before = point;
  }
  return count;
}

}  // namespace tertulia
