// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/menu_icons.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace tertulia::ui {
namespace {

constexpr float kHalfTurn = std::numbers::pi_v<float>;
constexpr int kSteps = 20;

// A part of an ellipse, in parts of the box; angles in half turns from the right, clockwise.
struct Bow {
  float x, y, width, height, from, to;
};

struct Pencil {
  Frame& frame;
  const Box& box;
  Color color;
  float line;

  Pencil(Frame& on, const Box& in, Color ink)
      : frame(on), box(in), color(ink), line(std::max(1.5F, 0.09F * in.w)) {}

  [[nodiscard]] Frame::Spot at(float x, float y) const { return {box.x + x * box.w, box.y + y * box.h}; }
  void stroke(std::initializer_list<Frame::Spot> parts) const {
    std::vector<Frame::Spot> spots;
    for (const Frame::Spot& part : parts) spots.push_back(at(part.x, part.y));
    frame.stroke(spots, line, color);
  }
  void bow(const Bow& bow) const {
    std::vector<Frame::Spot> spots;
    for (int i = 0; i <= kSteps; ++i) {
      const float angle = kHalfTurn * (bow.from + (bow.to - bow.from) * static_cast<float>(i) / kSteps);
      spots.push_back(at(bow.x + bow.width * std::cos(angle), bow.y + bow.height * std::sin(angle)));
    }
    frame.stroke(spots, line, color);
  }
  void dot(float x, float y, float radius) const {
    const Frame::Spot centre = at(x, y);
    frame.disc(centre.x, centre.y, radius * box.w, color);
  }
  // With round ends.
  void bar(float x, float y, float width, float height) const {
    frame.fill({box.x + x * box.w, box.y + y * box.h, width * box.w, height * box.h}, color,
               width * box.w / 2);
  }
};

}  // namespace

void draw_smile(Frame& frame, const Box& box, Color color) {
  const Pencil pencil(frame, box, color);
  pencil.bar(0.24F, 0.16F, 0.10F, 0.20F);
  pencil.bar(0.66F, 0.16F, 0.10F, 0.20F);
  pencil.bow({0.5F, 0.46F, 0.40F, 0.36F, 0.94F, 0.06F});
}

void draw_question_mark(Frame& frame, const Box& box, Color color) {
  const Pencil pencil(frame, box, color);
  std::vector<Frame::Spot> spots;
  for (int i = 0; i <= kSteps; ++i) {
    const float angle = kHalfTurn * (1.0F + 1.28F * static_cast<float>(i) / kSteps);
    spots.push_back(pencil.at(0.5F + 0.26F * std::cos(angle), 0.30F + 0.24F * std::sin(angle)));
  }
  spots.push_back(pencil.at(0.50F, 0.58F));
  spots.push_back(pencil.at(0.50F, 0.70F));
  frame.stroke(spots, pencil.line, color);
  pencil.dot(0.5F, 0.90F, 0.065F);
}

void draw_calendar(Frame& frame, const Box& box, Color color) {
  const Pencil pencil(frame, box, color);
  pencil.stroke({{0.08F, 0.18F}, {0.92F, 0.18F}, {0.92F, 0.92F}, {0.08F, 0.92F}, {0.08F, 0.13F}});
  pencil.stroke({{0.08F, 0.40F}, {0.92F, 0.40F}});
  pencil.bar(0.26F, 0.04F, 0.10F, 0.26F);
  pencil.bar(0.64F, 0.04F, 0.10F, 0.26F);
}

void draw_person(Frame& frame, const Box& box, Color color) {
  const Pencil pencil(frame, box, color);
  const Frame::Spot head = pencil.at(0.5F, 0.27F);
  frame.ring({head.x, head.y, 0.21F * box.w, pencil.line}, 1, color);
  pencil.bow({0.5F, 1.02F, 0.46F, 0.46F, 1.08F, 1.92F});
}

void draw_hand(Frame& frame, const Box& box, Color color) {
  const Pencil pencil(frame, box, color);
  pencil.bar(0.26F, 0.14F, 0.17F, 0.50F);
  pencil.bar(0.42F, 0.04F, 0.17F, 0.60F);
  pencil.bar(0.58F, 0.08F, 0.17F, 0.56F);
  pencil.bar(0.74F, 0.20F, 0.16F, 0.46F);
  frame.fill({box.x + 0.26F * box.w, box.y + 0.40F * box.h, 0.64F * box.w, 0.56F * box.h}, color,
             0.26F * box.w);
  frame.stroke({pencil.at(0.12F, 0.56F), pencil.at(0.36F, 0.82F)}, 0.17F * box.w, color);
}

}  // namespace tertulia::ui
