// SPDX-License-Identifier: Apache-2.0
// The status of the device: two columns of cards, one on a narrow screen. A column that has no room scrolls.
#include <string_view>
#include <vector>

#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/status_parts.h"

namespace tertulia::ui {
namespace {

constexpr float kBesideBar = 24;  // what the bar of a list takes of a column

enum class Part { kEnrolment, kSum, kSlip, kFacts };
using Column = std::vector<Part>;

float height_of(Frame& frame, const StatusView& view, Part part, float width) {
  switch (part) {
    case Part::kEnrolment:
      return height_of(frame, *view.enrolment, width);
    case Part::kSum:
      return height_of(frame, view.sum, width);
    case Part::kSlip:
      return height_of(frame, view.slip, width);
    case Part::kFacts:
      break;
  }
  return height_of(frame, view.facts, width);
}

void draw_part(Frame& frame, const Box& card, const StatusView& view, Part part) {
  switch (part) {
    case Part::kEnrolment:
      return draw_part(frame, card, *view.enrolment);
    case Part::kSum:
      return draw_part(frame, card, view.sum);
    case Part::kSlip:
      return draw_part(frame, card, view.slip);
    case Part::kFacts:
      break;
  }
  draw_part(frame, card, view.facts);
}

float height_of(Frame& frame, const StatusView& view, const Column& column, float width) {
  float height = -frame.px(kGap);
  for (const Part part : column) height += height_of(frame, view, part, width) + frame.px(kGap);
  return height;
}

struct NamedColumn {
  std::string_view name;
  Column parts;
};

// The enrolment request fills the remaining height, so that its QR code is large. Every other card is as high
// as its content.
void draw_column(Frame& frame, const Box& box, const StatusView& view, const NamedColumn& column) {
  const float whole = height_of(frame, view, column.parts, box.w);
  const bool scrolls = whole > box.h;
  const float width = scrolls ? box.w - frame.px(kBesideBar) : box.w;
  const float needed = scrolls ? height_of(frame, view, column.parts, width) : 0;
  Box content = frame.begin_list({box, column.name, needed});
  content.w = width;
  for (const Part part : column.parts) {
    const bool fills = part == Part::kEnrolment && column.parts.size() == 1;
    draw_part(frame, content.cut_top(fills ? content.h : height_of(frame, view, part, width)), view, part);
    content.cut_top(frame.px(kGap));
  }
  frame.end_list(frame.theme().background, frame.theme().ring);
}

float button_width(Frame& frame, std::string_view label) {
  const ButtonLook look = plain_look(frame.theme());
  const auto text = static_cast<float>(frame.measure(label, {look.size, {}, look.weight}).width);
  return std::max(frame.smallest_target(), text + frame.px(64));
}

float button_height(Frame& frame) { return std::max(frame.smallest_target(), frame.text_px(60)); }

// Cuts the button off the end of the header.
bool draw_header_button(Frame& frame, Box& header, std::string_view name, std::string_view label) {
  const Box slot = header.cut_right(button_width(frame, label));
  header.cut_right(frame.px(kGap));
  return button(frame, slot.centred(slot.w, button_height(frame)), name, label, plain_look(frame.theme()));
}

// The button to the clock stands beside Close where it leaves the title room, else below everything.
bool draw_clock_button(Frame& frame, Box& header, Box& page, const StatusView& view) {
  constexpr std::string_view kName = "setting";
  const auto title = static_cast<float>(frame.measure(view.title, {kBodySize, {}, Weight::kBold}).width);
  const float beside = button_width(frame, view.set_clock) + frame.px(kGap);
  if (title + beside <= header.w && !frame.is_portrait())
    return draw_header_button(frame, header, kName, view.set_clock);
  const Box below = page.cut_bottom(button_height(frame));
  page.cut_bottom(frame.px(12));
  return button(frame, below, kName, view.set_clock, plain_look(frame.theme()));
}

std::optional<Intent> draw_header(Frame& frame, Box header, Box& page, const StatusView& view) {
  std::optional<Intent> wish;
  if (draw_header_button(frame, header, "close", view.close)) wish = intent::Done{};
  if (!view.set_clock.empty() && draw_clock_button(frame, header, page, view))
    wish = intent::Steer{Control::kSetting};
  draw_heading(frame, header, {view.title, view.device, kBodySize});
  return wish;
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const StatusView& view) {
  frame.fill(frame.screen(), frame.theme().background);
  Box page = frame.screen().inset(frame.px(kEdge), 0);
  const float header = std::max(frame.text_px(92), frame.smallest_target() + frame.px(16));
  const Box top = page.cut_top(header);
  page.cut_bottom(frame.px(24));
  std::optional<Intent> wish = draw_header(frame, top, page, view);
  Column left{Part::kSum, Part::kSlip};
  Column right{Part::kFacts};
  if (view.enrolment) right = left, right.push_back(Part::kFacts), left = {Part::kEnrolment};
  if (frame.is_portrait()) {
    left.insert(left.end(), right.begin(), right.end());
    draw_column(frame, page, view, {"all", left});
    return wish;
  }
  const float gap = frame.px(kGap);
  draw_column(frame, page.cut_left((page.w - gap) / 2), view, {"answers", left});
  page.cut_left(gap);
  draw_column(frame, page, view, {"facts", right});
  return wish;
}

}  // namespace tertulia::ui
