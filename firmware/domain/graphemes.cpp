// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/graphemes.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "firmware/domain/grapheme_data.h"

namespace tertulia {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kJoiner = 0x200D;

bool is_in(std::span<const CodePoints> list, char32_t point) {
  const auto after =
      std::upper_bound(list.begin(), list.end(), point,
                       [](char32_t value, const CodePoints& each) { return value < each.first; });
  return after != list.begin() && point <= std::prev(after)->last;
}

bool is_control(char32_t point) { return point == U'\r' || point == U'\n' || is_in(kControls, point); }
bool is_mark(char32_t point) { return point == kJoiner || is_in(kMarks, point); }
bool is_flag_letter(char32_t point) { return point >= 0x1F1E6 && point <= 0x1F1FF; }

enum class Hangul { kNone, kLead, kVowel, kTail, kOpenSyllable, kClosedSyllable };

Hangul hangul_of(char32_t point) {
  if ((point >= 0x1100 && point <= 0x115F) || (point >= 0xA960 && point <= 0xA97C)) return Hangul::kLead;
  if ((point >= 0x1160 && point <= 0x11A7) || (point >= 0xD7B0 && point <= 0xD7C6)) return Hangul::kVowel;
  if ((point >= 0x11A8 && point <= 0x11FF) || (point >= 0xD7CB && point <= 0xD7FB)) return Hangul::kTail;
  if (point < 0xAC00 || point > 0xD7A3) return Hangul::kNone;
  return (point - 0xAC00) % 28 == 0 ? Hangul::kOpenSyllable : Hangul::kClosedSyllable;
}

// Rules GB6 to GB8.
bool joins_syllable(char32_t left, char32_t right) {
  const Hangul before = hangul_of(left);
  const Hangul after = hangul_of(right);
  if (before == Hangul::kNone || after == Hangul::kNone) return false;
  if (before == Hangul::kLead) return after != Hangul::kTail;
  if (after == Hangul::kTail) return true;
  return after == Hangul::kVowel && (before == Hangul::kVowel || before == Hangul::kOpenSyllable);
}

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

// Calls `see` with the offset of each cluster's start, in order, until it returns false.
template <class See>
void walk(std::string_view text, See see) {
  GraphemeWalk clusters;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t at = text.size() - rest.size();
    if (clusters.starts(take_code_point(rest)) && !see(at)) return;
  }
}

}  // namespace

bool GraphemeWalk::starts(char32_t point) {
  const bool joins = !is_control(before_) && !is_control(point) &&
                     (is_mark(point) || is_in(kPrefixes, before_) || joins_syllable(before_, point) ||
                      (after_picture_ && before_ == kJoiner && is_in(kPictures, point)) ||
                      (is_flag_letter(point) && flag_letters_ % 2 == 1));
  const bool is_line_end = before_ == U'\r' && point == U'\n';
  const bool starts = is_first_ || !(joins || is_line_end);
  is_first_ = false;
  after_picture_ = is_in(kPictures, point) || (after_picture_ && is_mark(point));
  flag_letters_ = is_flag_letter(point) ? flag_letters_ + 1 : 0;
  before_ = point;
  return starts;
}

std::size_t grapheme_count(std::string_view text) {
  std::size_t count = 0;
  walk(text, [&](std::size_t) { return ++count > 0; });
  return count;
}

std::size_t next_boundary(std::string_view text, std::size_t byte) {
  std::size_t found = text.size();
  walk(text, [&](std::size_t start) {
    if (start > byte) found = start;
    return start <= byte;
  });
  return found;
}

std::size_t previous_boundary(std::string_view text, std::size_t byte) {
  std::size_t found = 0;
  walk(text, [&](std::size_t start) {
    if (start < byte) found = start;
    return start < byte;
  });
  return found;
}

}  // namespace tertulia
