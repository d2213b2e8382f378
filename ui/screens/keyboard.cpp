// SPDX-License-Identifier: Apache-2.0
// The keyboard on the glass, and the row of variants above a key on which a finger rested.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kKeyRow = 92;
constexpr float kAroundKeys = 11;  // above and below them

struct PlacedKey {
  const Key* key = nullptr;
  Box box;
  Reading text = Reading::kByLanguage;  // how it reads what the key changes
};

std::vector<PlacedKey> place(const Box& box, const TextBody& body) {
  const Keyboard& keyboard = body.keyboard;
  const Reading text = body.number ? Reading::kLeftToRight : Reading::kByLanguage;
  std::vector<PlacedKey> placed;
  for (std::size_t r = 0; r < keyboard.size(); ++r) {
    const Box row = box.row(static_cast<int>(r), static_cast<int>(keyboard.size()), 0);
    float units = 0;
    for (const Key& key : keyboard[r]) units += key.width;
    float x = row.x;
    for (const Key& key : keyboard[r]) {
      const float width = row.w * key.width / units;
      placed.push_back({&key, {x, row.y, width, row.h}, text});
      x += width;
    }
  }
  return placed;
}

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

// It points to the letter that it takes.
void draw_backspace_in(Frame& frame, Reading text, const Box& icon, Color ink) {
  frame.read(text);
  draw_backspace(frame, frame.placed(icon), ink);
  frame.read(Reading::kLeftToRight);
}

void draw_key_face(Frame& frame, const Box& box, const PlacedKey& placed, Color ink) {
  const Key& key = *placed.key;
  const float side = std::min(frame.px(38), std::min(box.w, box.h) * 0.8F);
  const Box icon = box.centred(side, side);
  switch (key.kind) {
    case KeyKind::kShift:
      return draw_shift(frame, icon, ink);
    case KeyKind::kBackspace:
      return draw_backspace_in(frame, placed.text, icon, ink);
    case KeyKind::kNewLine:
      return draw_return(frame, icon, ink);
    case KeyKind::kLanguage:
      return draw_globe(frame, icon, ink);
    case KeyKind::kHide:
      return draw_chevron_down(frame, icon.centred(icon.w * 0.65F, icon.h * 0.5F), ink);
    case KeyKind::kCharacter:
    case KeyKind::kSyllable:
    case KeyKind::kSymbols:
    case KeyKind::kSpace:
    case KeyKind::kNext:
    case KeyKind::kGap:
      break;
  }
  frame.write(box.inset(frame.px(4), 0), key.label,
              {28, ink, Weight::kRegular, Align::kCenter, VerticalAlign::kMiddle, 1});
}

std::string name_of(const Key& key) {
  switch (key.kind) {
    case KeyKind::kCharacter:
      return "key:" + key.text;
    case KeyKind::kSyllable:
      return "key:syllable:" + key.text;
    case KeyKind::kShift:
      return "key:shift";
    case KeyKind::kBackspace:
      return "key:backspace";
    case KeyKind::kSymbols:
      return "key:symbols";
    case KeyKind::kLanguage:
      return "key:language";
    case KeyKind::kSpace:
      return "key:space";
    case KeyKind::kNewLine:
      return "key:newline";
    case KeyKind::kHide:
      return "key:hide";
    case KeyKind::kNext:
      return "next";
    case KeyKind::kGap:
      break;
  }
  return {};
}

// `touched`: where a finger presses the key; empty when something lies over it.
std::optional<Intent> draw_key(Frame& frame, const PlacedKey& placed, const Box& touched) {
  const Theme& theme = frame.theme();
  const Key& key = *placed.key;
  if (key.kind == KeyKind::kGap) return std::nullopt;
  const bool hit = frame.pressed(touched, name_of(key));
  const bool is_main = key.kind == KeyKind::kNext || key.lit;
  const Color fill = is_main ? theme.primary : theme.card;
  const Color ink = is_main ? theme.on_primary : theme.text;
  const Box face = pressed_in(frame, placed.box.inset(frame.px(5), frame.px(5)));
  frame.fill(face, lit(frame, fill, ink), frame.px(kKeyRadius));
  draw_key_face(frame, face, placed, ink);
  if (key.kind == KeyKind::kBackspace && frame.repeats()) return intent::PressKey{key};
  if (!key.variants.empty() && frame.is_held_long()) return intent::HoldKey{key};
  if (hit) return intent::PressKey{key};
  return std::nullopt;
}

// Above the key, as far to the side as the keyboard demands.
Box row_above(const Frame& frame, const Box& keyboard, const PlacedKey& key) {
  const auto count = static_cast<float>(key.key->variants.size());
  const float cell = std::min(std::max(key.box.w, frame.smallest_target()), keyboard.w / count);
  const float x = std::clamp(key.box.middle_x() - cell * count / 2, keyboard.x,
                             std::max(keyboard.x, keyboard.right() - cell * count));
  return {x, key.box.y - key.box.h, cell * count, key.box.h};
}

std::optional<Intent> draw_variants(Frame& frame, const Box& row, const Key& key) {
  const Theme& theme = frame.theme();
  const float radius = frame.px(kKeyRadius);
  frame.fill(row, theme.card, radius);
  frame.outline(row, theme.primary, radius, std::max(2.0F, frame.px(3)));
  std::optional<Intent> wish;
  const auto count = static_cast<int>(key.variants.size());
  for (int i = 0; i < count; ++i) {
    const std::string& text = key.variants[static_cast<std::size_t>(i)];
    const Box cell = row.column(i, count, 0);
    const bool hit = frame.pressed(cell, "variant:" + text);
    const Frame::PassingFinger finger = frame.passing_finger(cell);
    const bool is_lit = frame.depth() > 0 || finger == Frame::PassingFinger::kOver;
    const Box face = cell.inset(frame.px(5), frame.px(5));
    if (is_lit) frame.fill(face, theme.primary, radius);
    frame.write(face, text,
                {30, is_lit ? theme.on_primary : theme.text, Weight::kRegular, Align::kCenter,
                 VerticalAlign::kMiddle, 1});
    if (hit || finger == Frame::PassingFinger::kLifted) wish = intent::PressKey{{key.kind, text, text}};
  }
  return wish;
}

}  // namespace

Box cut_keyboard(const Frame& frame, Box& page, const TextBody& body, float part) {
  const auto rows = static_cast<float>(body.keyboard.size());
  const float row = std::max(frame.smallest_target(), std::min(frame.px(kKeyRow), page.h * part / rows));
  return page.cut_bottom(row * rows + 2 * frame.px(kAroundKeys));
}

float skip_width(Frame& frame, const QuestionView& view) {
  if (view.skip.empty()) return 0;
  const ButtonLook look = quiet_look(frame.theme());
  const auto words = static_cast<float>(frame.measure(view.skip, {look.size, {}, look.weight}).width);
  return std::max({frame.smallest_target(), frame.px(140), words + frame.px(28)});
}

std::optional<Intent> draw_keyboard(Frame& frame, const Box& box, const TextBody& body) {
  frame.fill(box, frame.theme().keyboard);
  // Its keys lie as they are listed, whatever the language.
  frame.read(Reading::kLeftToRight);
  const Box inside = box.inset(frame.px(19), frame.px(kAroundKeys));
  const std::vector<PlacedKey> keys = place(inside, body);
  const auto open = std::find_if(keys.begin(), keys.end(), [&body](const PlacedKey& each) {
    return !body.open.empty() && each.key->text == body.open && !each.key->variants.empty();
  });
  const Box row = open == keys.end() ? Box{} : row_above(frame, inside, *open);
  std::optional<Intent> wish;
  for (const PlacedKey& key : keys)
    if (auto pressed = draw_key(frame, key, overlap(key.box, row) ? Box{} : key.box))
      wish = std::move(pressed);
  if (open != keys.end())
    if (auto chosen = draw_variants(frame, row, *open->key)) wish = std::move(chosen);
  frame.read(Reading::kByLanguage);
  return wish;
}

}  // namespace tertulia::ui
