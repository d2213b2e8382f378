// SPDX-License-Identifier: Apache-2.0
// A question of the kiosk: progress on top, the question, its body, Skip and Next below.
#include <variant>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kSmallestQuestion = 28;

void draw_problem(Frame& frame, Box box, const std::string& problem) {
  const Theme& theme = frame.theme();
  if (problem.empty()) return;
  const float icon = frame.px(26);
  draw_warning(frame, box.cut_left(icon).centred(icon, icon), theme.red);
  box.cut_left(frame.px(10));
  frame.write(box, problem, {kLabelSize, theme.red, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 3});
}

std::optional<Intent> draw_footer(Frame& frame, Box footer, const QuestionView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  const float skip_width = std::min(footer.w * 0.32F, frame.text_px(220));
  const Box next = footer.cut_right(std::min(footer.w * 0.45F, frame.text_px(320)));
  if (button(frame, next, "next", view.next, primary_look(theme))) wish = intent::Next{};
  if (!view.skip.empty()) {
    const Box skip = footer.cut_left(skip_width);
    if (button(frame, skip, "skip", view.skip, quiet_look(theme))) wish = intent::Skip{};
  }
  if (!frame.is_portrait()) draw_problem(frame, footer.inset(frame.px(12), 0), view.problem);
  return wish;
}

// The title of its group, in small letters above it.
void draw_group(Frame& frame, Box& page, const std::string& group) {
  if (group.empty()) return;
  const Type type{kLabelSize, frame.theme().muted, Weight::kBold, Align::kStart, VerticalAlign::kTop, 2};
  const float height = frame.height_of(group, type, {0, 0, page.w, page.h * 0.15F});
  frame.write(page.cut_top(height + 1), group, type);
  page.cut_top(std::min(frame.px(4), page.h * 0.01F));
}

// The question and its hint, each as high as it needs, up to a third of the page.
void draw_question(Frame& frame, Box& page, const QuestionView& view) {
  const Theme& theme = frame.theme();
  Type headline{kQuestionSize,       theme.text, Weight::kBold,    Align::kStart,
                VerticalAlign::kTop, 4,          Digits::kAsDrawn, kHeadlineLineHeight};
  const Box most{0, 0, page.w, page.h * 0.34F};
  headline.size = unbroken_size(frame, view.headline, headline, {most, kSmallestQuestion});
  const float needed = frame.height_of(view.headline, headline, most);
  frame.write(page.cut_top(needed + 1), view.headline, headline);
  if (!view.hint.empty()) {
    page.cut_top(std::min(frame.px(8), page.h * 0.012F));
    const Type hint{24, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 2};
    const float height = frame.height_of(view.hint, hint, {0, 0, page.w, page.h * 0.2F});
    frame.write(page.cut_top(height + 1), view.hint, hint);
  }
  page.cut_top(std::min(frame.px(22), page.h * 0.045F));
}

// A text fills the page with its keyboard; any other body stands below its question.
std::optional<Intent> draw_page(Frame& frame, const QuestionView& view, const TextBody& body) {
  return draw_text_question(frame, view, body);
}
std::optional<Intent> draw_page(Frame& frame, const QuestionView& view, const auto& body) {
  Box page = frame.screen();
  std::optional<Intent> wish = draw_progress(frame, page, view);
  page = page.inset(frame.is_portrait() ? frame.px(40) : frame.px(kMargin), 0);
  page.cut_bottom(frame.px(kEdge));
  const float footer_height = std::max(frame.smallest_target(), frame.px(84));
  if (auto pressed = draw_footer(frame, page.cut_bottom(footer_height), view)) wish = std::move(pressed);
  // Between narrow buttons nobody could read it.
  if (frame.is_portrait() && !view.problem.empty())
    draw_problem(frame, page.cut_bottom(frame.text_px(80)), view.problem);
  page.cut_bottom(frame.px(24));
  draw_group(frame, page, view.group);
  draw_question(frame, page, view);
  draw_question_picture(frame, page, view);
  if (auto answered = draw_body(frame, page, body)) wish = std::move(answered);
  return wish;
}

}  // namespace

std::optional<Intent> draw_read_aloud(Frame& frame, Box& strip) {
  const float side = std::max(frame.smallest_target(), frame.px(72));
  const Box speaker = strip.cut_right(side);
  const bool hit = frame.pressed({speaker.x, 0, side, std::max(side, strip.h)}, "read-aloud");
  draw_speaker(frame, speaker.centred(frame.px(34), frame.px(34)), touched_ink(frame, frame.theme().text));
  if (hit) return intent::ReadAloud{};
  return std::nullopt;
}

std::optional<Intent> draw_progress(Frame& frame, Box& box, const QuestionView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  Box strip = box.cut_top(frame.px(74));
  const float side = std::max(frame.smallest_target(), frame.px(72));
  if (view.can_go_back) {
    const Box back{0, 0, side, std::max(side, strip.h)};
    if (frame.pressed(back, "back")) wish = intent::Back{};
    draw_chevron_back(frame, Box{0, 0, side, strip.h}.centred(frame.px(20), frame.px(24)),
                      touched_ink(frame, theme.text));
  }
  strip.cut_left(side);
  if (view.can_read_aloud) {
    if (auto read = draw_read_aloud(frame, strip)) wish = std::move(read);
  } else {
    strip.cut_right(frame.px(kEdge));
  }
  const Type progress{kLabelSize, theme.muted, Weight::kRegular, Align::kEnd, VerticalAlign::kMiddle, 1};
  const float width = static_cast<float>(frame.measure(view.progress, progress).width) + frame.px(6);
  frame.write(strip.cut_right(width), view.progress, progress);
  strip.cut_right(frame.px(24));
  draw_bar(frame, strip.centred(strip.w, frame.px(12)), theme,
           view.total > 0 ? view.number * 1000 / view.total : 0);
  return wish;
}

std::optional<Intent> draw(Frame& frame, const QuestionView& view) {
  frame.fill(frame.screen(), frame.theme().background);
  if (view.busy) frame.disable();
  return std::visit([&](const auto& body) { return draw_page(frame, view, body); }, view.body);
}

std::optional<Intent> draw_body(Frame& frame, const Box& box, const NoteBody& body) {
  if (!body.answer.empty())
    frame.write(box, body.answer,
                {kQuestionSize, frame.theme().text, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 6});
  return std::nullopt;
}

}  // namespace tertulia::ui
