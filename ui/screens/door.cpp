// SPDX-License-Identifier: Apache-2.0
// The door sign: room, state, until when, what comes next. A closed session has nothing else to show.
#include "ui/screens/screens.h"
#include "ui/widgets.h"

namespace tertulia::ui {
namespace {

struct DoorLook {
  Color background, text, soft;
};

DoorLook look_of(DoorState state) {
  switch (state) {
    case DoorState::kClosedSession:
      return {kTeal, rgb(0xffffff), rgb(0xd3e6e4)};
    case DoorState::kOpenSession:
      return {kNight.background, kNight.text, kNight.muted};
    case DoorState::kFree:
      break;
  }
  return {kPaper.background, kPaper.text, kPaper.muted};
}

void draw_next(Frame& frame, Box line, const DoorView& view, const DoorLook& look) {
  if (view.next_time.empty()) return;
  const Type time{28, look.text,          Weight::kBold, Align::kStart, VerticalAlign::kMiddle,
                  1,  Digits::kEqualWidth};
  frame.write(line.cut_left(frame.px(112)), view.next_time, time);
  const Type access{28, look.soft, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
  const Type title{28, look.text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
  const float access_width = static_cast<float>(frame.measure(view.next_access, access).width) + frame.px(8);
  const float title_width = static_cast<float>(frame.measure(view.next_title, title).width) + frame.px(4);
  frame.write(line.cut_left(std::min(title_width, line.w - access_width - frame.px(40))), view.next_title,
              title);
  line.cut_left(frame.px(40));
  frame.write(line, view.next_access, access);
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const DoorView& view) {
  const DoorLook look = look_of(view.state);
  frame.fill(frame.screen(), look.background);
  Box page = frame.screen().inset(frame.is_portrait() ? frame.px(40) : frame.px(kMargin), frame.px(48));
  Box head = page.cut_top(frame.px(76));
  const Type room{44, look.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1};
  Type clock = room;
  clock.align = Align::kEnd;
  clock.digits = Digits::kEqualWidth;
  frame.write(head.cut_right(frame.px(150)), view.clock, clock);
  frame.write(head, view.room, room);

  draw_next(frame, page.cut_bottom(frame.px(54)), view, look);
  page.cut_bottom(frame.px(20));
  frame.fill(page.cut_bottom(std::max(1.0F, frame.px(2))), mixed(look.background, look.soft, 96));
  page.cut_bottom(frame.px(16));

  const Type headline{96, look.text,        Weight::kBold,      Align::kStart, VerticalAlign::kTop,
                      3,  Digits::kAsDrawn, kHeadlineLineHeight};
  const Box most{0, 0, page.w, page.h - frame.px(112)};
  const float height = frame.height_of(view.headline, headline, most) + 1;
  Box middle = page.centred(page.w, height + frame.px(112));
  frame.write(middle.cut_top(frame.px(52)), view.kicker,
              {31, look.soft, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1});
  frame.write(middle.cut_top(height), view.headline, headline);
  middle.cut_top(frame.px(8));
  frame.write(middle, view.detail,
              {31, look.soft, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1});
  return std::nullopt;
}

}  // namespace tertulia::ui
