// SPDX-License-Identifier: Apache-2.0
// Lists of a Frame: what lies outside of the box is cut off, what is cut cannot be pressed.
#include <cmath>
#include <utility>

#include <imgui.h>

#include "ui/drawing/imgui_color.h"
#include "ui/frame/frame.h"
#include "ui/motion/motions.h"

namespace tertulia::ui {
namespace {

constexpr float kBarWidth = 6;   // tokens
constexpr float kBarSpace = 18;  // between the rows and the edge of the box
constexpr float kFadeHeight = 28;

}  // namespace

float Frame::width_in_list(float width) const { return std::round(width - px(kBarSpace)); }

Box Frame::begin_list(const List& list) {
  const float view = std::floor(list.box.h);
  const Extent extent{view, std::ceil(list.height)};
  open_list_ = OpenList{list, 0, extent.limit()};
  if (extent.limit() <= 0) return list.box;
  open_list_->list.box = {list.box.x, std::round(list.box.y), list.box.w, view};
  const Box& box = open_list_->list.box;
  const Rect area = touched_area(placed(box));
  open_list_->offset =
      parts_.motions.lists.offset_of({list.name, area, extent, list.focus}, parts_.motions.now);
  parts_.list.PushClipRect({static_cast<float>(area.left), static_cast<float>(area.top)},
                           {static_cast<float>(area.right), static_cast<float>(area.bottom)}, true);
  return {box.x, box.y - open_list_->offset, width_in_list(box.w), list.height};
}

void Frame::end_list(Color ground, Color bar) {
  const OpenList open = *std::exchange(open_list_, std::nullopt);
  if (open.limit <= 0) return;
  const Box& box = open.list.box;
  const Color clear{ground.argb & 0x00FFFFFFU};
  const float fading = std::min(px(kFadeHeight), box.h / 4);
  const Box rows{box.x, box.y, box.w - px(kBarSpace), box.h};
  const bool fades = ground.argb >> 24U != 0;
  if (fades && open.offset > 0) fade({rows.x, rows.y, rows.w, fading}, ground, clear);
  if (fades && open.offset < open.limit)
    fade({rows.x, rows.bottom() - fading, rows.w, fading}, clear, ground);
  parts_.list.PopClipRect();
  const float whole = box.h + open.limit;
  const float width = std::max(3.0F, px(kBarWidth));
  const float height = std::max(px(32), box.h * box.h / whole);
  const float part = std::clamp(open.offset / open.limit, 0.0F, 1.0F);
  fill({box.right() - width, box.y + (box.h - height) * part, width, height}, bar, width / 2);
}

void Frame::send_list(std::string_view name, float offset) {
  parts_.motions.lists.send(name, offset, parts_.motions.now);
}

Rect Frame::seen_of(const Rect& area) const {
  if (!open_list_ || open_list_->limit <= 0) return area;
  return intersection(area, touched_area(placed(open_list_->list.box)));
}

void Frame::reveal(const Box& box) {
  const Box& view = open_list_->list.box;
  const float margin = px(kGap) / 2;
  const float above = box.y - margin - view.y;
  const float below = box.bottom() + margin - view.bottom();
  send_list(open_list_->list.name, open_list_->offset + (above < 0 ? above : std::max(0.0F, below)));
}

void Frame::fade(const Box& box, Color from, Color to) {
  const Box at = placed(box);
  const ImVec2 corner{at.x, std::round(at.y)};
  const ImVec2 far{at.right(), std::round(at.bottom())};
  parts_.list.AddRectFilledMultiColor(corner, far, imgui_color(from), imgui_color(from), imgui_color(to),
                                      imgui_color(to));
}

}  // namespace tertulia::ui
