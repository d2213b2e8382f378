// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/icons.h"

#include <array>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <vector>

namespace tertulia::ui {
namespace {

constexpr int kCurveSteps = 14;
constexpr float kTurn = 2 * std::numbers::pi_v<float>;

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

// Lines between points in a box, given as parts of its width and height.
void stroke_in(Frame& frame, const Box& box, std::initializer_list<Frame::Spot> parts, const Pen& pen) {
  std::vector<Frame::Spot> spots;
  for (const Frame::Spot& part : parts) spots.push_back({box.x + part.x * box.w, box.y + part.y * box.h});
  frame.stroke(spots, pen.thickness, pen.color);
}

}  // namespace

void draw_face(Frame& frame, const Box& box, int mood) {
  const Theme& theme = frame.theme();
  constexpr std::array<float, 5> kDepth{-0.13F, -0.07F, 0.0F, 0.09F, 0.14F};
  constexpr std::array<float, 5> kMouthTop{0.73F, 0.70F, 0.665F, 0.62F, 0.60F};
  constexpr std::array<float, 5> kHalf{0.195F, 0.185F, 0.19F, 0.185F, 0.215F};
  const auto face = static_cast<std::size_t>(mood < 0 ? 0 : mood > 4 ? 4 : mood);
  const float size = std::min(box.w, box.h);
  const float left = box.middle_x() - size / 2;
  const float top = box.middle_y() - size / 2;
  frame.disc(box.middle_x(), box.middle_y(), size / 2, kFaces[face]);
  if (theme.rim.argb >> 24U)
    frame.ring({box.middle_x(), box.middle_y(), size / 2, 0.02F * size}, 1, theme.rim);
  frame.disc(left + 0.335F * size, top + 0.39F * size, 0.058F * size, kFaceInk);
  frame.disc(left + 0.665F * size, top + 0.39F * size, 0.058F * size, kFaceInk);
  const auto mouth =
      curve_of({box.middle_x(), top + kMouthTop[face] * size, kHalf[face] * size, kDepth[face] * size});
  frame.stroke(mouth, 0.05F * size, kFaceInk);
}

void draw_star(Frame& frame, const Box& box, Star star, Color line) {
  // Tips and inner corners by turns, clockwise from the top; of an outer radius of 1.
  constexpr std::array<Frame::Spot, 11> kOutline{{{0, -1},
                                                  {0.2939F, -0.4045F},
                                                  {0.9511F, -0.3090F},
                                                  {0.4755F, 0.1545F},
                                                  {0.5878F, 0.8090F},
                                                  {0, 0.5F},
                                                  {-0.5878F, 0.8090F},
                                                  {-0.4755F, 0.1545F},
                                                  {-0.9511F, -0.3090F},
                                                  {-0.2939F, -0.4045F},
                                                  {0, -1}}};
  const float pen = std::max(2.0F, box.w * 0.06F);
  const float outer = std::min(box.w, box.h) / 2 - pen / 2;
  const Frame::Spot middle{box.middle_x(), box.middle_y() + outer * 0.05F};
  std::array<Frame::Spot, kOutline.size()> edge{};
  for (std::size_t i = 0; i < edge.size(); ++i)
    edge[i] = {middle.x + outer * kOutline[i].x, middle.y + outer * kOutline[i].y};
  if (star == Star::kLit) {
    // Convex parts, from the middle to each tip; what lies over their seams hides them.
    const Color color = frame.theme().pause;
    for (std::size_t tip = 0; tip < edge.size() - 1; tip += 2) {
      const std::size_t before = tip == 0 ? edge.size() - 2 : tip - 1;
      frame.fill(std::array{middle, edge[before], edge[tip], edge[tip + 1]}, color);
    }
    for (std::size_t inner = 1; inner < edge.size(); inner += 2)
      frame.stroke({middle, edge[inner]}, std::max(2.0F, pen / 2), color);
  }
  // In two parts: the corners of a short line are round.
  const std::span<const Frame::Spot> whole(edge);
  frame.stroke(whole.first(6), pen, line);
  frame.stroke(whole.last(6), pen, line);
}

void draw_handle(Frame& frame, const Box& box, Color color) {
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 2; ++column)
      frame.disc(box.x + box.w * (0.2F + 0.6F * static_cast<float>(column)),
                 box.y + box.h * (0.125F + 0.375F * static_cast<float>(row)), box.w * 0.17F, color);
}

void draw_shield(Frame& frame, const Box& box, Color color) {
  stroke_in(frame, box,
            {{0.12F, 0.12F}, {0.88F, 0.12F}, {0.84F, 0.62F}, {0.5F, 0.92F}, {0.16F, 0.62F}, {0.12F, 0.12F}},
            {std::max(1.5F, 0.09F * box.w), color});
}

// A tick is the same in every direction of reading.
void draw_check(Frame& frame, const Box& box, Color color) {
  const Box at = frame.placed(box);
  frame.read(Reading::kLeftToRight);
  stroke_in(frame, at, {{0.12F, 0.52F}, {0.40F, 0.80F}, {0.90F, 0.22F}}, {0.15F * at.w, color});
  frame.read(Reading::kByLanguage);
}

void draw_speaker(Frame& frame, const Box& box, Color color) {
  const Pen pen{std::max(1.5F, 0.075F * box.w), color};
  stroke_in(frame, box,
            {{0.05F, 0.36F},
             {0.22F, 0.36F},
             {0.46F, 0.14F},
             {0.46F, 0.86F},
             {0.22F, 0.64F},
             {0.05F, 0.64F},
             {0.05F, 0.36F}},
            pen);
  stroke_in(frame, box, {{0.62F, 0.36F}, {0.68F, 0.50F}, {0.62F, 0.64F}}, pen);
  stroke_in(frame, box, {{0.77F, 0.22F}, {0.88F, 0.50F}, {0.77F, 0.78F}}, pen);
}

void draw_chevron_back(Frame& frame, const Box& box, Color color) {
  stroke_in(frame, box, {{0.65F, 0.15F}, {0.30F, 0.50F}, {0.65F, 0.85F}}, {0.14F * box.w, color});
}

void draw_chevron_onward(Frame& frame, const Box& box, Color color) {
  stroke_in(frame, box, {{0.35F, 0.15F}, {0.70F, 0.50F}, {0.35F, 0.85F}}, {0.14F * box.w, color});
}

void draw_chevron_up(Frame& frame, const Box& box, Color color) {
  stroke_in(frame, box, {{0.15F, 0.65F}, {0.50F, 0.30F}, {0.85F, 0.65F}}, {0.12F * box.w, color});
}

void draw_chevron_down(Frame& frame, const Box& box, Color color) {
  stroke_in(frame, box, {{0.15F, 0.35F}, {0.50F, 0.70F}, {0.85F, 0.35F}}, {0.12F * box.w, color});
}

void draw_backspace(Frame& frame, const Box& box, Color color) {
  const float line = std::max(1.5F, 0.06F * box.w);
  stroke_in(frame, box,
            {{0.32F, 0.22F}, {0.97F, 0.22F}, {0.97F, 0.78F}, {0.32F, 0.78F}, {0.03F, 0.50F}, {0.32F, 0.22F}},
            {line, color});
  stroke_in(frame, box, {{0.48F, 0.36F}, {0.78F, 0.64F}}, {line, color});
  stroke_in(frame, box, {{0.78F, 0.36F}, {0.48F, 0.64F}}, {line, color});
}

void draw_globe(Frame& frame, const Box& box, Color color) {
  const float radius = std::min(box.w, box.h) * 0.42F;
  const float line = std::max(1.5F, radius * 0.16F);
  frame.ring({box.middle_x(), box.middle_y(), radius, line}, 1, color);
  // The equator, and a meridian on either side of the middle.
  frame.fill({box.middle_x() - radius, box.middle_y() - line / 2, radius * 2, line}, color);
  std::vector<Frame::Spot> meridian;
  for (int point = 0; point <= 24; ++point) {
    const float angle = kTurn * static_cast<float>(point) / 24;
    meridian.push_back(
        {box.middle_x() + std::sin(angle) * radius * 0.45F, box.middle_y() - std::cos(angle) * radius});
  }
  frame.stroke(meridian, line, color);
}

void draw_shift(Frame& frame, const Box& box, Color color) {
  stroke_in(frame, box,
            {{0.50F, 0.08F},
             {0.92F, 0.52F},
             {0.68F, 0.52F},
             {0.68F, 0.92F},
             {0.32F, 0.92F},
             {0.32F, 0.52F},
             {0.08F, 0.52F},
             {0.50F, 0.08F}},
            {std::max(1.5F, 0.08F * box.w), color});
}

void draw_return(Frame& frame, const Box& box, Color color) {
  const float line = std::max(1.5F, 0.08F * box.w);
  stroke_in(frame, box, {{0.90F, 0.20F}, {0.90F, 0.60F}, {0.10F, 0.60F}}, {line, color});
  stroke_in(frame, box, {{0.34F, 0.36F}, {0.10F, 0.60F}, {0.34F, 0.84F}}, {line, color});
}

void draw_pause(Frame& frame, const Box& box, Color color) {
  frame.fill({box.x + 0.18F * box.w, box.y + 0.12F * box.h, 0.22F * box.w, 0.76F * box.h}, color);
  frame.fill({box.x + 0.60F * box.w, box.y + 0.12F * box.h, 0.22F * box.w, 0.76F * box.h}, color);
}

void draw_warning(Frame& frame, const Box& box, Color color) {
  const float x = box.x, y = box.y, w = box.w, h = box.h;
  const float line = std::max(2.0F, 0.10F * w);
  stroke_in(frame, box, {{0.50F, 0.10F}, {0.95F, 0.88F}, {0.05F, 0.88F}, {0.50F, 0.10F}}, {line, color});
  stroke_in(frame, box, {{0.50F, 0.40F}, {0.50F, 0.62F}}, {line, color});
  frame.disc(x + 0.50F * w, y + 0.75F * h, line * 0.6F, color);
}

void draw_alarm(Frame& frame, const Box& box, Color color, Color ink) {
  const float x = box.middle_x(), h = box.h;
  frame.disc(x, box.middle_y(), 0.46F * std::min(box.w, h), color);
  frame.fill({x - 0.05F * h, box.y + 0.26F * h, 0.10F * h, 0.28F * h}, ink);
  frame.disc(x, box.y + 0.68F * h, 0.065F * h, ink);
}

}  // namespace tertulia::ui
