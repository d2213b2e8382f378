// SPDX-License-Identifier: Apache-2.0
// A text and how it is to be laid out: the key of a layout. A value; equal paragraphs have equal layouts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "firmware/domain/text.h"
#include "ui/text/fonts.h"

namespace tertulia::ui {

enum class Direction : std::uint8_t { kLeftToRight, kRightToLeft, kFromText };
enum class Align : std::uint8_t { kStart, kCenter, kEnd };  // kStart of a right-to-left text is on the right
// kEqualWidthTight: also closer together, for very large numbers.
enum class Digits : std::uint8_t { kAsDrawn, kEqualWidth, kEqualWidthTight };

inline constexpr float kHeadlineLineHeight = 1.15f;
inline constexpr float kBodyLineHeight = 1.25f;
inline constexpr float kTallScriptLineHeight = 1.4f;  // Arabic and Ethiopic

struct TextStyle {
  int size_px = 26;
  Weight weight = Weight::kRegular;
  Digits digits = Digits::kAsDrawn;  // of equal width in clocks, so that the number does not move
  float line_height = 0;             // times the size; 0: body; more where the signs of a script need it
  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

struct Paragraph {
  std::string text;                            // UTF-8; "\n" makes a new line
  Language language;                           // picks glyph variants and line breaks
  Direction direction = Direction::kFromText;  // first strong letter, else that of the language
  float width = 0;                             // pixels; 0: unbounded
  TextStyle style;
  int max_lines = 0;  // 0: unbounded
  Align align = Align::kStart;
  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

[[nodiscard]] std::size_t hash_of(const Paragraph& paragraph);

}  // namespace tertulia::ui
