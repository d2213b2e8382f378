// SPDX-License-Identifier: Apache-2.0
// Ask the room: the questions of others, each with a hand to support it, and a button for an own one.
#include <algorithm>

#include "ui/frame/menu_icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/kiosk_header.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kHeadline = 42;
constexpr float kSmallestAskHeadline = 32;
constexpr float kRow = 98;
constexpr float kGapOfRows = 14;

bool draw_support(Frame& frame, const Box& box, const AskedQuestion& question) {
  const Theme& theme = frame.theme();
  const bool hit = frame.pressed(box, "support:" + question.id);
  const Color ground = question.supported ? theme.primary : mixed(theme.card, theme.keyboard, 160);
  const Color ink = question.supported ? theme.on_primary : theme.text;
  const Box face = pressed_in(frame, box);
  frame.fill(face, lit(frame, ground, ink), frame.px(kButtonRadius));
  const Type number{kBodySize,          ink, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1,
                    Digits::kEqualWidth};
  const float icon = std::min(frame.px(32), face.h * 0.5F);
  const float width = static_cast<float>(frame.measure(question.supports, number).width) + 2;
  Box inside = face.centred(icon + frame.px(14) + width, face.h);
  draw_hand(frame, inside.cut_left(icon).centred(icon, icon), ink);
  inside.cut_left(frame.px(14));
  frame.write(inside, question.supports, number);
  return hit;
}

bool draw_question(Frame& frame, const Box& card, const AskedQuestion& question) {
  const Theme& theme = frame.theme();
  draw_card(frame, card, theme, question.supported ? CardState::kChosen : CardState::kPlain);
  Box inside = card.inset(frame.px(12), frame.px(12));
  const Box hand = inside.cut_right(std::max(frame.smallest_target(), frame.px(150)));
  inside.cut_right(frame.px(16));
  inside.cut_left(frame.px(16));
  frame.write(inside, question.text,
              {kBodySize + 1, theme.text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle});
  return draw_support(frame, hand, question);
}

// As high as its text needs, and never too low for a finger.
float height_of(Frame& frame, const AskedQuestion& question, float width) {
  const Type type{kBodySize + 1, {}, Weight::kRegular};
  const float text = width - frame.px(56) - std::max(frame.smallest_target(), frame.px(150));
  return std::max({frame.px(kRow), frame.smallest_target() + frame.px(24),
                   static_cast<float>(frame.measure(question.text, type, text).height) + frame.px(28)});
}

std::optional<Intent> draw_questions(Frame& frame, const Box& box,
                                     const std::vector<AskedQuestion>& questions) {
  std::optional<Intent> wish;
  const float gap = frame.px(kGapOfRows);
  std::vector<float> heights;
  float height = 0;
  for (const AskedQuestion& question : questions) {
    heights.push_back(height_of(frame, question, frame.width_in_list(box.w)));
    height += heights.back() + gap;
  }
  Box content = frame.begin_list({box, "questions", height > 0 ? height - gap : 0});
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const Box row{content.x, content.y, content.w, heights[i]};
    if (draw_question(frame, row, questions[i])) wish = intent::Support{questions[i].id};
    content.y += heights[i] + gap;
  }
  frame.end_list(frame.theme().background, frame.theme().ring);
  return wish;
}

std::optional<Intent> draw_buttons(Frame& frame, Box row, const AskView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  const float half = row.w * (frame.is_portrait() ? 0.5F : 0.36F);
  const Box ask = row.cut_right(half);
  if (!view.ask.empty() && button(frame, ask, "ask", view.ask, primary_look(theme)))
    wish = intent::AskQuestion{};
  row.cut_right(frame.px(kGap));
  if (button(frame, row.cut_left(std::min(row.w, half)), "back", view.back, quiet_look(theme)))
    wish = intent::Back{};
  return wish;
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const AskView& view) {
  const Theme& theme = frame.theme();
  Box page;
  std::optional<Intent> wish = begin_kiosk_page(frame, page, {view.title, view.room}, view.clock);

  page = page.inset(frame.px(frame.is_portrait() ? 0.0F : 32.0F), 0);
  page.cut_bottom(frame.px(32));
  const float buttons = std::max(frame.smallest_target(), frame.px(84));
  if (auto pressed = draw_buttons(frame, page.cut_bottom(buttons), view)) wish = std::move(pressed);
  page.cut_bottom(frame.px(20));
  Type headline{kHeadline, theme.text,       Weight::kBold,      Align::kStart, VerticalAlign::kMiddle,
                3,         Digits::kAsDrawn, kHeadlineLineHeight};
  const Box most{0, 0, page.w, page.h * 0.3F};
  headline.size = unbroken_size(frame, view.headline, headline, {most, kSmallestAskHeadline});
  frame.write(page.cut_top(frame.height_of(view.headline, headline, most) + frame.px(8)), view.headline,
              headline);
  const Type hint{24, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 3};
  frame.write(page.cut_top(frame.height_of(view.hint, hint, {0, 0, page.w, page.h * 0.3F}) + frame.px(14)),
              view.hint, hint);
  page.cut_top(frame.px(12));
  if (auto pressed = draw_questions(frame, page, view.questions)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
