// SPDX-License-Identifier: Apache-2.0
// A question answered in words, and the keyboard on the glass.
#include "ui/icons.h"
#include "ui/screens/screens.h"
#include "ui/widgets.h"

namespace tertulia::ui {
namespace {

void draw_key_face(Frame& frame, const Box& box, const Key& key, Color ink) {
  const float side = std::min(frame.px(38), std::min(box.w, box.h) * 0.8F);
  const Box icon = box.centred(side, side);
  switch (key.kind) {
    case KeyKind::kShift:
      return draw_shift(frame, icon, ink);
    case KeyKind::kBackspace:
      return draw_backspace(frame, icon, ink);
    case KeyKind::kNewLine:
      return draw_return(frame, icon, ink);
    case KeyKind::kCharacter:
    case KeyKind::kSymbols:
    case KeyKind::kSpace:
    case KeyKind::kNext:
      break;
  }
  frame.write(box.inset(frame.px(4), 0), key.label,
              {28, ink, Weight::kRegular, Align::kCenter, VerticalAlign::kMiddle, 1});
}

std::string key_name(const Key& key) {
  switch (key.kind) {
    case KeyKind::kCharacter:
      return "key:" + key.text;
    case KeyKind::kShift:
      return "key:shift";
    case KeyKind::kBackspace:
      return "key:backspace";
    case KeyKind::kSymbols:
      return "key:symbols";
    case KeyKind::kSpace:
      return "key:space";
    case KeyKind::kNewLine:
      return "key:newline";
    case KeyKind::kNext:
      return "next";
  }
  return {};
}

bool draw_key(Frame& frame, const Box& box, const Key& key) {
  const bool hit = frame.pressed(box, key_name(key));
  const bool main = key.kind == KeyKind::kNext || key.lit;
  const Color fill = main ? kPaper.primary : kPaper.card;
  const Color ink = main ? kPaper.on_primary : kPaper.text;
  const Box face = pressed_in(frame, box.inset(frame.px(5), frame.px(5)));
  frame.fill(face, lit(frame, fill, ink), frame.px(kKeyRadius));
  draw_key_face(frame, face, key, ink);
  return hit;
}

void draw_field(Frame& frame, const Box& field, const TextBody& body) {
  frame.fill(field, kPaper.card, frame.px(kCardRadius));
  frame.outline(field, kPaper.primary, frame.px(kCardRadius), std::max(2.0F, frame.px(3)));
  const Box inside = field.inset(frame.px(27), frame.px(18));
  const Type type{28, kPaper.text, Weight::kRegular, Align::kStart,
                  body.multiline ? VerticalAlign::kTop : VerticalAlign::kMiddle};
  Box caret = frame.write_field(inside, body.text, type, body.caret);
  caret.w = std::max(2.0F, frame.px(3));
  frame.fill(caret, kPaper.primary);
}

// Hint or problem at the start, the count at the end.
void draw_notes(Frame& frame, Box line, const QuestionView& view, const TextBody& body) {
  const Type count{kSmallSize, kPaper.muted,       Weight::kRegular, Align::kEnd, VerticalAlign::kTop,
                   1,          Digits::kEqualWidth};
  frame.write(line.cut_right(frame.px(130)), body.count, count);
  Type note{kSmallSize, kPaper.muted, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 1};
  if (!view.problem.empty()) note.color = kPaper.red, note.weight = Weight::kBold;
  frame.write(line, view.problem.empty() ? view.hint : view.problem, note);
}

}  // namespace

std::optional<Intent> draw_keyboard(Frame& frame, const Box& box, const Keyboard& keyboard) {
  frame.fill(box, kPaper.keyboard);
  // A Latin keyboard reads from the left in every language.
  frame.read(Reading::kLeftToRight);
  const Box inside = box.inset(frame.px(19), frame.px(11));
  std::optional<Intent> wish;
  for (std::size_t r = 0; r < keyboard.size(); ++r) {
    const Box row = inside.row(static_cast<int>(r), static_cast<int>(keyboard.size()), 0);
    float units = 0;
    for (const Key& key : keyboard[r]) units += key.width;
    float x = row.x;
    for (const Key& key : keyboard[r]) {
      const float width = row.w * key.width / units;
      if (draw_key(frame, {x, row.y, width, row.h}, key)) wish = intent::PressKey{key};
      x += width;
    }
  }
  frame.read(Reading::kByLanguage);
  return wish;
}

std::optional<Intent> draw_text_question(Frame& frame, const QuestionView& view, const TextBody& body) {
  Box page = frame.screen();
  const float key_row = std::max(frame.smallest_target(), std::min(frame.px(92), page.h * 0.12F));
  const float most_rows = static_cast<float>(body.keyboard.size());
  const Box keyboard = page.cut_bottom(key_row * most_rows + frame.px(22));
  std::optional<Intent> wish = draw_progress(frame, page, view);
  page = page.inset(frame.is_portrait() ? frame.px(40) : frame.px(kMargin), 0);
  page.cut_bottom(frame.px(10));
  const Type headline{38, kPaper.text,      Weight::kBold,      Align::kStart, VerticalAlign::kMiddle,
                      2,  Digits::kAsDrawn, kHeadlineLineHeight};
  const float skip_width = view.skip.empty() ? 0 : std::max(frame.smallest_target(), frame.px(140));
  const auto needed =
      static_cast<float>(frame.measure(view.headline, headline, page.w - skip_width).height) + 1;
  Box head = page.cut_top(std::min({std::max(needed, frame.px(60)), frame.px(96), page.h * 0.4F}));
  if (!view.skip.empty()) {
    const Box skip = head.cut_right(skip_width);
    if (button(frame, skip.centred(skip.w, std::max(frame.smallest_target(), skip.h)), "skip", view.skip,
               quiet_look(kPaper)))
      wish = intent::Skip{};
  }
  frame.write(head, view.headline, headline);
  page.cut_top(frame.px(8));
  const float notes = frame.px(34);
  const float field = std::min(page.h - notes, frame.px(frame.is_portrait() ? 420.0F : 148.0F));
  draw_field(frame, page.cut_top(field), body);
  page.cut_top(frame.px(8));
  draw_notes(frame, page.cut_top(notes), view, body);
  if (auto pressed = draw_keyboard(frame, keyboard, body.keyboard)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
