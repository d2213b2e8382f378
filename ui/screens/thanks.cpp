// SPDX-License-Identifier: Apache-2.0
// Saved: the tick in a ring that runs down to the next person; and the question whether somebody is
// there.
#include <numbers>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

Box draw_ring(Frame& frame, Box& page, const RingTime& time) {
  const Theme& theme = frame.theme();
  const float size = std::min(frame.px(162), page.h * 0.26F);
  const Box box = page.cut_top(size).centred(size, size);
  const Frame::Ring circle{box.middle_x(), box.middle_y(), size / 2 - frame.px(5), frame.px(10)};
  frame.ring(circle, 1, theme.track);
  const float around = 2 * std::numbers::pi_v<float> * circle.radius;
  frame.ring(circle, frame.part_left(time.until, time.whole, around), theme.primary);
  return box;
}

void draw_words(Frame& frame, Box& page, const std::string& headline, const std::string& detail) {
  const Theme& theme = frame.theme();
  page.cut_top(frame.px(22));
  frame.write(page.cut_top(frame.text_px(86)), headline,
              {64, theme.text, Weight::kBold, Align::kCenter, VerticalAlign::kMiddle, 1});
  page.cut_top(frame.px(6));
  frame.write(page.cut_top(frame.text_px(76)), detail,
              {30, theme.muted, Weight::kRegular, Align::kCenter, VerticalAlign::kMiddle, 2});
  page.cut_top(frame.px(28));
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const ThanksView& view) {
  const Theme& theme = frame.theme();
  frame.fill(frame.screen(), theme.background);
  Box page = frame.screen().inset(frame.px(kMargin), 0);
  page.cut_top(std::max(frame.px(24), (page.h - frame.px(302) - frame.text_px(162)) / 2));
  const Box ring = draw_ring(frame, page, view.ring);
  draw_check(frame, ring.inset(ring.w * 0.24F), theme.primary);
  draw_words(frame, page, view.headline, view.detail);
  const float height = std::max(frame.smallest_target(), frame.px(84));
  const Box row = page.cut_top(height);
  std::optional<Intent> wish;
  if (view.contact.empty()) {
    const Box done = row.centred(std::min(row.w, frame.text_px(180)), height);
    if (button(frame, done, "done", view.done, primary_look(theme))) wish = intent::Done{};
    return wish;
  }
  const Box pair = row.centred(std::min(row.w, frame.text_px(700)), height);
  if (button(frame, pair.column(0, 2, frame.px(kGap)), "contact", view.contact, plain_look(theme)))
    wish = intent::ChooseItem{MenuItemKind::kContact};
  if (button(frame, pair.column(1, 2, frame.px(kGap)), "done", view.done, primary_look(theme)))
    wish = intent::Done{};
  return wish;
}

std::optional<Intent> draw(Frame& frame, const StillThereView& view) {
  const Theme& theme = frame.theme();
  frame.fill(frame.screen(), theme.background);
  Box page = frame.screen().inset(frame.px(kMargin), 0);
  page.cut_top(std::max(frame.px(24), (page.h - frame.px(302) - frame.text_px(162)) / 2));
  (void)draw_ring(frame, page, view.ring);
  draw_words(frame, page, view.headline, view.detail);
  const float height = std::max(frame.smallest_target(), frame.px(84));
  const Box row = page.cut_top(height);
  const Box pair = row.centred(std::min(row.w, frame.text_px(700)), height);
  std::optional<Intent> wish;
  if (button(frame, pair.column(0, 2, frame.px(kGap)), "start-over", view.start_over, plain_look(theme)))
    wish = intent::StartOver{};
  if (button(frame, pair.column(1, 2, frame.px(kGap)), "go-on", view.go_on, primary_look(theme)))
    wish = intent::GoOn{};
  return wish;
}

}  // namespace tertulia::ui
