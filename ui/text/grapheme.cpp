// SPDX-License-Identifier: Apache-2.0
#include "ui/text/grapheme.h"

#include <algorithm>
#include <vector>

#include <hb.h>

#include "ui/text/unicode.h"

namespace tertulia::ui {
namespace {

constexpr std::uint32_t kZeroWidthNonJoiner = 0x200C;
constexpr std::uint32_t kZeroWidthJoiner = 0x200D;

bool extends(std::uint32_t code_point) {
  if (code_point == kZeroWidthJoiner || code_point == kZeroWidthNonJoiner) return true;
  if (code_point >= 0x1F3FB && code_point <= 0x1F3FF) return true;  // skin tones
  if (code_point >= 0xE0020 && code_point <= 0xE007F) return true;  // tags of regional flags
  switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), code_point)) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
      return true;
    default:
      return false;
  }
}

bool is_pictograph(std::uint32_t code_point) {
  return (code_point >= 0x1F000 && code_point <= 0x1FAFF) || (code_point >= 0x2190 && code_point <= 0x2BFF);
}

bool is_regional_indicator(std::uint32_t code_point) {
  return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

enum class Hangul { kNone, kLead, kVowel, kTail, kOpenSyllable, kClosedSyllable };

Hangul hangul_of(std::uint32_t code_point) {
  if (code_point >= 0x1100 && code_point <= 0x115F) return Hangul::kLead;
  if (code_point >= 0x1160 && code_point <= 0x11A7) return Hangul::kVowel;
  if (code_point >= 0x11A8 && code_point <= 0x11FF) return Hangul::kTail;
  if (code_point < 0xAC00 || code_point > 0xD7A3) return Hangul::kNone;
  return (code_point - 0xAC00) % 28 == 0 ? Hangul::kOpenSyllable : Hangul::kClosedSyllable;
}

// Rules GB6 to GB8.
bool joins_syllable(std::uint32_t left, std::uint32_t right) {
  const Hangul before = hangul_of(left);
  const Hangul after = hangul_of(right);
  if (before == Hangul::kNone || after == Hangul::kNone) return false;
  if (before == Hangul::kLead) return after != Hangul::kTail;
  if (after == Hangul::kTail) return true;
  return after == Hangul::kVowel && (before == Hangul::kVowel || before == Hangul::kOpenSyllable);
}

// Looks back from `at` over what extends it: a joiner glues two pictographs.
bool joins_pictographs(const DecodedText& text, std::size_t at) {
  if (!is_pictograph(text.code_points[at]) || text.code_points[at - 1] != kZeroWidthJoiner) return false;
  std::size_t base = at - 1;
  while (base > 0 && extends(text.code_points[base])) --base;
  return is_pictograph(text.code_points[base]);
}

// Flags are pairs counted from the first indicator of a row.
bool completes_flag(const DecodedText& text, std::size_t at) {
  if (!is_regional_indicator(text.code_points[at])) return false;
  std::size_t before = 0;
  while (before < at && is_regional_indicator(text.code_points[at - 1 - before])) ++before;
  return before % 2 == 1;
}

bool is_boundary(const DecodedText& text, std::size_t at) {
  if (at == 0 || at == text.size()) return true;
  const std::uint32_t left = text.code_points[at - 1];
  const std::uint32_t right = text.code_points[at];
  if (left == '\r' && right == '\n') return false;
  if (is_control(left) || is_control(right) || is_bidi_control(left) || is_bidi_control(right)) return true;
  return !(extends(right) || joins_pictographs(text, at) || completes_flag(text, at) ||
           joins_syllable(left, right));
}

// Index of the first code point that starts at or after the byte.
std::size_t index_at(const DecodedText& text, std::size_t byte) {
  const auto last = text.bytes.end() - 1;
  return static_cast<std::size_t>(std::lower_bound(text.bytes.begin(), last, byte) - text.bytes.begin());
}

}  // namespace

std::size_t next_boundary(std::string_view text, std::size_t byte) {
  if (byte >= text.size()) return text.size();
  const DecodedText decoded = decode(text);
  std::size_t at = index_at(decoded, byte + 1);
  while (!is_boundary(decoded, at)) ++at;
  return decoded.bytes[at];
}

std::size_t previous_boundary(std::string_view text, std::size_t byte) {
  if (byte == 0) return 0;
  const DecodedText decoded = decode(text);
  std::size_t at = index_at(decoded, std::min(byte, text.size()));
  if (at > 0) --at;
  while (!is_boundary(decoded, at)) --at;
  return decoded.bytes[at];
}

std::size_t count_graphemes(std::string_view text) {
  const DecodedText decoded = decode(text);
  std::size_t count = 0;
  for (std::size_t at = 0; at < decoded.size(); ++at) count += is_boundary(decoded, at) ? 1 : 0;
  return count;
}

}  // namespace tertulia::ui
