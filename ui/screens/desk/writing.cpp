// SPDX-License-Identifier: Apache-2.0
// A page with a keyboard: what was noted or can be said, what is being typed, and what it is.
#include <algorithm>
#include <array>

#include "ui/frame/icons.h"
#include "ui/screens/desk/desk.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kLineText = 22;
constexpr float kFieldRadius = 18;

float line_width(Frame& frame, std::string_view text, Weight weight) {
  return static_cast<float>(frame.measure(text, {kLineText, {}, weight}).width) + frame.px(4);
}

// Three dots: more can be done with this line.
void draw_more(Frame& frame, const Box& box, Color color) {
  for (int i = -1; i <= 1; ++i)
    frame.disc(box.middle_x(), box.middle_y() + static_cast<float>(i) * frame.px(7), frame.px(2.2F), color);
}

float note_height(Frame& frame, const WritingLine& note, float width) {
  const Type type{kLineText, {}, note.chosen ? Weight::kBold : Weight::kRegular};
  const float text_width = width - (note.number.empty() ? frame.px(8) : frame.text_px(44) + frame.px(36));
  return std::max(std::max(frame.smallest_target(), frame.px(64)),
                  static_cast<float>(frame.measure(note.text, type, text_width).height) + frame.px(14));
}

std::optional<Intent> draw_note(Frame& frame, Box box, const WritingLine& note) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  if (frame.pressed(box, "note:" + note.id)) wish = intent::ChooseNote{note.id};
  frame.fill({box.x, box.y, box.w, std::max(1.0F, frame.px(1.5F))}, theme.line);
  const Box face = pressed_in(frame, box.inset(0, frame.px(3)));
  if (note.chosen || frame.depth() > 0)
    frame.fill(face, note.chosen ? theme.selected : lit(frame, theme.card, theme.text), frame.px(kKeyRadius));
  Box inside = face.inset(frame.px(4), 0);
  if (!note.number.empty()) {
    frame.write(inside.cut_left(frame.text_px(38)), note.number,
                {kLineText, theme.primary, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1});
    draw_more(frame, inside.cut_right(frame.px(28)), theme.muted);
  }
  frame.write(inside, note.text,
              {kLineText, theme.text, note.chosen ? Weight::kBold : Weight::kRegular, Align::kStart,
               VerticalAlign::kMiddle, 0});
  return wish;
}

std::optional<Intent> draw_list(Frame& frame, const Box& card, const WritingView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  draw_card(frame, card, theme, CardState::kPlain);
  Box inside = card.inset(frame.px(24), frame.px(9));
  Box head = inside.cut_top(frame.text_px(34));
  frame.write(head.cut_right(line_width(frame, view.count, Weight::kRegular)), view.count,
              {20, theme.muted, Weight::kRegular, Align::kEnd, VerticalAlign::kMiddle, 1});
  const bool is_wrong = !view.problem.empty();
  frame.write(
      head, is_wrong ? view.problem : view.title,
      {24, is_wrong ? theme.red : theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1});
  const float field = std::max(frame.smallest_target(), frame.text_px(74));
  const Box entry = inside.cut_bottom(field);
  inside.cut_bottom(frame.px(8));
  float needed = 0;
  const float width = inside.w - frame.px(16);  // a list leaves room for its bar
  for (const WritingLine& note : view.lines) needed += note_height(frame, note, width);
  // The last one written is the one that matters; of sentences that are ready the first.
  const bool is_written = !view.lines.empty() && !view.lines.front().number.empty();
  Box rows = frame.begin_list({inside, "notes", needed > inside.h ? needed : 0, is_written ? needed : 0.0F});
  for (const WritingLine& note : view.lines)
    if (auto pressed = draw_note(frame, rows.cut_top(note_height(frame, note, width)), note))
      wish = std::move(pressed);
  frame.end_list(theme.card, theme.ring);
  if (auto touched = draw_field(frame, entry, view.entry, kFieldRadius)) wish = std::move(touched);
  return wish;
}

std::string action_name(NoteAction action) {
  constexpr std::array kNames{"up", "down", "edit", "remove"};
  return std::string("note-") + kNames.at(static_cast<std::size_t>(action));
}

std::vector<ChoiceButton> chips_of(const std::vector<NoteActionButton>& actions) {
  std::vector<ChoiceButton> chips;
  for (const NoteActionButton& each : actions) chips.push_back({action_name(each.action), each.label});
  return chips;
}

// What can be done with the chosen note, else the kinds to choose from.
std::optional<Intent> draw_choices(Frame& frame, const Box& box, const WritingView& view) {
  std::optional<Intent> wish;
  const bool acts = !view.actions.empty();
  const std::vector<ChoiceButton> chips = acts ? chips_of(view.actions) : view.kinds;
  const float width = box.w - frame.px(16);  // a list leaves room for its bar
  const float first = chips_height(frame, width, chips);
  const float gap = view.more_kinds.empty() ? 0 : frame.px(20);
  const float needed = first + gap + chips_height(frame, width, view.more_kinds);
  Box list = frame.begin_list({box, "kinds", needed > box.h ? needed : 0});
  list.w = std::min(list.w, width);
  if (auto name = draw_chips(frame, list.cut_top(first), acts ? "" : "kind:", chips)) {
    wish = intent::ChooseKind{*name};
    for (const NoteActionButton& each : view.actions)
      if (action_name(each.action) == *name) wish = intent::ChangeNote{each.action};
  }
  list.cut_top(gap);
  if (auto name = draw_chips(frame, list, "kind:", view.more_kinds)) wish = intent::ChooseKind{*name};
  frame.end_list(frame.theme().card, frame.theme().ring);
  return wish;
}

std::optional<Intent> draw_leave(Frame& frame, const Box& row, const WritingView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  if (frame.pressed(row, "may-leave")) wish = intent::ToggleLeave{};
  Box line = row;
  const float side = frame.px(38);
  const Box box = line.cut_left(side).centred(side, side);
  if (view.leaves) frame.fill(box, theme.primary, frame.px(kOptionRadius));
  frame.outline(box, view.leaves ? theme.primary : theme.ring, frame.px(kOptionRadius),
                std::max(2.0F, frame.px(3)));
  if (view.leaves) draw_check(frame, box.inset(frame.px(6)), theme.on_primary);
  line.cut_left(frame.px(14));
  frame.write(line, view.may_leave,
              {kLineText, theme.text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 2});
  return wish;
}

std::optional<Intent> draw_kinds(Frame& frame, const Box& card, const WritingView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  draw_card(frame, card, theme, CardState::kPlain);
  Box inside = card.inset(frame.px(24), frame.px(9));
  const float target = std::max(frame.smallest_target(), frame.px(64));
  Box head = inside.cut_top(view.close ? target : frame.text_px(34));
  if (view.close) {
    ButtonLook look = quiet_look(theme);
    look.fill = theme.card;
    look.size = kLineText;
    const float width = std::max(target, line_width(frame, view.close->label, Weight::kBold) + frame.px(28));
    if (button(frame, head.cut_right(std::min(width, head.w * 0.6F)), name_of(view.close->control),
               view.close->label, look))
      wish = intent::Steer{view.close->control};
  }
  frame.write(head, view.kinds_label,
              {24, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 3});
  inside.cut_top(frame.px(4));
  if (!view.may_leave.empty()) {
    if (auto pressed = draw_leave(frame, inside.cut_bottom(target), view)) wish = std::move(pressed);
    inside.cut_bottom(frame.px(4));
  }
  if (auto pressed = draw_choices(frame, inside, view)) wish = std::move(pressed);
  return wish;
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const WritingView& view) {
  frame.fill(frame.screen(), frame.theme().background);
  Box page = frame.screen();
  std::optional<Intent> wish = draw_desk_strip(frame, page, view.strip);
  const auto rows = static_cast<float>(view.entry.keyboard.size());
  const float key_row = std::max(frame.smallest_target(), std::min(frame.px(86), page.h * 0.5F / rows));
  const Box keyboard = page.cut_bottom(key_row * rows + frame.px(22));
  page = page.inset(frame.px(24), frame.px(14));
  Box kinds;
  if (frame.is_portrait()) {
    kinds = page.cut_bottom(page.h * 0.45F);
    page.cut_bottom(frame.px(kGap));
  } else {
    kinds = page.cut_right(page.w * 0.402F);
    page.cut_right(frame.px(18));
  }
  if (auto touched = draw_list(frame, page, view)) wish = std::move(touched);
  if (auto pressed = draw_kinds(frame, kinds, view)) wish = std::move(pressed);
  if (auto pressed = draw_keyboard(frame, keyboard, view.entry)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
