// SPDX-License-Identifier: Apache-2.0
// A question answered in words or with a number.
#include <algorithm>
#include <utility>

#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"
#include "ui/screens/question_words.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kFieldHeight = 148;  // where the screen is wider than high
constexpr float kAboveTyped = 18;    // within the field
constexpr float kAboveKeyboard = 8;  // what stands above the keyboard
constexpr float kTextKeyboard = 0.48F;

float caret_width(const Frame& frame) { return std::max(2.0F, frame.px(3)); }

// Writes the text and, behind it, the places that are still empty. Both read from the left in every language;
// together they stand where the screen's language begins.
FieldSpots write_typed(Frame& frame, Box inside, const TextBody& body, const Type& type) {
  const Theme& theme = frame.theme();
  Type muted = type;
  muted.color = theme.muted;
  const float rest = static_cast<float>(frame.measure(body.unfilled, muted).width) + 1;
  if (frame.is_mirrored() && !body.unfilled.empty()) {
    frame.write(inside.cut_left(rest), body.unfilled, muted);
    inside.cut_left(caret_width(frame));
  }
  const FieldSpots spots =
      frame.write_field(inside, {body.text, body.caret, body.selected, theme.selected}, type);
  if (!frame.is_mirrored())
    frame.write({spots.caret.x + caret_width(frame), inside.y, rest, inside.h}, body.unfilled, muted);
  return spots;
}

// Hint or problem at the start, the count at the end.
Type note_type(const Frame& frame, const QuestionView& view) {
  const Theme& theme = frame.theme();
  Type note{kSmallSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 1};
  if (!view.problem.empty()) note.color = theme.red, note.weight = Weight::kBold;
  return note;
}
const std::string& note_of(const QuestionView& view) {
  return view.problem.empty() ? view.hint : view.problem;
}
Box cut_count(const Frame& frame, Box& line) { return line.cut_right(frame.text_px(130)); }

void draw_count(Frame& frame, Box& line, const TextBody& body) {
  const Type count{kSmallSize, frame.theme().muted, Weight::kRegular, Align::kEnd, VerticalAlign::kTop,
                   1,          Digits::kEqualWidth};
  frame.write(cut_count(frame, line), body.count, count);
}

Type field_type(const Frame& frame, const TextBody& body) {
  Type type{28, frame.theme().text, Weight::kRegular, Align::kStart,
            body.multiline ? VerticalAlign::kTop : VerticalAlign::kMiddle};
  if (body.number) type.digits = Digits::kEqualWidth;
  return type;
}

// One line of what is typed, in any script.
float least_field(const Frame& frame) {
  return std::max(frame.smallest_target(),
                  frame.text_px(28) * kTallScriptLineHeight + 2 * frame.px(kAboveTyped) + 2);
}

// Above the keyboard, from top to bottom.
struct TextPage {
  Box group;  // empty: there is none
  Box head;   // the question
  Box skip;   // at its end
  Box field;
  Box line;  // of the note and the count
  bool are_words_whole = true;
  bool is_note_whole = true;
};

Type group_type(const Frame& frame) {
  return {kLabelSize, frame.theme().muted, Weight::kBold, Align::kStart, VerticalAlign::kTop, 1};
}
Type headline_type(const Frame& frame) {
  return {36, frame.theme().text, Weight::kBold,      Align::kStart, VerticalAlign::kMiddle,
          2,  Digits::kAsDrawn,   kHeadlineLineHeight};
}

float headline_height(Frame& frame, const QuestionView& view, float width) {
  if (view.headline.size() > kLongestHeadline) return kEndless;
  return static_cast<float>(frame.measure(view.headline, headline_type(frame), width).height) + 1;
}

float note_height(const Frame& frame) { return frame.text_px(34); }
float most_of_field(const Frame& frame) { return frame.px(frame.is_portrait() ? 420.0F : kFieldHeight); }

// Each in its place, if all have room there.
TextPage place_in_lines(Frame& frame, Box rest, const QuestionView& view) {
  TextPage page;
  const float notes = note_height(frame);
  const float beside_skip = rest.w - skip_width(frame, view);
  const float headline = headline_height(frame, view, beside_skip);
  if (!view.group.empty()) {
    // It takes nothing from the field.
    const bool has_room =
        rest.h - headline - 2 * notes - 2 * frame.px(kAboveKeyboard) > frame.px(kFieldHeight);
    page.group = rest.cut_top(notes);
    page.are_words_whole = has_room && frame.shows_all(page.group, view.group, group_type(frame));
  }
  page.head = rest.cut_top(std::min({std::max(headline, frame.px(54)), frame.text_px(96), rest.h * 0.4F}));
  page.skip = page.head.cut_right(rest.w - beside_skip);
  if (page.skip.h < frame.smallest_target())  // it may grow upwards, never over the field
    page.skip = {page.skip.x, page.skip.bottom() - frame.smallest_target(), page.skip.w,
                 frame.smallest_target()};
  rest.cut_top(frame.px(kAboveKeyboard));
  page.field = rest.cut_top(std::min(rest.h - notes, most_of_field(frame)));
  rest.cut_top(frame.px(kAboveKeyboard));
  page.line = rest.cut_top(notes);
  Box note = page.line;
  static_cast<void>(cut_count(frame, note));
  page.is_note_whole = frame.shows_all(note, note_of(view), note_type(frame, view));
  page.are_words_whole = page.are_words_whole && headline < kEndless && page.is_note_whole &&
                         page.field.h >= least_field(frame) &&
                         frame.shows_all(page.head, view.headline, headline_type(frame));
  return page;
}

// The words have what the field leaves of the page, and scroll there.
TextPage with_words_in_list(const Frame& frame, TextPage page, Box rest) {
  page.line = rest.cut_bottom(note_height(frame));
  rest.cut_bottom(frame.px(kAboveKeyboard));
  page.field = rest.cut_bottom(std::clamp(rest.h * 0.4F, least_field(frame), most_of_field(frame)));
  rest.cut_bottom(frame.px(kAboveKeyboard));
  page.skip = rest.cut_right(page.skip.w);
  page.skip = page.skip.cut_bottom(frame.smallest_target());
  page.head = rest;
  return page;
}

// What has no room above the field scrolls there, and what is wrong with the answer stands first.
void draw_long_words(Frame& frame, const Box& box, const QuestionView& view) {
  const RunningText text = running_text_of(frame, view, {});
  const float width = frame.width_in_list(box.w);
  const float problem = view.problem.empty() ? 0 : problem_height(frame, view.problem, width);
  const float gap = view.problem.empty() ? 0 : frame.px(kGap);
  List list{box, "words", problem + gap + height_of(frame, text, width)};
  if (!view.problem.empty()) list.focus = 0;
  const Box content = frame.begin_list(list);
  Box rest{content.x, content.y, content.w, list.height};
  draw_problem(frame, rest.cut_top(problem), view.problem);
  rest.cut_top(gap);
  draw_running_text(frame, rest, text);
  frame.end_list(frame.theme().background, frame.theme().ring);
}

}  // namespace

// A tap places the caret; a finger that rests selects a word.
std::optional<Intent> draw_field(Frame& frame, const Box& field, const TextBody& body, float radius) {
  const Theme& theme = frame.theme();
  // While variants are shown, they may lie over it.
  const bool hit = body.open.empty() && frame.pressed(field, "field");
  const bool is_long = body.open.empty() && frame.is_held_long();
  frame.fill(field, theme.card, frame.px(radius));
  frame.outline(field, theme.primary, frame.px(radius), std::max(2.0F, frame.px(3)));
  const Box inside = field.inset(frame.px(27), frame.px(kAboveTyped));
  FieldSpots spots = write_typed(frame, inside, body, field_type(frame, body));
  spots.caret.w = caret_width(frame);
  frame.fill(spots.caret, theme.primary);
  if (is_long) return intent::SelectWord{spots.touched};
  if (hit) return intent::PlaceCaret{spots.touched};
  return std::nullopt;
}

std::optional<Intent> draw_text_question(Frame& frame, const QuestionView& view, const TextBody& body) {
  Box screen = frame.screen();
  const Box keyboard = cut_keyboard(frame, screen, body, kTextKeyboard);
  std::optional<Intent> wish = draw_progress(frame, screen, view);
  Box above = screen.inset(page_margin(frame), 0);
  above.cut_bottom(frame.px(10));
  draw_question_picture(frame, place_question_picture(frame, above, view), view);
  TextPage page = place_in_lines(frame, above, view);
  if (!page.are_words_whole) page = with_words_in_list(frame, page, above);
  if (auto skipped = draw_skip(frame, page.skip, view)) wish = std::move(skipped);
  if (page.are_words_whole) {
    frame.write(page.group, view.group, group_type(frame));
    frame.write(page.head, view.headline, headline_type(frame));
  } else {
    QuestionView in_list = view;
    if (page.is_note_whole) view.problem.empty() ? in_list.hint.clear() : in_list.problem.clear();
    draw_long_words(frame, page.head, in_list);
  }
  if (auto touched = draw_field(frame, page.field, body, kCardRadius)) wish = std::move(touched);
  draw_count(frame, page.line, body);
  if (page.is_note_whole) frame.write(page.line, note_of(view), note_type(frame, view));
  if (auto pressed = draw_keyboard(frame, keyboard, body)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
