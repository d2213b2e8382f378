// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/keyboards/syllables.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "firmware/domain/utf8.h"

namespace tertulia {
namespace {

constexpr char32_t kFirstRow = 0x1200;  // of ሀ
constexpr char32_t kLastRow = 0x1350;   // of ፐ
constexpr std::size_t kLabialOrder = 7;

// Rows of consonants that have a row of labialised forms of their own behind them; its fourth is the one in
// use.
constexpr std::array<char32_t, 5> kWithLabialRow = {0x1240, 0x1280, 0x12A8, 0x12B8, 0x1308};
// Rows whose eighth column is empty, or holds what Amharic does not write.
constexpr std::array<char32_t, 4> kWithoutLabial = {0x1200, 0x12C8, 0x12D0, 0x12E8};

bool is_one_of(const auto& rows, char32_t row) {
  return std::find(rows.begin(), rows.end(), row) != rows.end();
}

std::string encoded(char32_t point) {
  std::string text;
  append_code_point(text, point);
  return text;
}

// The row of a syllable's consonant; a labialised form belongs to the plain row before it.
std::optional<char32_t> row_of(std::string_view syllable) {
  if (syllable.empty()) return std::nullopt;
  const CodePoint point = first_code_point(syllable);
  if (point.bytes != syllable.size() || point.value < kFirstRow || point.value > kLastRow + kLabialOrder)
    return std::nullopt;
  const char32_t row = point.value & ~char32_t{7};
  return is_one_of(kWithLabialRow, row - 8) ? row - 8 : row;
}

}  // namespace

std::string with_vowel(std::string_view syllable, std::string_view vowel) {
  const auto row = row_of(syllable);
  const auto found = std::find(kVowels.begin(), kVowels.end(), vowel);
  if (!row || found == kVowels.end()) return {};
  const auto order = static_cast<std::size_t>(found - kVowels.begin());
  if (order < kLabialOrder) return encoded(*row + static_cast<char32_t>(order));
  if (is_one_of(kWithoutLabial, *row)) return {};
  return encoded(is_one_of(kWithLabialRow, *row) ? *row + 8 + 3 : *row + kLabialOrder);
}

std::vector<std::string> labialised(std::string_view syllable) {
  const auto row = row_of(syllable);
  if (!row || !is_one_of(kWithLabialRow, *row)) return {};
  std::vector<std::string> forms;
  for (const char32_t column : {0U, 2U, 4U, 5U}) forms.push_back(encoded(*row + 8 + column));
  return forms;
}

}  // namespace tertulia
