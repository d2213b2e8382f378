// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/keyboards/syllables.h"

#include <algorithm>
#include <cstddef>
#include <optional>

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

// Three bytes of UTF-8, as every syllable has.
std::optional<char32_t> decoded(std::string_view text) {
  if (text.size() != 3 || text.front() != '\xE1') return std::nullopt;
  const auto bits = [text](std::size_t at) { return static_cast<unsigned char>(text[at]) & 0x3FU; };
  return 0x1000U | bits(1) << 6U | bits(2);
}

std::string encoded(char32_t point) {
  return {'\xE1', static_cast<char>(0x80U | (point >> 6U & 0x3FU)),
          static_cast<char>(0x80U | (point & 0x3FU))};
}

// The row of a syllable's consonant; a labialised form belongs to the plain row before it.
std::optional<char32_t> row_of(std::string_view syllable) {
  const auto point = decoded(syllable);
  if (!point || *point < kFirstRow || *point > kLastRow + kLabialOrder) return std::nullopt;
  const char32_t row = *point & ~char32_t{7};
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
