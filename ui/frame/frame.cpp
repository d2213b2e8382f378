// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/frame.h"

#include <cmath>
#include <numbers>

#include <imgui.h>

#include "firmware/domain/emphasis.h"
#include "ui/drawing/imgui_color.h"
#include "ui/drawing/text_painter.h"
#include "ui/motion/motions.h"
#include "ui/text/wipe.h"

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
Spot spot(ImVec2 at) { return {at.x, at.y}; }

// Screen pixels for one token pixel if all got smaller with the screen.
float share_of(const Geometry& geometry) {
  const auto width = static_cast<float>(geometry.size.width);
  const auto height = static_cast<float>(geometry.size.height);
  return geometry.is_portrait() ? std::min(width / 800, height / 1280) : std::min(width / 1280, height / 800);
}

// All of a text is there, and no word of it was broken.
bool is_whole(const Layout& layout, float height) {
  return static_cast<float>(layout.size.height) <= height && !layout.ellipsized && !layout.broke_word;
}

// In a list, scrolled away by more than a picture is ever shifted. A list of thousands would fill the draw
// list.
bool is_out_of_sight(const ImDrawList& list, const Box& placed) {
  constexpr float kSafe = 64;
  return placed.bottom() < list.GetClipRectMin().y - kSafe || placed.y > list.GetClipRectMax().y + kSafe;
}

int pixels_of(float size) { return std::max(1, static_cast<int>(std::lround(size))); }

}  // namespace

Align swapped(Align align) {
  if (align == Align::kStart) return Align::kEnd;
  return align == Align::kEnd ? Align::kStart : align;
}

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

Frame Frame::inside(const Box& box, const Tongue& tongue, Ground ground) const {
  constexpr float kWidth = 1280;
  const Box at = placed(box);
  FrameParts parts = parts_;
  parts.ground = ground;
  parts.written = nullptr;
  parts.logo = nullptr;
  Frame frame({{static_cast<int>(at.w), static_cast<int>(at.h)}, 0}, tongue, parts);
  frame.origin_ = {at.x, std::round(at.y)};
  frame.scale_ = at.w / kWidth;
  frame.text_scale_ = 1;
  frame.disable();
  return frame;
}

float Frame::tap_radius() const {
  constexpr double kMillimetres = 3;
  constexpr float kTokens = 12;
  const auto known = static_cast<float>(kMillimetres * geometry_.pixels_per_mm);
  return known > 0 ? known : px(kTokens);
}

Box Frame::screen() const {
  return {0, 0, static_cast<float>(geometry_.size.width), static_cast<float>(geometry_.size.height)};
}

float Frame::placed_x(float x) const {
  return origin_.x + (mirrored_ ? static_cast<float>(geometry_.size.width) - x : x);
}

Box Frame::placed(const Box& box) const {
  // Rounded before it is mirrored, so that both directions of reading are exact images of each other.
  const float left = std::round(box.x);
  const float right = std::round(box.right());
  const float x = mirrored_ ? static_cast<float>(geometry_.size.width) - right : left;
  return {origin_.x + x, origin_.y + box.y, right - left, box.h};
}

void Frame::fill(const Box& box, Color color, float radius) {
  if (box.w <= 0 || box.h <= 0) return;
  const Box at = placed(box);
  if (is_out_of_sight(parts_.list, at)) return;
  if (radius < 0.5F)
    parts_.list.AddRectFilled(corner(at), far_corner(at), imgui_color(color));
  else
    fill_path(parts_.list, rounded_path(spot(corner(at)), spot(far_corner(at)), radius), color);
}

void Frame::outline(const Box& box, Color color, float radius, float thickness) {
  if (box.w <= 0 || box.h <= 0) return;
  const Box at = placed(box);
  if (is_out_of_sight(parts_.list, at)) return;
  // The pen runs along the middle of the line: pull the path in, so that the line lies inside the box.
  const float half = thickness / 2;
  const Spot from{corner(at).x + half, corner(at).y + half};
  const Spot to{far_corner(at).x - half, far_corner(at).y - half};
  stroke_path(parts_.list, rounded_path(from, to, radius - half), {thickness, color, Ends::kJoined});
}

void Frame::fill(std::span<const Spot> spots, Color color) {
  Path path;
  for (const Spot& each : spots) path.push_back({placed_x(each.x), origin_.y + each.y});
  if (mirrored_) std::reverse(path.begin(), path.end());  // it goes clockwise there, too
  fill_path(parts_.list, path, color);
}

void Frame::disc(float x, float y, float radius, Color color) {
  if (is_out_of_sight(parts_.list, {x, origin_.y + y - radius, 0, 2 * radius})) return;
  fill_path(parts_.list, circle_path({placed_x(x), origin_.y + y}, radius), color);
}

void Frame::ring(const Ring& ring, float part, Color color) {
  const Spot centre{placed_x(ring.x), origin_.y + ring.y};
  if (part >= 1) {
    stroke_path(parts_.list, circle_path(centre, ring.radius), {ring.thickness, color, Ends::kJoined});
    return;
  }
  if (part <= 0) return;
  const float start = -kPi / 2;
  const Path path = arc_path({centre, ring.radius, start, start + part * 2 * kPi});
  stroke_path(parts_.list, path, {ring.thickness, color});
  for (const Spot& tip : {path.front(), path.back()})
    fill_path(parts_.list, circle_path(tip, ring.thickness / 2), color);
}

void Frame::stroke(std::span<const Spot> spots, float thickness, Color color) {
  Path path;
  for (const Spot& each : spots) path.push_back({placed_x(each.x), origin_.y + each.y});
  stroke_path(parts_.list, path, {thickness, color});
  // Round ends and corners.
  if (thickness < 3) return;
  const bool is_curve = path.size() > 8;
  for (std::size_t i = 0; i < path.size(); ++i)
    if (!is_curve || i == 0 || i + 1 == path.size())
      fill_path(parts_.list, circle_path(path[i], thickness / 2), color);
}

Paragraph Frame::paragraph_of(std::string_view text, const Type& type, float width) const {
  Paragraph paragraph;
  paragraph.text = std::string(text);
  paragraph.language = tongue_.language;
  // Clocks, countdowns and the keys of a Latin keyboard read from the left in every language.
  const bool keeps = type.digits != Digits::kAsDrawn || reading_ == Reading::kLeftToRight;
  paragraph.direction = keeps ? Direction::kLeftToRight : Direction::kFromText;
  paragraph.width = std::floor(width);
  // Bold words stand out of regular ones only.
  const Weight weight = has_bold_words(text) ? Weight::kRegular : type.weight;
  paragraph.style = {pixels_of(text_px(type.size)), weight, type.digits, type.line_height};
  paragraph.max_lines = type.max_lines;
  paragraph.align = type.align;
  return paragraph;
}

Size Frame::measure(std::string_view text, const Type& type, float width) {
  Type plain = type;
  plain.max_lines = 0;
  Paragraph paragraph = paragraph_of(text, plain, width);
  const WipedAtEnd wiped{paragraph.text};
  return parts_.texts.layouts().lay_out(paragraph).size;
}

bool Frame::fits(const Box& box, std::string_view text, const Type& type) {
  Paragraph paragraph = paragraph_of(text, type, box.w);
  const WipedAtEnd wiped{paragraph.text};
  return is_whole(parts_.texts.layouts().lay_out(paragraph), box.h);
}

bool Frame::shows_all(const Box& box, std::string_view text, const Type& type) {
  if (text.empty()) return true;
  if (box.w < 1 || box.h < 1) return false;
  return is_whole(fitted(box, text, type), box.h);
}

const Layout& Frame::fitted(const Box& box, std::string_view text, const Type& type) {
  Paragraph paragraph = paragraph_of(text, type, box.w);
  const WipedAtEnd wiped{paragraph.text};
  LayoutCache& layouts = parts_.texts.layouts();
  const int height = static_cast<int>(box.h);
  const Layout* layout = &layouts.fit(paragraph, height);
  // Larger type is worth less than the whole text.
  if (text_scale_ > 1 && !is_whole(*layout, static_cast<float>(height))) {
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
  const Box at = placed(box);
  if (is_out_of_sight(parts_.list, at)) return;
  const Layout& layout = fitted(box, text, type);
  float top = at.y;
  const auto used = static_cast<float>(layout.size.height);
  if (type.vertical == VerticalAlign::kMiddle) top += (at.h - used) / 2;
  if (type.vertical == VerticalAlign::kBottom) top += at.h - used;
  const Point from{static_cast<int>(std::lround(at.x)), static_cast<int>(std::lround(top))};
  parts_.texts.draw(parts_.list, layout, from, type.color);
  note(at, text, type, {layout, from});
}

void Frame::note(const Box& placed, std::string_view text, const Type& type, const Drawn& drawn) const {
  if (parts_.written == nullptr) return;
  const auto& [layout, at] = drawn;
  Written written{std::string(text), rect_of(placed), {}, type.color, pixels_of(text_px(type.size))};
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

Rect Frame::touched_area(const Box& placed) const {
  const ImVec2 from = corner(placed);
  const ImVec2 to = far_corner(placed);
  return {static_cast<int>(from.x), static_cast<int>(from.y), static_cast<int>(to.x), static_cast<int>(to.y)};
}

bool Frame::hit(const Rect& area, std::string_view name) {
  ImGui::SetCursorScreenPos({static_cast<float>(area.left), static_cast<float>(area.top)});
  ImGui::PushID(name.data(), name.data() + name.size());
  const ImGuiID button = ImGui::GetID("");
  const bool is_hit =
      ImGui::InvisibleButton("", {static_cast<float>(area.width()), static_cast<float>(area.height())});
  ImGui::PopID();
  is_held_ = ImGui::IsItemActive() && ImGui::IsItemHovered();
  const Finger finger = is_held_ ? Finger::kOn : Finger::kOff;
  depth_ = look().motion == Motion::kReduced
               ? (is_held_ ? 1.0F : 0.0F)
               : parts_.motions.presses.depth(button, finger, parts_.motions.now);
  return is_hit && !parts_.motions.hold.is_spent();
}

bool Frame::is_held_long() { return is_held_ && parts_.motions.hold.is_long(); }
bool Frame::is_held_for(BootTime time) { return is_held_ && parts_.motions.hold.is_down_for(time); }
bool Frame::repeats() { return is_held_ && parts_.motions.hold.repeats(); }

std::optional<Frame::Dragging> Frame::dragged(const Box& box, std::string_view name) {
  const Box at = placed(box);
  if (!enabled_ || at.w < 1 || at.h < 1) return std::nullopt;
  const Rect area = touched_area(at);
  const Rect seen = seen_of(area);
  if (seen.empty() || seen.height() < std::min(area.height(), static_cast<int>(smallest_target_)))
    return std::nullopt;
  parts_.targets.push_back({std::string(name), seen});
  parts_.motions.lists.leave(seen);
  const bool is_lifted = hit(seen, name) || ImGui::IsItemDeactivated();
  const ImVec2 finger = ImGui::GetIO().MousePos;
  // A contact that was cancelled is nowhere.
  if (!(is_lifted || ImGui::IsItemActive()) || !ImGui::IsMousePosValid(&finger)) return std::nullopt;
  return Dragging{{placed_x(finger.x) - (mirrored_ ? 0.0F : 2 * origin_.x), finger.y - origin_.y}, is_lifted};
}

Frame::PassingFinger Frame::passing_finger(const Box& box) const {
  if (!parts_.motions.hold.is_spent()) return PassingFinger::kNone;
  const Box at = placed(box);
  if (!ImGui::IsMouseHoveringRect(corner(at), far_corner(at), false)) return PassingFinger::kNone;
  if (ImGui::IsMouseReleased(0)) return PassingFinger::kLifted;
  return ImGui::IsMouseDown(0) ? PassingFinger::kOver : PassingFinger::kNone;
}

bool Frame::pressed(const Box& box, std::string_view name) {
  depth_ = 0;
  is_held_ = false;
  const Box at = placed(box);
  if (!enabled_ || at.w < 1 || at.h < 1) return false;
  const Rect area = touched_area(at);
  const Rect seen = seen_of(area);
  if (seen.empty()) return false;
  if (seen.height() < std::min(area.height(), static_cast<int>(smallest_target_))) {
    if (hit(seen, name)) reveal(box);
    return false;
  }
  parts_.targets.push_back({std::string(name), seen});
  return hit(seen, name);
}

float Frame::part_left(BootTime until, BootTime whole, float pixels) {
  if (whole <= BootTime{0} || until <= parts_.motions.now) return 0;
  const auto left = until - parts_.motions.now;
  const bool is_smooth = look().motion == Motion::kFull;
  const BootTime second = std::chrono::seconds(1);
  const BootTime interval =
      is_smooth ? std::max<BootTime>(kFrameTime, whole / std::max(1, static_cast<int>(pixels))) : second;
  parts_.motions.ask_again(until - (left - BootTime{1}) / interval * interval);
  const auto shown = is_smooth ? left : (left + second - BootTime{1}) / second * second;
  return std::min(1.0F, static_cast<float>(shown.count()) / static_cast<float>(whole.count()));
}

}  // namespace tertulia::ui
