// SPDX-License-Identifier: Apache-2.0
// The design tokens: colours (sRGB), type sizes and shapes in pixels at 1280x800. Screens only name them.
#pragma once

#include <array>
#include <cstdint>

namespace tertulia::ui {

// 0xAARRGGBB.
struct Color {
  std::uint32_t argb = 0xFF000000;
  friend constexpr bool operator==(Color, Color) = default;
};

[[nodiscard]] constexpr Color rgb(std::uint32_t hex) { return {0xFF000000U | hex}; }

// Mixes two colours exactly, `part` of 255 towards `other`. The result is opaque, so it never depends on what
// lies below.
[[nodiscard]] constexpr Color mixed(Color color, Color other, std::uint32_t part) {
  const auto channel = [&](unsigned shift) {
    const std::uint32_t a = (color.argb >> shift) & 0xFFU;
    const std::uint32_t b = (other.argb >> shift) & 0xFFU;
    return ((a * (255U - part) + b * part + 127U) / 255U) << shift;
  };
  return {0xFF000000U | channel(16) | channel(8) | channel(0)};
}

// The anchors of a scale: its low end, half of the way, its middle, half of the way, its high end. The middle
// is the lightest, so that a grey print keeps the order.
using ScaleColors = std::array<Color, 5>;
inline constexpr ScaleColors kScale{rgb(0xc4502f), rgb(0xe29a5f), rgb(0xc9c2b4), rgb(0x72b8ac),
                                    rgb(0x1b8178)};
inline constexpr ScaleColors kContrastScale{rgb(0xee8a66), rgb(0xf6b98a), rgb(0xf4efe6), rgb(0x9fdcd2),
                                            rgb(0x4ab5a8)};

// Colours by purpose. Texts have a contrast of at least 4.5:1 with their ground, shapes 3:1; 7:1 in high
// contrast.
struct Theme {
  Color background;
  Color card;
  Color line;  // of cards and between them
  Color text;
  Color muted;  // secondary text
  Color track;  // of bars
  Color keyboard;
  Color ring;     // empty check boxes and steps
  Color primary;  // main action, progress
  Color on_primary;
  Color selected;  // card that is chosen
  Color pause;     // the button
  Color on_pause;
  Color amber;
  Color red;
  Color good;    // all is well
  Color chip;    // what the ground of a chip is mixed from
  Color sky;     // work in groups
  Color slate;   // breaks
  Color closed;  // ground of a door that is closed
  Color on_closed;
  Color on_closed_muted;
  Color rim{0};  // around faces; alpha 0: none
  ScaleColors scale = kScale;
};

// Touch screens. Amber and red are darker than in the night theme: on paper lighter ones would be
// under 4.5:1.
inline constexpr Theme kPaper{.background = rgb(0xfbf7f0),
                              .card = rgb(0xffffff),
                              .line = rgb(0xe3dccf),
                              .text = rgb(0x14212b),
                              .muted = rgb(0x5d6b76),
                              .track = rgb(0xe8e0d2),
                              .keyboard = rgb(0xefe8db),
                              .ring = rgb(0x948a76),
                              .primary = rgb(0x0f6b6b),
                              .on_primary = rgb(0xffffff),
                              .selected = rgb(0xd9ecea),
                              .pause = rgb(0xe9a23b),
                              .on_pause = rgb(0x2a1c04),
                              .amber = rgb(0x9e610a),
                              .red = rgb(0xbd4a2a),
                              .good = rgb(0x3d8b55),
                              .chip = rgb(0xffffff),
                              .sky = rgb(0x3b78b5),
                              .slate = rgb(0x5f737f),
                              .closed = rgb(0x0f6b6b),
                              .on_closed = rgb(0xffffff),
                              .on_closed_muted = rgb(0xd3e6e4)};
// Room displays.
inline constexpr Theme kNight{.background = rgb(0x0d171f),
                              .card = rgb(0x16242e),
                              .line = rgb(0x22343f),
                              .text = rgb(0xf4efe6),
                              .muted = rgb(0x9fb0bb),
                              .track = rgb(0x223540),
                              .keyboard = rgb(0x0d171f),
                              .ring = rgb(0x5b7180),
                              .primary = rgb(0x49b0a4),
                              .on_primary = rgb(0x0d171f),
                              .selected = rgb(0x1f3a40),
                              .pause = rgb(0xf3b85a),
                              .on_pause = rgb(0x2a1c04),
                              .amber = rgb(0xf3b85a),
                              .red = rgb(0xe8704c),
                              .good = rgb(0x58b584),
                              .chip = rgb(0x000000),
                              .sky = rgb(0x7fb2e6),
                              .slate = rgb(0x6f8592),
                              .closed = rgb(0x0f6b6b),
                              .on_closed = rgb(0xffffff),
                              .on_closed_muted = rgb(0xd3e6e4)};
// High contrast, on light and on dark ground.
inline constexpr Theme kContrastDay{.background = rgb(0xffffff),
                                    .card = rgb(0xffffff),
                                    .line = rgb(0x6b6b6b),
                                    .text = rgb(0x000000),
                                    .muted = rgb(0x3a3a3a),
                                    .track = rgb(0xdcdcdc),
                                    .keyboard = rgb(0xe4e4e4),
                                    .ring = rgb(0x5a5a5a),
                                    .primary = rgb(0x00474a),
                                    .on_primary = rgb(0xffffff),
                                    .selected = rgb(0xd4ecea),
                                    .pause = rgb(0xf2ab3c),
                                    .on_pause = rgb(0x000000),
                                    .amber = rgb(0x6b4200),
                                    .red = rgb(0x901c00),
                                    .good = rgb(0x1d6b36),
                                    .chip = rgb(0xffffff),
                                    .sky = rgb(0x2f6aa5),
                                    .slate = rgb(0x5f737f),
                                    .closed = rgb(0x004f4f),
                                    .on_closed = rgb(0xffffff),
                                    .on_closed_muted = rgb(0xffffff),
                                    .rim = rgb(0x000000),
                                    .scale = kContrastScale};
inline constexpr Theme kContrastNight{.background = rgb(0x000000),
                                      .card = rgb(0x0a0a0a),
                                      .line = rgb(0x8a8a8a),
                                      .text = rgb(0xffffff),
                                      .muted = rgb(0xd4d4d4),
                                      .track = rgb(0x3d3d3d),
                                      .keyboard = rgb(0x000000),
                                      .ring = rgb(0xc4c4c4),
                                      .primary = rgb(0x6fdccf),
                                      .on_primary = rgb(0x000000),
                                      .selected = rgb(0x0e4644),
                                      .pause = rgb(0xffd070),
                                      .on_pause = rgb(0x000000),
                                      .amber = rgb(0xffd070),
                                      .red = rgb(0xffab94),
                                      .good = rgb(0x8fe3b4),
                                      .chip = rgb(0x000000),
                                      .sky = rgb(0xa9d1ff),
                                      .slate = rgb(0xb4c4cf),
                                      .closed = rgb(0x004f4f),
                                      .on_closed = rgb(0xffffff),
                                      .on_closed_muted = rgb(0xffffff),
                                      .rim = rgb(0xffffff),
                                      .scale = kContrastScale};

// Faces are the same in every theme: disc and ink, worst to best.
inline constexpr Color kFaces[] = {rgb(0xe58a6b), rgb(0xefb27b), rgb(0xf2d48a), rgb(0xb9d59a), rgb(0x7cc29a)};
inline constexpr Color kFaceInk = rgb(0x14212b);

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
