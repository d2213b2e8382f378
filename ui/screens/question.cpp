// SPDX-License-Identifier: Apache-2.0
// A question of the kiosk: progress on top, the question, its body, Skip and Next below. Nothing of it is
// cut: what has no room scrolls (decision 108).
#include <algorithm>
#include <utility>
#include <variant>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"
#include "ui/screens/long_page.h"
#include "ui/screens/question_words.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

struct Footer {
  Box skip;
  Box between;
  Box next;
};

Footer footer_of(const Frame& frame, Box box, const QuestionView& view) {
  Footer footer;
  const float skip_width = std::min(box.w * 0.32F, frame.text_px(220));
  footer.next = box.cut_right(std::min(box.w * 0.45F, frame.text_px(320)));
  if (!view.skip.empty()) footer.skip = box.cut_left(skip_width);
  footer.between = box.inset(frame.px(12), 0);
  return footer;
}

std::optional<Intent> draw_footer(Frame& frame, const Footer& footer, const QuestionView& view) {
  std::optional<Intent> wish;
  if (button(frame, footer.next, "next", view.next, primary_look(frame.theme()))) wish = intent::Next{};
  if (auto skipped = draw_skip(frame, footer.skip, view)) wish = std::move(skipped);
  return wish;
}

// Instead of Next, until the question has been read.
bool draw_read_on(Frame& frame, const Box& box) {
  const bool is_pressed = button(frame, box, "read-on", "", primary_look(frame.theme()));
  draw_chevron_down(frame, box.centred(frame.px(44), frame.px(44)), frame.theme().on_primary);
  return is_pressed;
}

// A text fills the page with its keyboard; any other body stands below its question.
std::optional<Intent> draw_page(Frame& frame, const QuestionView& view, const TextBody& body) {
  return draw_text_question(frame, view, body);
}
template <class Body>
std::optional<Intent> draw_page(Frame& frame, const QuestionView& view, const Body& body) {
  Box page = frame.screen();
  std::optional<Intent> wish = draw_progress(frame, page, view);
  page = page.inset(page_margin(frame), 0);
  page.cut_bottom(frame.px(kEdge));
  const Footer footer =
      footer_of(frame, page.cut_bottom(std::max(frame.smallest_target(), frame.px(84))), view);
  // Between narrow buttons nobody could read it.
  Box problem = footer.between;
  Box above_footer = page;
  if (frame.is_portrait() && !view.problem.empty()) problem = page.cut_bottom(frame.text_px(80));
  const bool has_problem = view.problem.empty() || shows_problem(frame, problem, view.problem);
  if (has_problem) above_footer = page;
  page.cut_bottom(frame.px(24));
  above_footer.cut_bottom(frame.px(24));
  const WordsAtTop words = place_words(frame, page, view);
  Box room = page;
  const Box picture = place_question_picture(frame, room, view);
  if (words.are_whole && has_problem && has_room(frame, room, body)) {
    draw_words(frame, words, view);
    draw_question_picture(frame, picture, view);
    if (auto answered = draw_body(frame, room, body)) wish = std::move(answered);
    draw_problem(frame, problem, view.problem);
    if (auto pressed = draw_footer(frame, footer, view)) wish = std::move(pressed);
    return wish;
  }
  if (has_problem) draw_problem(frame, problem, view.problem);
  LongPage long_page(frame, above_footer,
                     {view, running_text_of(frame, view, words), has_problem ? "" : view.problem}, body);
  if (auto answered = long_page.draw()) wish = std::move(answered);
  if (long_page.is_read()) {
    if (auto pressed = draw_footer(frame, footer, view)) wish = std::move(pressed);
    return wish;
  }
  if (draw_read_on(frame, footer.next)) long_page.read_on();
  if (auto skipped = draw_skip(frame, footer.skip, view)) wish = std::move(skipped);
  return wish;
}
std::optional<Intent> draw_page(Frame& frame, const QuestionView& view, const SearchBody& body) {
  return body.field.keyboard.empty() ? draw_page<SearchBody>(frame, view, body)
                                     : draw_search(frame, view, body);
}

}  // namespace

std::optional<Intent> draw_skip(Frame& frame, const Box& box, const QuestionView& view) {
  if (view.skip.empty() || !button(frame, box, "skip", view.skip, quiet_look(frame.theme())))
    return std::nullopt;
  return intent::Skip{};
}

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

}  // namespace tertulia::ui
