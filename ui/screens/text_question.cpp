// SPDX-License-Identifier: Apache-2.0
// A question answered in words or with a number.
#include <algorithm>

#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"
#include "ui/screens/question_words.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kFieldHeight = 148;  // where the screen is wider than high
constexpr float kAboveTyped = 18;    // within the field

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

// What has no room above the field scrolls there, and what is wrong with the answer stands first.
void draw_long_words(Frame& frame, const Box& box, const QuestionView& view, bool is_problem_in_text) {
  QuestionView shown = view;
  if (!is_problem_in_text) shown.problem.clear();
  const RunningText text = running_text_of(frame, shown, {});
  const float width = frame.width_in_list(box.w);
  const float problem = shown.problem.empty() ? 0 : problem_height(frame, shown.problem, width);
  const float gap = shown.problem.empty() ? 0 : frame.px(kGap);
  List list{box, "words", problem + gap + height_of(frame, text, width)};
  if (!shown.problem.empty()) list.focus = 0;
  const Box content = frame.begin_list(list);
  Box rest{content.x, content.y, content.w, list.height};
  draw_problem(frame, rest.cut_top(problem), shown.problem);
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
  const Theme& theme = frame.theme();
  Box page = frame.screen();
  const float rows = static_cast<float>(body.keyboard.size());
  const float key_row = std::max(frame.smallest_target(), std::min(frame.px(92), page.h * 0.48F / rows));
  const Box keyboard = page.cut_bottom(key_row * rows + frame.px(22));
  std::optional<Intent> wish = draw_progress(frame, page, view);
  page = page.inset(frame.is_portrait() ? frame.px(40) : frame.px(kMargin), 0);
  page.cut_bottom(frame.px(10));
  draw_question_picture(frame, place_question_picture(frame, page, view), view);
  const Type headline{36, theme.text,       Weight::kBold,      Align::kStart, VerticalAlign::kMiddle,
                      2,  Digits::kAsDrawn, kHeadlineLineHeight};
  const ButtonLook skip_look = quiet_look(theme);
  const float words =
      static_cast<float>(frame.measure(view.skip, {skip_look.size, {}, skip_look.weight}).width) +
      frame.px(28);
  const float skip_width = view.skip.empty() ? 0 : std::max({frame.smallest_target(), frame.px(140), words});
  const bool may_be_headline = view.headline.size() <= kLongestHeadline;
  const float needed =
      may_be_headline
          ? static_cast<float>(frame.measure(view.headline, headline, page.w - skip_width).height) + 1
          : kEndless;
  // The title of the group, where it takes nothing from the field.
  const Type group{kLabelSize, theme.muted, Weight::kBold, Align::kStart, VerticalAlign::kTop, 1};
  const float notes = frame.text_px(34);
  const float spare = page.h - needed - notes - frame.px(16) - frame.px(kFieldHeight);
  const bool has_group = !view.group.empty() && spare > notes;
  Box rest = page;
  const Box title = has_group ? rest.cut_top(notes) : Box{};
  Box head = rest.cut_top(std::min({std::max(needed, frame.px(54)), frame.text_px(96), rest.h * 0.4F}));
  rest.cut_top(frame.px(8));
  const float most = frame.px(frame.is_portrait() ? 420.0F : kFieldHeight);
  Box field = rest.cut_top(std::min(rest.h - notes, most));
  rest.cut_top(frame.px(8));
  Box line = rest.cut_top(notes);

  Box beside_skip = head;
  beside_skip.cut_right(skip_width);
  Box beside_count = line;
  static_cast<void>(cut_count(frame, beside_count));
  const bool shows_note = frame.shows_all(beside_count, note_of(view), note_type(frame, view));
  const bool shows_group = !has_group || frame.shows_all(title, view.group, group);
  const bool is_whole = may_be_headline && shows_note && shows_group && field.h >= least_field(frame) &&
                        frame.shows_all(beside_skip, view.headline, headline);
  if (!is_whole) {
    rest = page;
    line = rest.cut_bottom(notes);
    rest.cut_bottom(frame.px(8));
    field = rest.cut_bottom(std::clamp(rest.h * 0.4F, least_field(frame), most));
    rest.cut_bottom(frame.px(8));
    head = rest;
  }
  if (!view.skip.empty()) {
    const Box skip = head.cut_right(skip_width);
    // It may grow upwards, never over the field.
    const float height = is_whole ? std::max(frame.smallest_target(), skip.h) : frame.smallest_target();
    if (button(frame, {skip.x, skip.bottom() - height, skip.w, height}, "skip", view.skip, skip_look))
      wish = intent::Skip{};
  }
  if (is_whole) {
    if (has_group) frame.write(title, view.group, group);
    frame.write(head, view.headline, headline);
  } else {
    QuestionView in_text = view;
    if (shows_note && view.problem.empty()) in_text.hint.clear();
    draw_long_words(frame, head, in_text, !shows_note);
  }
  if (auto touched = draw_field(frame, field, body, kCardRadius)) wish = std::move(touched);
  draw_count(frame, line, body);
  if (shows_note) frame.write(line, note_of(view), note_type(frame, view));
  if (auto pressed = draw_keyboard(frame, keyboard, body)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
