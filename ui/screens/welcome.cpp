// SPDX-License-Identifier: Apache-2.0
// The welcome: who visits, a greeting in every language, and when and where it begins.
#include <algorithm>

#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/sign_parts.h"
#include "ui/screens/status_parts.h"

namespace tertulia::ui {
namespace {

constexpr float kSmallestWelcome = 40;
constexpr float kWelcomeTitleSize = 36;
constexpr float kWaitSize = 88;
constexpr float kLeastModule = 3;  // pixels of the glass; a camera across a room needs more than a near one

float least_side(const QrCode& code) {
  return kLeastModule * static_cast<float>(code.side + 2 * QrCode::kQuiet);
}

Type greeting_type(const Theme& theme) {
  return {kFarSize, theme.primary, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
}

// Side by side with a dot between, in as many lines as they need. Those that have no room are left out.
void draw_greetings(Frame& frame, Box box, const std::vector<Greeting>& greetings) {
  const Type type = greeting_type(frame.theme());
  Type dot = type;
  dot.color = frame.theme().muted;
  dot.align = Align::kCenter;
  const float between = frame.text_px(36);
  const float height = frame.text_px(56);
  Box line = box.cut_top(height);
  bool is_first = true;
  for (const Greeting& greeting : greetings) {
    const float width = static_cast<float>(frame.measure(greeting.text, type).width) + 2;
    if (!is_first && line.w < width + between) {
      if (box.h < height) return;
      line = box.cut_top(height);
      is_first = true;
    }
    if (!is_first) frame.write(line.cut_left(between), "·", dot);
    frame.write(line.cut_left(width), greeting.text, type);
    is_first = false;
  }
}

void draw_begins(Frame& frame, Box box, const WelcomeView& view) {
  const Theme& theme = frame.theme();
  const Type begins{kFarSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kBottom, 2};
  const Type title{kWelcomeTitleSize, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kTop, 2};
  if (view.title.empty()) {
    Type alone = begins;
    alone.color = theme.text, alone.vertical = VerticalAlign::kMiddle, alone.max_lines = 3;
    return frame.write(box, view.begins, alone);
  }
  const float above = frame.height_of(view.begins, begins, {0, 0, box.w, box.h * 0.46F}) + 1;
  const float below = frame.height_of(view.title, title, {0, 0, box.w, box.h - above}) + 1;
  const float gap = frame.px(6);
  Box texts = box.centred(box.w, std::min(box.h, above + below + gap));
  frame.write(texts.cut_top(above), view.begins, begins);
  texts.cut_top(std::min(gap, std::max(0.0F, texts.h - below)));
  frame.write(texts, view.title, title);
}

void draw_wait(Frame& frame, const Box& box, const WelcomeView& view) {
  Type type{kWaitSize, frame.theme().text, Weight::kBold, Align::kCenter, VerticalAlign::kMiddle,
            1,         Digits::kEqualWidth};
  type.size = largest_size(frame, view.wait, type, box.inset(frame.px(4), 0));
  frame.write(box, view.wait, type);
}

// When it begins, how long that is, and the code where the card has room for it.
void draw_card(Frame& frame, const Box& card, const WelcomeView& view, const QrCode& code) {
  frame.fill(card, frame.theme().card, frame.px(kCardRadius));
  Box inside = card.inset(frame.px(36), frame.px(20));
  if (frame.is_portrait()) {
    Box below = view.wait.empty() && code.side == 0 ? Box{} : inside.cut_bottom(inside.h * 0.5F);
    if (code.side > 0) draw_qr(frame, below.cut_right(below.h), code);
    if (!view.wait.empty()) draw_wait(frame, below, view);
    return draw_begins(frame, inside, view);
  }
  if (code.side > 0) {
    draw_qr(frame, inside.cut_right(inside.h), code);
    inside.cut_right(frame.px(24));
  }
  if (!view.wait.empty()) {
    draw_wait(frame, inside.cut_right(inside.w * 0.34F), view);
    inside.cut_right(frame.px(20));
  }
  draw_begins(frame, inside, view);
}

void draw_headline(Frame& frame, Box& page, const WelcomeView& view) {
  const Theme& theme = frame.theme();
  const Type kicker{kFarSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 2};
  const float kicker_height = frame.height_of(view.kicker, kicker, {0, 0, page.w, frame.text_px(76)}) + 1;
  frame.write(page.cut_top(std::max(kicker_height, frame.text_px(46))), view.kicker, kicker);
  page.cut_top(frame.px(8));
  Type type{72, theme.text,       Weight::kBold,      Align::kStart, VerticalAlign::kTop,
            5,  Digits::kAsDrawn, kHeadlineLineHeight};
  const Box most{0, 0, page.w, page.h * (view.greetings.empty() ? 0.9F : 0.62F)};
  type.size = unbroken_size(frame, view.headline, type, {most, kSmallestWelcome});
  frame.write(page.cut_top(frame.height_of(view.headline, type, most) + 1), view.headline, type);
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const WelcomeView& view) {
  frame.fill(frame.screen(), frame.theme().background);
  Box page = frame.screen().inset(frame.px(frame.is_portrait() ? kEdge : kMargin), 0);
  std::optional<Intent> wish = draw_sign_header(frame, cut_heading(frame, page), view.header);
  page.cut_bottom(frame.px(40));
  const Box card =
      page.cut_bottom(std::min(frame.text_px(frame.is_portrait() ? 400.0F : 192.0F), page.h * 0.45F));
  page.cut_bottom(frame.px(24));
  // A code with much in it is larger than the card.
  const float in_card = (frame.is_portrait() ? card.h / 2 : card.h) - frame.px(40);
  const bool is_in_card = view.code.side > 0 && least_side(view.code) <= in_card;
  const bool has_room = view.code.side > 0 && least_side(view.code) <= std::min(page.h, page.w * 0.45F);
  if (has_room && !is_in_card) {
    const float side = std::max(least_side(view.code), std::min(page.h, page.w * 0.3F));
    draw_qr(frame, page.cut_right(side), view.code);
    page.cut_right(frame.px(32));
  }
  draw_card(frame, card, view, is_in_card ? view.code : QrCode{});
  page.cut_top(std::max(0.0F, std::min(frame.px(64), page.h * 0.12F)));
  draw_headline(frame, page, view);
  page.cut_top(frame.px(16));
  draw_greetings(frame, page, view.greetings);
  return wish;
}

}  // namespace tertulia::ui
