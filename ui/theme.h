// SPDX-License-Identifier: Apache-2.0
// The design tokens: colours (sRGB), type sizes and shapes in pixels at 1280x800. One place; screens name
// them only.
#pragma once

#include <cstdint>

namespace tertulia::ui {

// 0xAARRGGBB.
struct Color {
  std::uint32_t argb = 0xFF000000;
  friend constexpr bool operator==(Color, Color) = default;
};

[[nodiscard]] constexpr Color rgb(std::uint32_t hex) { return {0xFF000000U | hex}; }

// Exact mix, `part` of 255 towards `other`; opaque, so that it never depends on what lies below.
[[nodiscard]] constexpr Color mixed(Color color, Color other, std::uint32_t part) {
  const auto channel = [&](unsigned shift) {
    const std::uint32_t a = (color.argb >> shift) & 0xFFU;
    const std::uint32_t b = (other.argb >> shift) & 0xFFU;
    return ((a * (255U - part) + b * part + 127U) / 255U) << shift;
  };
  return {0xFF000000U | channel(16) | channel(8) | channel(0)};
}

// Colours by what they are for.
struct Theme {
  Color background;
  Color card;
  Color line;  // of cards and between them
  Color text;
  Color muted;  // secondary text, at least 4.5:1 on background and card
  Color track;  // of bars
  Color keyboard;
  Color ring;     // empty check boxes and steps, at least 3:1 would shout: they also have their label
  Color primary;  // main action, progress
  Color on_primary;
  Color selected;  // card that is chosen
  Color pause;
  Color on_pause;
  Color amber;
  Color red;
};

inline constexpr Theme kPaper{rgb(0xfbf7f0), rgb(0xffffff), rgb(0xe3dccf), rgb(0x14212b), rgb(0x5d6b76),
                              rgb(0xe8e0d2), rgb(0xefe8db), rgb(0xb8ad98), rgb(0x0f6b6b), rgb(0xffffff),
                              rgb(0xd9ecea), rgb(0xe9a23b), rgb(0x2a1c04), rgb(0xe9a23b), rgb(0xc4502f)};
inline constexpr Theme kNight{rgb(0x0d171f), rgb(0x16242e), rgb(0x22343f), rgb(0xf4efe6), rgb(0x9fb0bb),
                              rgb(0x223540), rgb(0x16242e), rgb(0x5b7180), rgb(0x49b0a4), rgb(0x0d171f),
                              rgb(0x1f3a40), rgb(0xf3b85a), rgb(0x2a1c04), rgb(0xf3b85a), rgb(0xe8704c)};

inline constexpr Color kTeal = rgb(0x0f6b6b);
inline constexpr Color kSky = rgb(0x3b78b5);
inline constexpr Color kSkyNight = rgb(0x7fb0e6);
inline constexpr Color kSlate = rgb(0x5f737f);
inline constexpr Color kLeaf = rgb(0x3d8b55);
inline constexpr Color kFaces[] = {rgb(0xe58a6b), rgb(0xefb27b), rgb(0xf2d48a), rgb(0xb9d59a), rgb(0x7cc29a)};

// Type, in pixels at 1280x800.
inline constexpr float kCountdownSize = 256;
inline constexpr float kHeadlineSize = 50;
inline constexpr float kQuestionSize = 42;
inline constexpr float kBodySize = 26;
inline constexpr float kLabelSize = 22;
inline constexpr float kSmallSize = 19;

// Shape and space.
inline constexpr float kCardRadius = 24;
inline constexpr float kButtonRadius = 20;
inline constexpr float kKeyRadius = 14;
inline constexpr float kOptionRadius = 10;
inline constexpr float kGap = 16;
inline constexpr float kMargin = 64;
inline constexpr float kEdge = 32;            // from the glass's edge to the header
inline constexpr float kSmallestTarget = 64;  // and never under kTargetMillimetres
inline constexpr float kTargetMillimetres = 9;

}  // namespace tertulia::ui
