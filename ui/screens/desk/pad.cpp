// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/desk/pad.h"

#include <algorithm>

#include "ui/frame/icons.h"

namespace tertulia::ui {
namespace {

std::optional<Intent> draw_key(Frame& frame, const Box& box, const Key& key) {
  const Theme& theme = frame.theme();
  const bool is_backspace = key.kind == KeyKind::kBackspace;
  const bool hit = frame.pressed(box, "pad:" + (is_backspace ? "backspace" : key.text));
  const Box face = pressed_in(frame, box);
  frame.fill(face, lit(frame, theme.card, theme.text), frame.px(kButtonRadius));
  frame.outline(face, theme.line, frame.px(kButtonRadius), std::max(1.0F, frame.px(1.5F)));
  const float side = std::min(frame.px(56), std::min(face.w, face.h) * 0.7F);
  if (is_backspace)
    draw_backspace(frame, face.centred(side, side), theme.text);
  else
    frame.write(face.inset(frame.px(4), 0), key.label,
                {40, theme.text, Weight::kBold, Align::kCenter, VerticalAlign::kMiddle, 1});
  const bool repeats = is_backspace && frame.repeats();
  if (hit || repeats) return intent::PressKey{key};
  return std::nullopt;
}

}  // namespace

std::optional<Intent> draw_pad(Frame& frame, const Box& box, const Keyboard& pad) {
  const Box on_glass = frame.placed(box);
  frame.read(Reading::kLeftToRight);
  std::optional<Intent> wish;
  const float gap = frame.px(kGap);
  const int rows = static_cast<int>(pad.size());
  for (int r = 0; r < rows; ++r) {
    const std::vector<Key>& keys = pad[static_cast<std::size_t>(r)];
    const Box row = on_glass.row(r, rows, gap);
    const int count = static_cast<int>(keys.size());
    for (int i = 0; i < count; ++i) {
      const Key& key = keys[static_cast<std::size_t>(i)];
      if (key.kind == KeyKind::kGap) continue;
      if (auto pressed = draw_key(frame, row.column(i, count, gap), key)) wish = std::move(pressed);
    }
  }
  frame.read(Reading::kByLanguage);
  return wish;
}

}  // namespace tertulia::ui
