// SPDX-License-Identifier: Apache-2.0
// The kiosk's attract screen: the first question at once, languages in their own script, the privacy line.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/kiosk_header.h"
#include "ui/screens/languages.h"
#include "ui/screens/notice.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

std::optional<Intent> draw_header(Frame& frame, Box header, const AttractView& view) {
  std::optional<Intent> wish;
  if (view.can_read_aloud) wish = draw_read_aloud(frame, header);
  if (auto asked = draw_kiosk_header(frame, header, {view.title, view.room}, view.clock))
    wish = std::move(asked);
  return wish;
}

constexpr float kSmallestAttractQuestion = 34;

void draw_privacy(Frame& frame, const Box& box, const AttractView& view) {
  const Theme& theme = frame.theme();
  const Type type{kLabelSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 2};
  const float icon = frame.px(19);
  const float gap = frame.px(12);
  const float width =
      std::min(box.w - icon - gap, static_cast<float>(frame.measure(view.privacy, type).width) + frame.px(4));
  Box line = box.centred(width + icon + gap, box.h);
  draw_shield(frame, line.cut_left(icon).centred(icon, icon), theme.muted);
  line.cut_left(gap);
  frame.write(line, view.privacy, type);
}

constexpr float kSmallestWhy = 15;  // for whoever mends it, from near

// What a visitor can do, and below it, small, the sentence for whoever mends it.
void draw_refusal(Frame& frame, Box page, const AttractView& view) {
  page = page.inset(frame.px(frame.is_portrait() ? 16.0F : 48.0F), 0);
  Type detail{30, frame.theme().text, Weight::kRegular, Align::kCenter, VerticalAlign::kTop, 3};
  const Box most{page.x, page.y, page.w, page.h * 0.5F};
  detail.size = unbroken_size(frame, view.detail, detail, {most, kLabelSize});
  frame.write(page.cut_top(frame.height_of(view.detail, detail, most) + 1), view.detail, detail);
  page.cut_top(std::min(frame.px(16), page.h * 0.1F));
  Type why{kLabelSize, frame.theme().muted, Weight::kRegular, Align::kCenter, VerticalAlign::kTop, 5};
  why.size = unbroken_size(frame, view.why, why, {page, kSmallestWhy});
  frame.write(page, view.why, why);
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const AttractView& view) {
  const Theme& theme = frame.theme();
  frame.fill(frame.screen(), theme.background);
  if (view.busy) frame.disable();
  Box page = frame.screen().inset(frame.px(kEdge), 0);
  std::optional<Intent> wish = draw_header(frame, cut_heading(frame, page), view);

  if (auto chosen = draw_languages(frame, page, view.languages)) wish = std::move(chosen);
  page.cut_bottom(frame.px(36));

  if (view.notice) {
    draw_notice(frame, page, *view.notice);
    page.cut_top(frame.px(10));
  }
  const float middle = page.h;
  const Box headline = page.cut_top(middle * (frame.is_portrait() ? 0.22F : 0.30F));
  page.cut_top(frame.px(17));
  Type question{58, theme.text,       Weight::kBold,      Align::kCenter, VerticalAlign::kMiddle,
                4,  Digits::kAsDrawn, kHeadlineLineHeight};
  const Box text_box = headline.inset(frame.px(frame.is_portrait() ? 16.0F : 96.0F), 0);
  question.size = unbroken_size(frame, view.headline, question, {text_box, kSmallestAttractQuestion});
  frame.write(text_box, view.headline, question);
  const float touched = view.other.empty() ? 0 : std::ceil(frame.smallest_target()) + 1;
  Box privacy = page.cut_bottom(std::max(touched, std::min(frame.px(128), middle * 0.22F)));
  if (!view.other.empty()) {
    const float height = std::min(privacy.h, std::max(touched, frame.px(72)));
    const Box other = privacy.cut_right(privacy.w * 0.34F);
    if (button(frame, other.centred(other.w, height), "other", view.other, plain_look(theme)))
      wish = intent::ShowMenu{};
    privacy.cut_right(frame.px(16));
  }
  if (!view.privacy.empty()) draw_privacy(frame, privacy, view);
  if (!view.detail.empty()) draw_refusal(frame, page, view);
  if (!view.faces.empty()) {
    if (const auto face = draw_faces(frame, page, view.faces))
      wish = intent::Choose{view.question, view.faces[*face].name};
  } else if (!view.begin.empty()) {
    const Box begin = page.centred(std::min(page.w, frame.px(440)), std::min(page.h, frame.px(120)));
    if (button(frame, begin, "begin", view.begin, primary_look(theme))) wish = intent::Begin{};
  }
  return wish;
}

}  // namespace tertulia::ui
