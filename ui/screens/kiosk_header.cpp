// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/kiosk_header.h"

#include "ui/screens/screens.h"

namespace tertulia::ui {

std::optional<Intent> draw_kiosk_header(Frame& frame, Box header, const Heading& heading,
                                        std::string_view clock) {
  const Type type{kLabelSize, frame.theme().muted, Weight::kRegular, Align::kEnd, VerticalAlign::kMiddle,
                  1,          Digits::kEqualWidth};
  const Box corner = header.cut_right(frame.text_px(110));
  frame.write(corner, clock, type);
  draw_heading(frame, header, heading);
  return watch_clock(frame, corner);
}

std::optional<Intent> begin_kiosk_page(Frame& frame, Box& page, const Heading& heading,
                                       std::string_view clock) {
  frame.fill(frame.screen(), frame.theme().background);
  page = frame.screen().inset(frame.px(kEdge), 0);
  return draw_kiosk_header(frame, cut_heading(frame, page), heading, clock);
}

}  // namespace tertulia::ui
