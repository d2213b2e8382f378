// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/notice.h"

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"

namespace tertulia::ui {

void draw_notice(Frame& frame, Box& page, const Notice& notice) {
  const Theme& theme = frame.theme();
  const float icon_width = frame.text_px(40);
  const float inset = frame.px(20);
  const Type type{kBodySize, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle};
  const float width = page.w - 2 * inset - icon_width;
  const float text_height = static_cast<float>(frame.measure(notice.text, type, width).height);
  const Box band = page.cut_top(text_height + 2 * frame.px(12));
  frame.fill(band, theme.selected, frame.px(kButtonRadius));
  Box inside = band.inset(inset, 0);
  Box icon = inside.cut_left(icon_width);
  icon = Box{icon.x, icon.y, frame.text_px(28), icon.h}.centred(frame.text_px(28), frame.text_px(28));
  if (notice.tone == Tone::kCalm)
    draw_check(frame, icon, theme.primary);
  else
    draw_tone_shape(frame, icon, theme, notice.tone);
  frame.write(inside, notice.text, type);
}

}  // namespace tertulia::ui
