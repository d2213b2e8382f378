// SPDX-License-Identifier: Apache-2.0
// A question of the kiosk: progress on top, the question, its body, Skip and Next below.
#include <variant>

#include "ui/icons.h"
#include "ui/screens/screens.h"
#include "ui/widgets.h"

namespace tertulia::ui {
namespace {

void draw_problem(Frame& frame, Box box, const std::string& problem) {
  if (problem.empty()) return;
  const float icon = frame.px(26);
  draw_warning(frame, box.cut_left(icon).centred(icon, icon), kPaper.red);
  box.cut_left(frame.px(10));
  frame.write(box, problem,
              {kLabelSize, kPaper.red, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 2});
}

std::optional<Intent> draw_footer(Frame& frame, Box footer, const QuestionView& view) {
  std::optional<Intent> wish;
  const Box next = footer.cut_right(std::min(footer.w * 0.45F, frame.px(320)));
  if (button(frame, next, "next", view.next, primary_look(kPaper))) wish = intent::Next{};
  if (!view.skip.empty()) {
    const Box skip = footer.cut_left(std::min(footer.w * 0.4F, frame.px(220)));
    if (button(frame, skip, "skip", view.skip, quiet_look(kPaper))) wish = intent::Skip{};
  }
  if (!frame.is_portrait()) draw_problem(frame, footer.inset(frame.px(12), 0), view.problem);
  return wish;
}

// The question and its hint, each as high as it needs, up to a third of the page.
void draw_question(Frame& frame, Box& page, const QuestionView& view) {
  const Type headline{kQuestionSize,       kPaper.text, Weight::kBold,    Align::kStart,
                      VerticalAlign::kTop, 3,           Digits::kAsDrawn, kHeadlineLineHeight};
  const float needed = frame.height_of(view.headline, headline, {0, 0, page.w, page.h * 0.34F});
  frame.write(page.cut_top(needed + 1), view.headline, headline);
  if (!view.hint.empty()) {
    page.cut_top(frame.px(4));
    const Type hint{24, kPaper.muted, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 2};
    const float height = frame.height_of(view.hint, hint, {0, 0, page.w, page.h * 0.2F});
    frame.write(page.cut_top(height + 1), view.hint, hint);
  }
  page.cut_top(frame.px(18));
}

}  // namespace

std::optional<Intent> draw_progress(Frame& frame, Box& box, const QuestionView& view) {
  std::optional<Intent> wish;
  Box strip = box.cut_top(frame.px(76));
  const float side = std::max(frame.smallest_target(), frame.px(72));
  if (view.can_go_back) {
    const Box back{0, 0, side, std::max(side, strip.h)};
    if (frame.pressed(back, "back")) wish = intent::Back{};
    draw_chevron_back(frame, Box{0, 0, side, strip.h}.centred(frame.px(20), frame.px(24)),
                      icon_ink(frame, kPaper));
  }
  strip.cut_left(side);
  if (view.can_read_aloud) {
    const Box speaker = strip.cut_right(side);
    if (frame.pressed({speaker.x, 0, side, std::max(side, strip.h)}, "read-aloud"))
      wish = intent::ReadAloud{};
    draw_speaker(frame, speaker.centred(frame.px(34), frame.px(34)), icon_ink(frame, kPaper));
  } else {
    strip.cut_right(frame.px(kEdge));
  }
  const Type step{kLabelSize, kPaper.muted, Weight::kRegular, Align::kEnd, VerticalAlign::kMiddle, 1};
  const float width = static_cast<float>(frame.measure(view.progress, step).width) + frame.px(6);
  frame.write(strip.cut_right(width), view.progress, step);
  strip.cut_right(frame.px(24));
  draw_bar(frame, strip.centred(strip.w, frame.px(12)), kPaper,
           view.steps > 0 ? view.step * 1000 / view.steps : 0);
  return wish;
}

std::optional<Intent> draw(Frame& frame, const QuestionView& view) {
  frame.fill(frame.screen(), kPaper.background);
  if (view.busy) frame.disable();
  if (const auto* text = std::get_if<TextBody>(&view.body)) return draw_text_question(frame, view, *text);
  Box page = frame.screen();
  std::optional<Intent> wish = draw_progress(frame, page, view);
  page = page.inset(frame.is_portrait() ? frame.px(40) : frame.px(kMargin), 0);
  page.cut_bottom(frame.px(kEdge));
  const float footer_height = std::max(frame.smallest_target(), frame.px(84));
  if (auto pressed = draw_footer(frame, page.cut_bottom(footer_height), view)) wish = std::move(pressed);
  // Between narrow buttons nobody could read it.
  if (frame.is_portrait() && !view.problem.empty())
    draw_problem(frame, page.cut_bottom(frame.px(80)), view.problem);
  page.cut_bottom(frame.px(24));
  draw_question(frame, page, view);
  auto answered = std::visit(
      [&](const auto& body) -> std::optional<Intent> {
        if constexpr (std::is_same_v<std::decay_t<decltype(body)>, TextBody>)
          return std::nullopt;
        else
          return draw_body(frame, page, body);
      },
      view.body);
  if (answered) wish = std::move(answered);
  return wish;
}

std::optional<Intent> draw_body(Frame&, const Box&, const NoteBody&) { return std::nullopt; }

}  // namespace tertulia::ui
