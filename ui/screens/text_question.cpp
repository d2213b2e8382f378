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
  const Theme& theme = frame.theme();
  const bool hit = frame.pressed(box, key_name(key));
  const bool main = key.kind == KeyKind::kNext || key.lit;
  const Color fill = main ? theme.primary : theme.card;
  const Color ink = main ? theme.on_primary : theme.text;
  const Box face = box.inset(frame.px(5), frame.px(5));
  frame.fill(face, frame.is_held() ? mixed(fill, ink, 40) : fill, frame.px(kKeyRadius));
  draw_key_face(frame, face, key, ink);
  return hit;
}

void draw_field(Frame& frame, const Box& field, const TextBody& body) {
  const Theme& theme = frame.theme();
  frame.fill(field, theme.card, frame.px(kCardRadius));
  frame.outline(field, theme.primary, frame.px(kCardRadius), std::max(2.0F, frame.px(3)));
  const Box inside = field.inset(frame.px(27), frame.px(18));
  const Type type{28, theme.text, Weight::kRegular, Align::kStart,
                  body.multiline ? VerticalAlign::kTop : VerticalAlign::kMiddle};
  Box caret = frame.write_field(inside, body.text, type, body.caret);
  caret.w = std::max(2.0F, frame.px(3));
  frame.fill(caret, theme.primary);
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

std::optional<Intent> draw_keyboard(Frame& frame, const Box& box, const Keyboard& keyboard) {
  const Theme& theme = frame.theme();
  frame.fill(box, theme.keyboard);
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
  const Theme& theme = frame.theme();
  Box page = frame.screen();
  const float key_row = std::max(frame.smallest_target(), std::min(frame.px(92), page.h * 0.12F));
  const float most_rows = static_cast<float>(body.keyboard.size());
  const Box keyboard = page.cut_bottom(key_row * most_rows + frame.px(22));
  std::optional<Intent> wish = draw_progress(frame, page, view);
  page = page.inset(frame.is_portrait() ? frame.px(40) : frame.px(kMargin), 0);
  page.cut_bottom(frame.px(10));
  const Type headline{36, theme.text,       Weight::kBold,      Align::kStart, VerticalAlign::kMiddle,
                      2,  Digits::kAsDrawn, kHeadlineLineHeight};
  const ButtonLook skip_look = quiet_look(theme);
  const float words =
      static_cast<float>(frame.measure(view.skip, {skip_look.size, {}, skip_look.weight}).width) +
      frame.px(28);
  const float skip_width = view.skip.empty() ? 0 : std::max({frame.smallest_target(), frame.px(140), words});
  const auto needed =
      static_cast<float>(frame.measure(view.headline, headline, page.w - skip_width).height) + 1;
  Box head = page.cut_top(std::min({std::max(needed, frame.px(54)), frame.text_px(96), page.h * 0.4F}));
  if (!view.skip.empty()) {
    const Box skip = head.cut_right(skip_width);
    if (button(frame, skip.centred(skip.w, std::max(frame.smallest_target(), skip.h)), "skip", view.skip,
               skip_look))
      wish = intent::Skip{};
  }
  frame.write(head, view.headline, headline);
  page.cut_top(frame.px(8));
  const float notes = frame.text_px(34);
  const float field = std::min(page.h - notes, frame.px(frame.is_portrait() ? 420.0F : 148.0F));
  draw_field(frame, page.cut_top(field), body);
  page.cut_top(frame.px(8));
  draw_notes(frame, page.cut_top(notes), view, body);
  if (auto pressed = draw_keyboard(frame, keyboard, body.keyboard)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
