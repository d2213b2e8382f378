// SPDX-License-Identifier: Apache-2.0
// The controls of the desk, large enough for a hurried thumb.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "ui/frame/icons.h"
#include "ui/screens/desk/desk.h"

namespace tertulia::ui {
namespace {

constexpr std::array<std::pair<Control, std::string_view>, 36> kNames{
    {{Control::kBack, "back"},
     {Control::kStart, "start"},
     {Control::kPause, "pause"},
     {Control::kResume, "resume"},
     {Control::kNext, "next"},
     {Control::kTakeOne, "take-one"},
     {Control::kAddOne, "add-one"},
     {Control::kAddFive, "add-five"},
     {Control::kFinish, "finish"},
     {Control::kEnd, "end"},
     {Control::kGoOn, "go-on"},
     {Control::kUndo, "undo"},
     {Control::kHold, "hold"},
     {Control::kRoll, "roll"},
     {Control::kLate, "late"},
     {Control::kTime, "time"},
     {Control::kNotes, "notes"},
     {Control::kScreen, "screen"},
     {Control::kWords, "words"},
     {Control::kMeeting, "meeting"},
     {Control::kClocks, "clocks"},
     {Control::kRules, "rules"},
     {Control::kQuestions, "questions"},
     {Control::kAccept, "accept"},
     {Control::kEndLater, "end-later"},
     {Control::kChoose, "choose"},
     {Control::kAddTyped, "add-typed"},
     {Control::kTakeTyped, "take-typed"},
     {Control::kCountToEnd, "count-to-end"},
     {Control::kCountToPart, "count-to-part"},
     {Control::kLock, "lock"},
     {Control::kAgenda, "agenda"},
     {Control::kApply, "apply"},
     {Control::kNotNow, "not-now"},
     {Control::kSetting, "setting"},
     {Control::kSetClock, "set-clock"}}};

ButtonLook look_of(const Theme& theme, Control control) {
  if (control == Control::kPause) return {theme.pause, theme.on_pause};
  const bool is_side = control == Control::kBack || control == Control::kUndo ||
                       control == Control::kFinish || control == Control::kGoOn;
  return is_side ? plain_look(theme) : primary_look(theme);
}

bool is_small(Control control) {
  return control == Control::kBack || control == Control::kUndo || control == Control::kFinish;
}

// Draws the arrows of Back and Next beside their labels.
void draw_way(Frame& frame, const Box& box, const ControlButton& item, const ButtonLook& look) {
  const bool is_back = item.control == Control::kBack;
  if (!is_back && item.control != Control::kNext) return;
  const Box face = pressed_in(frame, box);
  const auto label_width = static_cast<float>(frame.measure(item.label, {look.size, {}, look.weight}).width);
  const float away = label_width / 2 + frame.px(20);
  if (away + frame.px(18) > face.w / 2) return;
  const Box icon = Box{face.middle_x() + (is_back ? -away : away), face.y, 0, face.h}.inset(-frame.px(9), 0);
  const Box shape = icon.centred(frame.px(18), frame.px(22));
  is_back ? draw_chevron_back(frame, shape, look.text) : draw_chevron_onward(frame, shape, look.text);
}

// The answer that ends something stands where nothing else ever stands under a hurried finger.
std::optional<Intent> draw_ask(Frame& frame, Box row, const DeskAsk& ask) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  const float gap = frame.px(kGap);
  const float answer = row.w * 0.28F;
  if (button(frame, row.cut_right(answer), name_of(ask.yes.control), ask.yes.label, {theme.red, theme.card}))
    wish = intent::Steer{ask.yes.control};
  row.cut_right(gap);
  if (button(frame, row.cut_right(answer), name_of(ask.no.control), ask.no.label, plain_look(theme)))
    wish = intent::Steer{ask.no.control};
  row.cut_right(gap);
  frame.write(row, ask.text, {24, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 3});
  return wish;
}

}  // namespace

std::string_view name_of(Control control) {
  for (const auto& [value, name] : kNames)
    if (value == control) return name;
  return "close";
}

std::optional<Intent> draw_controls(Frame& frame, const Box& whole, const ModeratorView& view) {
  if (view.ask) return draw_ask(frame, whole, *view.ask);
  std::optional<Intent> wish;
  Box row = whole;
  const Theme& theme = frame.theme();
  const float gap = frame.px(kGap);
  const bool rests = !view.resting.empty();
  const auto is_large = [](const ControlButton& item) { return !is_small(item.control); };
  auto large = static_cast<float>(std::count_if(view.controls.begin(), view.controls.end(), is_large)) +
               (rests ? 1.0F : 0.0F);
  const float small = static_cast<float>(view.controls.size()) - large + (rests ? 1.0F : 0.0F);
  const float side = small > 1 ? (whole.w - 3 * gap) / 4 : whole.w * 0.23F;
  for (const ControlButton& item : view.controls) {
    const bool is_side = is_small(item.control);
    const Box box = row.cut_left(is_side ? side : (row.w - gap * (large - 1)) / large);
    if (!is_side) --large;
    row.cut_left(gap);
    ButtonLook look = look_of(theme, item.control);
    if (small > 1) look.size = 22;  // four in a row
    if (button(frame, box, name_of(item.control), item.label, look)) wish = intent::Steer{item.control};
    draw_way(frame, box, item, look);
  }
  if (!rests) return wish;
  frame.outline(row, theme.line, frame.px(kButtonRadius), std::max(1.0F, frame.px(1.5F)));
  frame.write(row.inset(frame.px(12), frame.px(4)), view.resting,
              {24, theme.muted, Weight::kRegular, Align::kCenter, VerticalAlign::kMiddle, 2});
  return wish;
}

std::optional<Intent> draw_button_row(Frame& frame, const Box& whole,
                                      std::span<const ControlButton> buttons) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  if (buttons.empty()) return wish;
  const float gap = frame.px(kGap);
  const float gaps = gap * static_cast<float>(buttons.size() - 1);
  std::vector<float> widths;
  float sum = 0;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    const ButtonLook look = plain_look(theme);
    const bool is_main = i + 1 == buttons.size();
    const auto label =
        static_cast<float>(frame.measure(buttons[i].label, {look.size, {}, look.weight}).width);
    const float least = std::max(frame.smallest_target(), is_main ? whole.w * 0.25F : 0.0F);
    widths.push_back(std::max(least, label + frame.px(72)));
    sum += widths.back();
  }
  const float shrink = std::min(1.0F, (whole.w - gaps) / sum);
  Box row = whole;
  const Box main = row.cut_right(std::floor(widths.back() * shrink));
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    const bool is_main = i + 1 == buttons.size();
    const Box box = is_main ? main : row.cut_left(std::floor(widths[i] * shrink));
    row.cut_left(gap);
    const ButtonLook look = is_main ? primary_look(theme) : plain_look(theme);
    if (button(frame, box, name_of(buttons[i].control), buttons[i].label, look))
      wish = intent::Steer{buttons[i].control};
  }
  return wish;
}

}  // namespace tertulia::ui
