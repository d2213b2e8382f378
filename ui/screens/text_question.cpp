// SPDX-License-Identifier: Apache-2.0
// A question answered in words or with a number.
#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kFieldHeight = 148;  // where the screen is wider than high

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
void draw_notes(Frame& frame, Box line, const QuestionView& view, const TextBody& body) {
  const Theme& theme = frame.theme();
  const Type count{kSmallSize,          theme.muted, Weight::kRegular,   Align::kEnd,
                   VerticalAlign::kTop, 1,           Digits::kEqualWidth};
  frame.write(line.cut_right(frame.text_px(130)), body.count, count);
  Type note{kSmallSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 1};
  if (!view.problem.empty()) note.color = theme.red, note.weight = Weight::kBold;
  frame.write(line, view.problem.empty() ? view.hint : view.problem, note);
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
  const Box inside = field.inset(frame.px(27), frame.px(18));
  Type type{28, theme.text, Weight::kRegular, Align::kStart,
            body.multiline ? VerticalAlign::kTop : VerticalAlign::kMiddle};
  if (body.number) type.digits = Digits::kEqualWidth;
  FieldSpots spots = write_typed(frame, inside, body, type);
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
  draw_question_picture(frame, page, view);
  const Type headline{36, theme.text,       Weight::kBold,      Align::kStart, VerticalAlign::kMiddle,
                      2,  Digits::kAsDrawn, kHeadlineLineHeight};
  const ButtonLook skip_look = quiet_look(theme);
  const float words =
      static_cast<float>(frame.measure(view.skip, {skip_look.size, {}, skip_look.weight}).width) +
      frame.px(28);
  const float skip_width = view.skip.empty() ? 0 : std::max({frame.smallest_target(), frame.px(140), words});
  const auto needed =
      static_cast<float>(frame.measure(view.headline, headline, page.w - skip_width).height) + 1;
  // The title of the group, where it takes nothing from the field.
  const Type group{kLabelSize, theme.muted, Weight::kBold, Align::kStart, VerticalAlign::kTop, 1};
  const float notes = frame.text_px(34);
  const float spare = page.h - needed - notes - frame.px(16) - frame.px(kFieldHeight);
  if (!view.group.empty() && spare > notes) frame.write(page.cut_top(notes), view.group, group);
  Box head = page.cut_top(std::min({std::max(needed, frame.px(54)), frame.text_px(96), page.h * 0.4F}));
  if (!view.skip.empty()) {
    const Box skip = head.cut_right(skip_width);
    // It may grow upwards, never over the field.
    const float height = std::max(frame.smallest_target(), skip.h);
    if (button(frame, {skip.x, skip.bottom() - height, skip.w, height}, "skip", view.skip, skip_look))
      wish = intent::Skip{};
  }
  frame.write(head, view.headline, headline);
  page.cut_top(frame.px(8));
  const float field = std::min(page.h - notes, frame.px(frame.is_portrait() ? 420.0F : kFieldHeight));
  if (auto touched = draw_field(frame, page.cut_top(field), body, kCardRadius)) wish = std::move(touched);
  page.cut_top(frame.px(8));
  draw_notes(frame, page.cut_top(notes), view, body);
  if (auto pressed = draw_keyboard(frame, keyboard, body)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
