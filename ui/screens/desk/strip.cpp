// SPDX-License-Identifier: Apache-2.0
// The dark strip on top of the desk: room, role, status, clock.
#include <algorithm>

#include "ui/screens/desk/desk.h"

namespace tertulia::ui {
namespace {

Color dot_color(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::kCalm:
      return theme.good;
    case Tone::kAmber:
      return theme.amber;
    case Tone::kRed:
      return theme.red;
    case Tone::kPaused:
    case Tone::kMuted:
      break;
  }
  return theme.muted;
}

struct PlacedChip {
  const Chip* chip;
  Box dot, text;
};

Type chip_type(const Theme& theme) {
  return {20, theme.text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 3};
}

// From the end of the line. Where the chips are too long together, each shrinks by the same part, and the
// first are left out that would then be narrower than two thirds of what they say.
std::vector<PlacedChip> place_chips(Frame& frame, Box& header, const std::vector<Chip>& status) {
  const Type type = chip_type(frame.theme(Ground::kStrip));
  const float dot_width = frame.px(30);
  const float gap = frame.px(24);
  std::vector<float> widths;
  float texts = 0;
  for (const Chip& chip : status) {
    widths.push_back(static_cast<float>(frame.measure(chip.text, type).width) + frame.px(4));
    texts += widths.back();
  }
  std::size_t first = 0;
  const auto room = [&] { return header.w - static_cast<float>(status.size() - first) * (gap + dot_width); };
  while (first + 1 < status.size() && room() < texts * 2 / 3) texts -= widths[first++];
  const float part = texts > 0 ? std::min(1.F, room() / texts) : 1.F;
  std::vector<PlacedChip> placed;
  for (std::size_t i = status.size(); i > first; --i) {
    header.cut_right(gap);
    const Box text_box = header.cut_right(widths[i - 1] * part);
    placed.push_back({&status[i - 1], header.cut_right(dot_width), text_box});
  }
  return placed;
}

// The link status, up to the clock. A touch opens the status screen.
std::optional<Intent> draw_status(Frame& frame, const Box& strip, Box& header, const DeskStrip& view) {
  const Theme& theme = frame.theme(Ground::kStrip);
  const auto chips = place_chips(frame, header, view.status);
  const float from = header.right() + frame.px(8);
  // The strip is lower than a finger needs on a small panel; what lies below it is a margin.
  const Box button{from, strip.y, strip.right() - from, std::max(strip.h, frame.smallest_target())};
  std::optional<Intent> wish;
  if (frame.pressed(button, "status")) wish = intent::ShowStatus{};
  if (frame.depth() > 0)
    frame.fill({button.x, strip.y, button.w, strip.h}, lit(frame, theme.card, theme.text));
  for (const PlacedChip& each : chips) {
    frame.write(each.text, each.chip->text, chip_type(theme));
    frame.disc(each.dot.x + frame.px(8), each.dot.middle_y(), frame.px(7), dot_color(theme, each.chip->tone));
  }
  return wish;
}

}  // namespace

std::optional<Intent> draw_desk_strip(Frame& frame, Box& page, const DeskStrip& view) {
  const Theme& theme = frame.theme(Ground::kStrip);
  const Box strip = page.cut_top(frame.px(72));
  frame.fill(strip, theme.card);
  Box header = strip.inset(frame.px(kEdge), 0);
  const Type clock{28, theme.text,         Weight::kBold, Align::kEnd, VerticalAlign::kMiddle,
                   1,  Digits::kEqualWidth};
  const Box corner = header.cut_right(frame.text_px(90));
  const Type room{kLabelSize, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1};
  const float width = static_cast<float>(frame.measure(view.room, room).width) + frame.px(4);
  frame.write(header.cut_left(std::min(width, header.w)), view.room, room);
  header.cut_left(frame.px(14));
  std::optional<Intent> wish = draw_status(frame, strip, header, view);
  frame.write(corner, view.clock, clock);
  // The first chip that is left out when problems need the space.
  const Type role{kLabelSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
  if (static_cast<float>(frame.measure(view.role, role).width) <= header.w)
    frame.write(header, view.role, role);
  return wish;
}

}  // namespace tertulia::ui
