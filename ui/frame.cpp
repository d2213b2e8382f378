// SPDX-License-Identifier: Apache-2.0
#include "ui/frame.h"

#include <cmath>
#include <numbers>

#include <imgui.h>

#include "ui/imgui_color.h"
#include "ui/text_painter.h"

namespace tertulia::ui {
namespace {

constexpr float kLeastScale = 0.7F;
constexpr float kPi = std::numbers::pi_v<float>;

ImVec2 corner(const Box& placed) { return {placed.x, std::round(placed.y)}; }
ImVec2 far_corner(const Box& placed) { return {placed.right(), std::round(placed.bottom())}; }

// Segments of a circle so that no edge is longer than about three pixels.
int segments_of(float radius) { return std::clamp(static_cast<int>(radius * 2.2F), 16, 160); }

}  // namespace

Align swapped(Align align) {
  if (align == Align::kStart) return Align::kEnd;
  return align == Align::kEnd ? Align::kStart : align;
}

float scale_of(const Geometry& geometry) {
  const auto width = static_cast<float>(geometry.size.width);
  const auto height = static_cast<float>(geometry.size.height);
  const float scale =
      geometry.is_portrait() ? std::min(width / 800, height / 1280) : std::min(width / 1280, height / 800);
  return std::max(scale, std::min(kLeastScale, scale * 1.2F));
}

Frame::Frame(const Geometry& geometry, const Tongue& tongue, const FrameParts& parts)
    : geometry_(geometry),
      tongue_(tongue),
      parts_(parts),
      scale_(scale_of(geometry)),
      mirrored_(tongue.right_to_left) {
  smallest_target_ = px(kSmallestTarget);
  if (geometry_.pixels_per_mm > 0)
    smallest_target_ = std::max(smallest_target_,
                                std::ceil(kTargetMillimetres * static_cast<float>(geometry_.pixels_per_mm)));
}

Box Frame::screen() const {
  return {0, 0, static_cast<float>(geometry_.size.width), static_cast<float>(geometry_.size.height)};
}

float Frame::placed_x(float x) const { return mirrored_ ? static_cast<float>(geometry_.size.width) - x : x; }

Box Frame::placed(const Box& box) const {
  // Rounded before it is mirrored, so that both directions of reading are exact images of each other.
  const float left = std::round(box.x);
  const float right = std::round(box.right());
  return {mirrored_ ? static_cast<float>(geometry_.size.width) - right : left, box.y, right - left, box.h};
}

void Frame::fill(const Box& box, Color color, float radius) {
  if (box.w <= 0 || box.h <= 0) return;
  const Box at = placed(box);
  parts_.list.AddRectFilled(corner(at), far_corner(at), imgui_color(color),
                            std::min({radius, at.w / 2, at.h / 2}));
}

void Frame::outline(const Box& box, Color color, float radius, float thickness) {
  if (box.w <= 0 || box.h <= 0) return;
  const Box at = placed(box);
  // ImGui strokes around the path: pull the path in, so that the line lies inside the box.
  const float half = thickness / 2;
  const ImVec2 from{corner(at).x + half, corner(at).y + half};
  const ImVec2 to{far_corner(at).x - half, far_corner(at).y - half};
  const float inner = std::max(0.0F, std::min({radius, at.w / 2, at.h / 2}) - half);
  parts_.list.PathRect(from, to, inner);
  parts_.list.PathStroke(imgui_color(color), ImDrawFlags_Closed, thickness);
}

void Frame::disc(float x, float y, float radius, Color color) {
  parts_.list.AddCircleFilled({placed_x(x), y}, radius, imgui_color(color), segments_of(radius));
}

void Frame::ring(const Ring& ring, float part, Color color) {
  const float x = placed_x(ring.x);
  if (part >= 1) {
    parts_.list.AddCircle({x, ring.y}, ring.radius, imgui_color(color), segments_of(ring.radius),
                          ring.thickness);
    return;
  }
  if (part <= 0) return;
  const float start = -kPi / 2;
  const float end = start + (mirrored_ ? -1.0F : 1.0F) * part * 2 * kPi;
  parts_.list.PathArcTo({x, ring.y}, ring.radius, std::min(start, end), std::max(start, end),
                        segments_of(ring.radius));
  parts_.list.PathStroke(imgui_color(color), 0, ring.thickness);
  for (const float angle : {start, end})
    parts_.list.AddCircleFilled({x + std::cos(angle) * ring.radius, ring.y + std::sin(angle) * ring.radius},
                                ring.thickness / 2, imgui_color(color), 16);
}

void Frame::stroke(std::span<const Spot> spots, float thickness, Color color) {
  for (const Spot& spot : spots) parts_.list.PathLineTo({placed_x(spot.x), spot.y});
  parts_.list.PathStroke(imgui_color(color), 0, thickness);
  // Round ends and corners.
  if (thickness < 3) return;
  const bool is_curve = spots.size() > 8;
  for (std::size_t i = 0; i < spots.size(); ++i)
    if (!is_curve || i == 0 || i + 1 == spots.size())
      parts_.list.AddCircleFilled({placed_x(spots[i].x), spots[i].y}, thickness / 2, imgui_color(color),
                                  segments_of(thickness));
}

Paragraph Frame::paragraph_of(std::string_view text, const Type& type, float width) const {
  Paragraph paragraph;
  paragraph.text = std::string(text);
  paragraph.language = tongue_.language;
  // Clocks, countdowns and the keys of a Latin keyboard read from the left in every language.
  const bool keeps = type.digits != Digits::kAsDrawn || reading_ == Reading::kLeftToRight;
  paragraph.direction = keeps ? Direction::kLeftToRight : Direction::kFromText;
  paragraph.width = std::floor(width);
  paragraph.style = {std::max(1, static_cast<int>(std::lround(px(type.size)))), type.weight, type.digits,
                     type.line_height};
  paragraph.max_lines = type.max_lines;
  paragraph.align = type.align;
  return paragraph;
}

Size Frame::measure(std::string_view text, const Type& type, float width) {
  Type plain = type;
  plain.max_lines = 0;
  return parts_.texts.layouts().lay_out(paragraph_of(text, plain, width)).size;
}

const Layout& Frame::fitted(const Box& box, std::string_view text, const Type& type) {
  Paragraph paragraph = paragraph_of(text, type, box.w);
  LayoutCache& layouts = parts_.texts.layouts();
  const int height = static_cast<int>(box.h);
  const Layout& layout = layouts.fit(paragraph, height);
  if (!is_foreign(layout)) return layout;
  paragraph.align = swapped(type.align);
  return layouts.fit(paragraph, height);
}

float Frame::height_of(std::string_view text, const Type& type, const Box& box) {
  if (text.empty() || box.w < 1 || box.h < 1) return 0;
  return static_cast<float>(fitted(box, text, type).size.height);
}

void Frame::write(const Box& box, std::string_view text, const Type& type) {
  if (text.empty() || box.w < 1 || box.h < 1) return;
  const Layout& layout = fitted(box, text, type);
  const Box at = placed(box);
  float top = at.y;
  const auto used = static_cast<float>(layout.size.height);
  if (type.vertical == VerticalAlign::kMiddle) top += (at.h - used) / 2;
  if (type.vertical == VerticalAlign::kBottom) top += at.h - used;
  parts_.texts.draw(parts_.list, layout,
                    {static_cast<int>(std::lround(at.x)), static_cast<int>(std::lround(top))}, type.color);
}

bool Frame::is_foreign(const Layout& layout) const {
  return (layout.direction == Direction::kRightToLeft) != mirrored_;
}

bool Frame::pressed(const Box& box, std::string_view name) {
  held_ = false;
  const Box at = placed(box);
  if (!enabled_ || at.w < 1 || at.h < 1) return false;
  const ImVec2 from = corner(at);
  const ImVec2 to = far_corner(at);
  parts_.targets.push_back(
      {std::string(name),
       {static_cast<int>(from.x), static_cast<int>(from.y), static_cast<int>(to.x), static_cast<int>(to.y)}});
  ImGui::SetCursorScreenPos(from);
  const bool hit = ImGui::InvisibleButton(parts_.targets.back().name.c_str(), {to.x - from.x, to.y - from.y});
  held_ = ImGui::IsItemActive() && ImGui::IsItemHovered();
  return hit && !parts_.hold.is_spent();
}

Frame::Slide Frame::slide_onto(const Box& box) const {
  if (!parts_.hold.is_spent()) return Slide::kNone;
  const Box at = placed(box);
  if (!ImGui::IsMouseHoveringRect(corner(at), far_corner(at), false)) return Slide::kNone;
  if (ImGui::IsMouseReleased(0)) return Slide::kLifted;
  return ImGui::IsMouseDown(0) ? Slide::kOver : Slide::kNone;
}

}  // namespace tertulia::ui
