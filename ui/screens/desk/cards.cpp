// SPDX-License-Identifier: Apache-2.0
// The two cards under the controls: who has spoken, and the questions from the floor.
#include <algorithm>
#include <array>

#include "ui/frame/icons.h"
#include "ui/screens/desk/desk.h"

namespace tertulia::ui {
namespace {

constexpr float kRowText = 20;

Color bar_color(const Theme& theme, std::size_t row) {
  const std::array colors{theme.primary, theme.pause, theme.sky, theme.good, theme.slate, theme.red};
  return colors.at(row % colors.size());
}

float width_of(Frame& frame, std::string_view text, Weight weight) {
  return static_cast<float>(frame.measure(text, {kRowText, {}, weight}).width) + frame.px(4);
}

void draw_share(Frame& frame, const Box& box, int bar, Color color) {
  const Theme& theme = frame.theme();
  const float radius = std::min(frame.px(10), box.h / 2);
  frame.fill(box, theme.track, radius);
  if (bar <= 0) return;
  Box part = box;
  part.w = std::max(2 * radius, box.w * static_cast<float>(std::min(bar, 1000)) / 1000.0F);
  frame.fill(part, color, radius);
}

struct SpeakingLook {
  float name = 0;  // width of the names, where they stand beside the bars; 0: they stand above
  float share = 0;
  Color color;
};

std::optional<Intent> draw_speaking_row(Frame& frame, const Box& box, const SpeakingRow& row,
                                        const SpeakingLook& look) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  if (frame.pressed(box, "group:" + row.group)) wish = intent::GiveFloor{row.group};
  const Box face = pressed_in(frame, box.inset(0, frame.px(3)));
  if (row.has_floor || frame.depth() > 0)
    frame.fill(face, row.has_floor ? theme.selected : lit(frame, theme.card, theme.text),
               frame.px(kKeyRadius));
  if (row.has_floor) frame.outline(face, theme.primary, frame.px(kKeyRadius), std::max(2.0F, frame.px(3)));
  const Weight weight = row.has_floor ? Weight::kBold : Weight::kRegular;
  const Type name{kRowText, theme.text, weight, Align::kStart, VerticalAlign::kMiddle, 1};
  const Type share{kRowText,
                   row.has_floor ? theme.text : theme.muted,
                   weight,
                   Align::kEnd,
                   VerticalAlign::kMiddle,
                   1,
                   Digits::kEqualWidth};
  Box inside = face.inset(frame.px(10), 0);
  if (look.name > 0) {
    frame.write(inside.cut_left(look.name), row.name, name);
    frame.write(inside.cut_right(look.share), row.share, share);
    inside = inside.inset(frame.px(10), 0);
    draw_share(frame, inside.centred(inside.w, std::min(frame.px(30), inside.h * 0.5F)), row.bar, look.color);
    return wish;
  }
  draw_share(frame, inside.cut_bottom(inside.h * 0.36F).inset(0, frame.px(4)), row.bar, look.color);
  frame.write(inside.cut_right(look.share), row.share, share);
  frame.write(inside, row.name, name);
  return wish;
}

Type heading(const Theme& theme) {
  return {kLabelSize, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1};
}

}  // namespace

std::optional<Intent> draw_speaking(Frame& frame, const Box& card, const SpeakingCard& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  draw_card(frame, card, theme, CardState::kPlain);
  Box inside = card.inset(frame.px(14), frame.px(12));
  frame.write(inside.cut_top(frame.text_px(36)).inset(frame.px(10), 0), view.title, heading(theme));
  const float height = std::max({frame.smallest_target(), frame.px(64), frame.text_px(60)});
  const float needed = height * static_cast<float>(view.rows.size());
  const Type hint{18, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 2};
  const float hint_height =
      static_cast<float>(frame.measure(view.hint, hint, inside.w - frame.px(20)).height) + frame.px(6);
  if (inside.h - needed >= hint_height)
    frame.write(inside.cut_bottom(hint_height).inset(frame.px(10), 0), view.hint, hint);
  SpeakingLook look;
  for (const SpeakingRow& row : view.rows) {
    look.name = std::max(look.name, width_of(frame, row.name, Weight::kBold));
    look.share = std::max(look.share, width_of(frame, row.share, Weight::kBold));
  }
  if (look.name > inside.w * 0.46F) look.name = 0;
  Box rows = frame.begin_list({inside, "speaking", needed > inside.h ? needed : 0});
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    look.color = bar_color(theme, i);
    if (auto pressed = draw_speaking_row(frame, rows.cut_top(height), view.rows[i], look))
      wish = std::move(pressed);
  }
  frame.end_list(theme.card, theme.ring);
  return wish;
}

namespace {

// The text takes as many lines as it needs; how often it is supported stands behind it.
std::optional<Intent> draw_question(Frame& frame, const Box& box, const FloorRow& row) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  if (frame.pressed(box, "question:" + row.id)) wish = intent::PickQuestion{row.id};
  frame.fill({box.x, box.y, box.w, std::max(1.0F, frame.px(1.5F))}, theme.line);
  Box face = pressed_in(frame, box.inset(0, frame.px(3)));
  if (row.picked || frame.depth() > 0)
    frame.fill(face, row.picked ? theme.selected : lit(frame, theme.card, theme.text), frame.px(kKeyRadius));
  if (row.picked) face.cut_left(frame.px(10));
  const Type type{kRowText,
                  theme.text,
                  row.picked ? Weight::kBold : Weight::kRegular,
                  Align::kStart,
                  VerticalAlign::kMiddle,
                  0};
  const float supports = width_of(frame, row.supports, Weight::kRegular) + frame.px(8);
  frame.write(face.cut_right(supports), row.supports,
              {kRowText, row.picked ? theme.text : theme.muted, Weight::kRegular, Align::kEnd,
               VerticalAlign::kMiddle, 1});
  frame.write(face, row.text, type);
  return wish;
}

float question_height(Frame& frame, const FloorRow& row, float width) {
  const float supports = width_of(frame, row.supports, Weight::kRegular) + frame.px(18);
  const Type type{kRowText, {}, row.picked ? Weight::kBold : Weight::kRegular};
  const auto text = static_cast<float>(frame.measure(row.text, type, width - supports).height);
  return std::max({frame.smallest_target(), frame.px(64), text + frame.px(14)});
}

}  // namespace

std::optional<Intent> draw_floor(Frame& frame, const Box& card, const FloorCard& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  draw_card(frame, card, theme, CardState::kPlain);
  Box inside = card.inset(frame.px(22), frame.px(12));
  // All questions have a page, where the card has room for a title that a finger can hit.
  const float target = std::max(frame.smallest_target(), frame.px(64));
  const bool opens = inside.h >= 3.5F * target;
  Box head = inside.cut_top(opens ? target : frame.text_px(36));
  if (opens) {
    if (frame.pressed(head, name_of(Control::kQuestions))) wish = intent::Steer{Control::kQuestions};
    const Color ink = touched_ink(frame, theme.muted);
    draw_chevron_onward(frame, head.cut_right(frame.px(20)).centred(frame.px(12), frame.px(18)), ink);
    head.cut_right(frame.px(8));
  }
  const float count = width_of(frame, view.count, Weight::kRegular);
  frame.write(head.cut_right(count), view.count,
              {kRowText, theme.muted, Weight::kRegular, Align::kEnd, VerticalAlign::kMiddle, 1});
  frame.write(head, view.title, heading(theme));
  ButtonLook note = plain_look(theme);
  note.size = kLabelSize;
  const float height = std::max(frame.smallest_target(), frame.px(64));
  if (button(frame, inside.cut_bottom(height), name_of(view.note.control), view.note.label, note))
    wish = intent::Steer{view.note.control};
  inside.cut_bottom(frame.px(8));
  if (view.rows.empty()) {
    frame.write(inside, view.empty,
                {kRowText, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 0});
    return wish;
  }
  float needed = 0;
  const float width = inside.w - frame.px(16);  // a list leaves room for its bar
  for (const FloorRow& row : view.rows) needed += question_height(frame, row, width);
  Box rows = frame.begin_list({inside, "questions", needed > inside.h ? needed : 0});
  for (const FloorRow& row : view.rows)
    if (auto pressed = draw_question(frame, rows.cut_top(question_height(frame, row, width)), row))
      wish = std::move(pressed);
  frame.end_list(theme.card, theme.ring);
  return wish;
}

}  // namespace tertulia::ui
