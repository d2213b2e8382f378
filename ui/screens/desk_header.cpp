// SPDX-License-Identifier: Apache-2.0
// The dark strip on top of the moderator's desk: room, how the device stands with the world, the clock.
#include <algorithm>

#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

Color dot_color(Tone tone) {
  switch (tone) {
    case Tone::kCalm:
      return rgb(0x58b584);
    case Tone::kAmber:
      return kNight.amber;
    case Tone::kRed:
      return kNight.red;
    case Tone::kPaused:
    case Tone::kMuted:
      break;
  }
  return kNight.muted;
}

}  // namespace

void draw_desk_header(Frame& frame, const Box& strip, const ModeratorView& view) {
  frame.fill(strip, kPaper.text);
  Box header = strip.inset(frame.px(kEdge), 0);
  const Type clock{28, kNight.text,        Weight::kBold, Align::kEnd, VerticalAlign::kMiddle,
                   1,  Digits::kEqualWidth};
  frame.write(header.cut_right(frame.px(90)), view.clock, clock);
  const Type status{20, kNight.text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
  for (auto chip = view.status.rbegin(); chip != view.status.rend(); ++chip) {
    header.cut_right(frame.px(24));
    const float width = static_cast<float>(frame.measure(chip->text, status).width) + frame.px(4);
    frame.write(header.cut_right(std::min(width, header.w * 0.5F)), chip->text, status);
    const Box dot = header.cut_right(frame.px(30));
    frame.disc(dot.x + frame.px(8), dot.middle_y(), frame.px(7), dot_color(chip->tone));
  }
  const Type room{kLabelSize, kNight.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1};
  const float width = static_cast<float>(frame.measure(view.room, room).width) + frame.px(4);
  frame.write(header.cut_left(std::min(width, header.w)), view.room, room);
  header.cut_left(frame.px(14));
  frame.write(header, view.role,
              {kLabelSize, kNight.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1});
}

}  // namespace tertulia::ui
