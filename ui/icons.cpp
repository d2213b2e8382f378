// SPDX-License-Identifier: Apache-2.0
#include "ui/icons.h"

#include <array>
#include <cmath>

namespace tertulia::ui {
namespace {

constexpr int kCurveSteps = 14;

// A mouth: a parabola of half width `half` around (x, y), `depth` below (smile) or above (frown) at its
// middle.
struct Mouth {
  float x, y, half, depth;
};
std::array<Frame::Spot, kCurveSteps + 1> curve_of(const Mouth& mouth) {
  std::array<Frame::Spot, kCurveSteps + 1> spots{};
  for (int i = 0; i <= kCurveSteps; ++i) {
    const float t = 2.0F * static_cast<float>(i) / kCurveSteps - 1.0F;
    spots[static_cast<std::size_t>(i)] = {mouth.x + t * mouth.half, mouth.y + mouth.depth * (1.0F - t * t)};
  }
  return spots;
}

}  // namespace

void draw_face(Frame& frame, const Box& box, int mood) {
  const Theme& theme = frame.theme();
  constexpr std::array<float, 5> kDepth{-0.13F, -0.07F, 0.0F, 0.09F, 0.14F};
  constexpr std::array<float, 5> kMouthTop{0.73F, 0.70F, 0.665F, 0.62F, 0.60F};
  constexpr std::array<float, 5> kHalf{0.195F, 0.185F, 0.19F, 0.185F, 0.215F};
  const auto step = static_cast<std::size_t>(mood < 0 ? 0 : mood > 4 ? 4 : mood);
  const float size = std::min(box.w, box.h);
  const float left = box.middle_x() - size / 2;
  const float top = box.middle_y() - size / 2;
  frame.disc(box.middle_x(), box.middle_y(), size / 2, kFaces[step]);
  if (theme.rim.argb >> 24U)
    frame.ring({box.middle_x(), box.middle_y(), size / 2, 0.02F * size}, 1, theme.rim);
  frame.disc(left + 0.335F * size, top + 0.39F * size, 0.058F * size, kFaceInk);
  frame.disc(left + 0.665F * size, top + 0.39F * size, 0.058F * size, kFaceInk);
  const auto mouth =
      curve_of({box.middle_x(), top + kMouthTop[step] * size, kHalf[step] * size, kDepth[step] * size});
  frame.stroke(mouth, 0.05F * size, kFaceInk);
}

void draw_shield(Frame& frame, const Box& box, Color color) {
  const float x = box.x, y = box.y, w = box.w, h = box.h;
  frame.stroke({{x + 0.12F * w, y + 0.12F * h},
                {x + 0.88F * w, y + 0.12F * h},
                {x + 0.84F * w, y + 0.62F * h},
                {x + 0.5F * w, y + 0.92F * h},
                {x + 0.16F * w, y + 0.62F * h},
                {x + 0.12F * w, y + 0.12F * h}},
               std::max(1.5F, 0.09F * w), color);
}

// A check mark is the same in every direction of reading.
void draw_check(Frame& frame, const Box& box, Color color) {
  const Box at = frame.placed(box);
  frame.read(Reading::kLeftToRight);
  frame.stroke({{at.x + 0.12F * at.w, at.y + 0.52F * at.h},
                {at.x + 0.40F * at.w, at.y + 0.80F * at.h},
                {at.x + 0.90F * at.w, at.y + 0.22F * at.h}},
               0.15F * at.w, color);
  frame.read(Reading::kByLanguage);
}

void draw_chevron_back(Frame& frame, const Box& box, Color color) {
  frame.stroke({{box.x + 0.65F * box.w, box.y + 0.15F * box.h},
                {box.x + 0.30F * box.w, box.y + 0.50F * box.h},
                {box.x + 0.65F * box.w, box.y + 0.85F * box.h}},
               0.14F * box.w, color);
}

void draw_chevron_onward(Frame& frame, const Box& box, Color color) {
  frame.stroke({{box.x + 0.35F * box.w, box.y + 0.15F * box.h},
                {box.x + 0.70F * box.w, box.y + 0.50F * box.h},
                {box.x + 0.35F * box.w, box.y + 0.85F * box.h}},
               0.14F * box.w, color);
}

void draw_backspace(Frame& frame, const Box& box, Color color) {
  const float x = box.x, y = box.y, w = box.w, h = box.h;
  const float line = std::max(1.5F, 0.06F * w);
  frame.stroke({{x + 0.32F * w, y + 0.22F * h},
                {x + 0.97F * w, y + 0.22F * h},
                {x + 0.97F * w, y + 0.78F * h},
                {x + 0.32F * w, y + 0.78F * h},
                {x + 0.03F * w, y + 0.50F * h},
                {x + 0.32F * w, y + 0.22F * h}},
               line, color);
  frame.stroke({{x + 0.48F * w, y + 0.36F * h}, {x + 0.78F * w, y + 0.64F * h}}, line, color);
  frame.stroke({{x + 0.78F * w, y + 0.36F * h}, {x + 0.48F * w, y + 0.64F * h}}, line, color);
}

void draw_shift(Frame& frame, const Box& box, Color color) {
  const float x = box.x, y = box.y, w = box.w, h = box.h;
  frame.stroke({{x + 0.50F * w, y + 0.08F * h},
                {x + 0.92F * w, y + 0.52F * h},
                {x + 0.68F * w, y + 0.52F * h},
                {x + 0.68F * w, y + 0.92F * h},
                {x + 0.32F * w, y + 0.92F * h},
                {x + 0.32F * w, y + 0.52F * h},
                {x + 0.08F * w, y + 0.52F * h},
                {x + 0.50F * w, y + 0.08F * h}},
               std::max(1.5F, 0.08F * w), color);
}

void draw_return(Frame& frame, const Box& box, Color color) {
  const float x = box.x, y = box.y, w = box.w, h = box.h;
  const float line = std::max(1.5F, 0.08F * w);
  frame.stroke(
      {{x + 0.90F * w, y + 0.20F * h}, {x + 0.90F * w, y + 0.60F * h}, {x + 0.10F * w, y + 0.60F * h}}, line,
      color);
  frame.stroke(
      {{x + 0.34F * w, y + 0.36F * h}, {x + 0.10F * w, y + 0.60F * h}, {x + 0.34F * w, y + 0.84F * h}}, line,
      color);
}

void draw_pause(Frame& frame, const Box& box, Color color) {
  frame.fill({box.x + 0.18F * box.w, box.y + 0.12F * box.h, 0.22F * box.w, 0.76F * box.h}, color);
  frame.fill({box.x + 0.60F * box.w, box.y + 0.12F * box.h, 0.22F * box.w, 0.76F * box.h}, color);
}

void draw_warning(Frame& frame, const Box& box, Color color) {
  const float x = box.x, y = box.y, w = box.w, h = box.h;
  const float line = std::max(2.0F, 0.10F * w);
  frame.stroke({{x + 0.50F * w, y + 0.10F * h},
                {x + 0.95F * w, y + 0.88F * h},
                {x + 0.05F * w, y + 0.88F * h},
                {x + 0.50F * w, y + 0.10F * h}},
               line, color);
  frame.stroke({{x + 0.50F * w, y + 0.40F * h}, {x + 0.50F * w, y + 0.62F * h}}, line, color);
  frame.disc(x + 0.50F * w, y + 0.75F * h, line * 0.6F, color);
}

void draw_alarm(Frame& frame, const Box& box, Color color, Color ink) {
  const float x = box.middle_x(), h = box.h;
  frame.disc(x, box.middle_y(), 0.46F * std::min(box.w, h), color);
  frame.fill({x - 0.05F * h, box.y + 0.26F * h, 0.10F * h, 0.28F * h}, ink);
  frame.disc(x, box.y + 0.68F * h, 0.065F * h, ink);
}

}  // namespace tertulia::ui
