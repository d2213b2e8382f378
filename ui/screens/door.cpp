// SPDX-License-Identifier: Apache-2.0
// The door sign: room, state, until when, what comes next. A closed session has nothing else to show.
#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

struct DoorLook {
  Color background, text, soft;
};

DoorLook look_of(const Frame& frame, DoorState state) {
  const Theme& theme = frame.theme(state == DoorState::kFree ? Ground::kLight : Ground::kDark);
  if (state == DoorState::kClosedSession) return {theme.closed, theme.on_closed, theme.on_closed_muted};
  return {theme.background, theme.text, theme.muted};
}

constexpr float kLogoHeight = 60;
constexpr float kNextSize = 28;
constexpr float kSmallestDoorHeadline = 48;

// What comes next and who may come; below each other where they have no room side by side.
void draw_next(Frame& frame, Box line, const DoorView& view, const DoorLook& look) {
  const Type time{kNextSize, look.text,          Weight::kBold, Align::kStart, VerticalAlign::kMiddle,
                  1,         Digits::kEqualWidth};
  frame.write(line.cut_left(frame.text_px(112)), view.next_time, time);
  const Type access{kNextSize, look.soft, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
  const Type title{kNextSize, look.text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 2};
  const float gap = frame.px(36);
  const float access_width = static_cast<float>(frame.measure(view.next_access, access).width) + frame.px(8);
  const float title_width = static_cast<float>(frame.measure(view.next_title, title).width) + frame.px(4);
  if (frame.is_portrait()) {
    frame.write(line.cut_bottom(frame.text_px(44)), view.next_access, access);
    return frame.write(line, view.next_title, title);
  }
  frame.write(line.cut_left(std::min(title_width, line.w - access_width - gap)), view.next_title, title);
  line.cut_left(gap);
  frame.write(line, view.next_access, access);
}

// As high as its longest text needs.
float next_height(Frame& frame, const DoorView& view, float width) {
  const float one = frame.text_px(54);
  if (frame.is_portrait()) return one + frame.text_px(84);
  const Type type{kNextSize, {}, Weight::kRegular};
  const float title = static_cast<float>(frame.measure(view.next_title, type).width);
  const float access = static_cast<float>(frame.measure(view.next_access, type).width);
  return title + access + frame.text_px(112) + frame.px(60) > width ? 1.6F * one : one;
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const DoorView& view) {
  const DoorLook look = look_of(frame, view.state);
  frame.fill(frame.screen(), look.background);
  Box page = frame.screen().inset(frame.is_portrait() ? frame.px(40) : frame.px(kMargin), frame.px(48));
  Box head = page.cut_top(frame.text_px(76));
  const Type room{44, look.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1};
  Type clock = room;
  clock.align = Align::kEnd;
  clock.digits = Digits::kEqualWidth;
  const Box corner = head.cut_right(frame.text_px(150));
  frame.write(corner, view.clock, clock);
  Box beside = head;
  const Box logo = cut_logo(frame, beside, look.background, frame.px(kLogoHeight));
  if (logo.w > 0 && frame.shows_all(beside, view.room, room)) {
    frame.logo(logo, look.background);
    head = beside;
  }
  frame.write(head, view.room, room);

  if (!view.next_time.empty()) {
    draw_next(frame, page.cut_bottom(next_height(frame, view, page.w)), view, look);
    page.cut_bottom(frame.px(20));
    frame.fill(page.cut_bottom(std::max(1.0F, frame.px(2))), mixed(look.background, look.soft, 84));
    page.cut_bottom(frame.px(16));
  }
  page.cut_top(frame.px(8));

  const float around = frame.text_px(frame.is_portrait() ? 156.0F : 112.0F);
  Type headline{96, look.text,        Weight::kBold,      Align::kStart, VerticalAlign::kTop,
                4,  Digits::kAsDrawn, kHeadlineLineHeight};
  const Box most{0, 0, page.w, page.h - around};
  headline.size = unbroken_size(frame, view.headline, headline, {most, kSmallestDoorHeadline});
  const float height = frame.height_of(view.headline, headline, most) + 1;
  Box middle = page.centred(page.w, height + around);
  frame.write(middle.cut_top(frame.text_px(52)), view.kicker,
              {30, look.soft, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1});
  frame.write(middle.cut_top(height), view.headline, headline);
  middle.cut_top(frame.px(8));
  frame.write(middle, view.detail,
              {30, look.soft, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 2});
  return watch_clock(frame, corner);
}

}  // namespace tertulia::ui
