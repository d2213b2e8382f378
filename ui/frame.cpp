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

Rect rect_of(const Box& placed) {
  return {static_cast<int>(std::floor(placed.x)), static_cast<int>(std::floor(placed.y)),
          static_cast<int>(std::ceil(placed.right())), static_cast<int>(std::ceil(placed.bottom()))};
}

ImVec2 corner(const Box& placed) { return {placed.x, std::round(placed.y)}; }
ImVec2 far_corner(const Box& placed) { return {placed.right(), std::round(placed.bottom())}; }

// Segments of a circle so that no edge is longer than about three pixels.
int segments_of(float radius) { return std::clamp(static_cast<int>(radius * 2.2F), 16, 160); }

int pixels_of(float size) { return std::max(1, static_cast<int>(std::lround(size))); }

Align swapped(Align align) {
  if (align == Align::kStart) return Align::kEnd;
  return align == Align::kEnd ? Align::kStart : align;
}

// Screen pixels for one token pixel if all got smaller with the screen.
float share_of(const Geometry& geometry) {
  const auto width = static_cast<float>(geometry.size.width);
  const auto height = static_cast<float>(geometry.size.height);
  return geometry.is_portrait() ? std::min(width / 800, height / 1280) : std::min(width / 1280, height / 800);
}

}  // namespace

float scale_of(const Geometry& geometry) {
  const float scale = share_of(geometry);
  return std::max(scale, std::min(kLeastScale, scale * 1.2F));
}

Frame::Frame(const Geometry& geometry, const Tongue& tongue, const FrameParts& parts)
    : geometry_(geometry),
      tongue_(tongue),
      parts_(parts),
      scale_(scale_of(geometry)),
      mirrored_(tongue.right_to_left) {
  // Type on a small panel is larger than its share already.
  text_scale_ = std::max(1.0F, parts.look.text_scale * share_of(geometry) / scale_);
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
  paragraph.style = {pixels_of(text_px(type.size)), type.weight, type.digits, type.line_height};
  paragraph.max_lines = type.max_lines;
  paragraph.align = type.align;
  return paragraph;
}

Size Frame::measure(std::string_view text, const Type& type, float width) {
  Type plain = type;
  plain.max_lines = 0;
  return parts_.texts.layouts().lay_out(paragraph_of(text, plain, width)).size;
}

bool Frame::fits(const Box& box, std::string_view text, const Type& type) {
  const Layout& layout = parts_.texts.layouts().lay_out(paragraph_of(text, type, box.w));
  return static_cast<float>(layout.size.height) <= box.h && !layout.ellipsized && !layout.broke_word;
}

const Layout& Frame::fitted(const Box& box, std::string_view text, const Type& type) {
  Paragraph paragraph = paragraph_of(text, type, box.w);
  LayoutCache& layouts = parts_.texts.layouts();
  const int height = static_cast<int>(box.h);
  const Layout* layout = &layouts.fit(paragraph, height);
  // Larger type is worth less than the whole text.
  if (text_scale_ > 1 && (layout->ellipsized || layout->broke_word || layout->size.height > height)) {
    paragraph.style.size_px = pixels_of(px(type.size));
    layout = &layouts.fit(paragraph, height);
  }
  if (!is_foreign(*layout)) return *layout;
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
  const Point from{static_cast<int>(std::lround(at.x)), static_cast<int>(std::lround(top))};
  parts_.texts.draw(parts_.list, layout, from, type.color);
  if (parts_.written != nullptr)
    note({std::string(text), rect_of(at), {}, type.color, pixels_of(text_px(type.size))}, layout, from);
}

void Frame::note(Written written, const Layout& layout, Point at) {
  for (const Line& line : layout.lines)
    written.ink = bounds(written.ink, {at.x + line.x, at.y + line.top, at.x + line.x + line.width,
                                       at.y + line.top + layout.line_height});
  const ImVec2 from = parts_.list.GetClipRectMin();
  const ImVec2 to = parts_.list.GetClipRectMax();
  written.ink = intersection(written.ink, {static_cast<int>(from.x), static_cast<int>(from.y),
                                           static_cast<int>(to.x), static_cast<int>(to.y)});
  if (written.ink.empty()) return;  // scrolled away
  written.size_px = layout.size_px;
  written.ellipsized = layout.ellipsized;
  written.broke_word = layout.broke_word;
  parts_.written->push_back(std::move(written));
}

bool Frame::is_foreign(const Layout& layout) const {
  return (layout.direction == Direction::kRightToLeft) != mirrored_;
}

Box Frame::write_field(const Box& box, std::string_view text, const Type& type, std::size_t caret) {
  Paragraph paragraph = paragraph_of(text, type, box.w);
  LayoutCache& layouts = parts_.texts.layouts();
  const Layout* layout = &layouts.lay_out(paragraph);
  if (is_foreign(*layout)) {
    paragraph.align = swapped(type.align);
    layout = &layouts.lay_out(paragraph);
  }
  const auto line = static_cast<float>(layout->line_height);
  const auto lines = static_cast<int>(layout->lines.size());
  const int shown = std::clamp(static_cast<int>(box.h / line), 1, lines);
  const Caret at = caret_at(*layout, static_cast<std::uint32_t>(caret));
  const int first = std::clamp(at.line - shown + 1, 0, lines - shown);
  const Box glass = placed(box);
  const bool is_middle = type.vertical == VerticalAlign::kMiddle;
  const float top = std::round(is_middle ? box.y + (box.h - static_cast<float>(shown) * line) / 2 : box.y);
  const float bottom = top + static_cast<float>(shown) * line;
  const Point from{static_cast<int>(std::lround(glass.x)),
                   static_cast<int>(top) - first * layout->line_height};
  parts_.list.PushClipRect({0, top}, {screen().w, bottom}, true);
  parts_.texts.draw(parts_.list, *layout, from, type.color);
  if (parts_.written != nullptr)
    note({std::string(text), rect_of(glass), {}, type.color, pixels_of(text_px(type.size))}, *layout, from);
  parts_.list.PopClipRect();
  const float x = std::round(glass.x) + static_cast<float>(at.x);
  return {placed_x(x), top + static_cast<float>(at.line - first) * line, 0, line};
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
  return hit;
}

}  // namespace tertulia::ui
