// SPDX-License-Identifier: Apache-2.0
// What a person sets by touching one of several, with what the room sees beside it.
#include <algorithm>
#include <cmath>
#include <variant>

#include "ui/screens/desk/desk.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kOptionLabel = 26;
constexpr float kValue = 32;

struct GroupSizes {
  float head = 0;
  float chips = 0;
  [[nodiscard]] float height(const Frame& frame) const {
    return head + (chips > 0 ? chips + frame.px(12) : 0) + frame.px(20);
  }
};

Type label_type(const Theme& theme) {
  return {kOptionLabel, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 0};
}

Type value_type(const Theme& theme, Tone tone) {
  return {kValue,
          tone == Tone::kCalm ? theme.text : tone_color(theme, tone),
          Weight::kBold,
          Align::kEnd,
          VerticalAlign::kMiddle,
          1,
          Digits::kEqualWidth};
}

float value_width(Frame& frame, const OptionGroup& group) {
  if (group.value.empty()) return 0;
  return static_cast<float>(frame.measure(group.value, value_type(frame.theme(), group.tone)).width) +
         frame.px(16);
}

GroupSizes sizes_of(Frame& frame, float width, const OptionGroup& group) {
  const float inside = width - frame.px(40);
  const float label = inside - value_width(frame, group);
  const auto text = static_cast<float>(frame.measure(group.label, label_type(frame.theme()), label).height);
  const float least = group.opens ? std::max(frame.smallest_target(), frame.px(64)) : frame.text_px(44);
  return {std::max(least, text + frame.px(10)), chips_height(frame, inside, group.options)};
}

std::optional<Intent> draw_group(Frame& frame, const Box& box, const OptionGroup& group,
                                 const GroupSizes& sizes) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  Box inside = box.inset(frame.px(20), frame.px(10));
  Box head = inside.cut_top(sizes.head);
  if (group.opens) {
    if (frame.pressed(head, "group:" + group.id)) wish = intent::ChooseOption{group.id, {}};
    const Box face = pressed_in(frame, head);
    if (group.chosen || frame.depth() > 0)
      frame.fill(face.inset(-frame.px(8), 0),
                 group.chosen ? theme.selected : lit(frame, theme.card, theme.text), frame.px(kKeyRadius));
  }
  if (!group.value.empty())
    frame.write(head.cut_right(value_width(frame, group)), group.value, value_type(theme, group.tone));
  frame.write(head, group.label, label_type(theme));
  if (group.options.empty()) return wish;
  inside.cut_top(frame.px(12));
  if (auto chosen = draw_chips(frame, inside, group.id + ":", group.options))
    wish = intent::ChooseOption{group.id, *chosen};
  return wish;
}

std::optional<Intent> draw_groups(Frame& frame, const Box& card, const OptionsView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  draw_card(frame, card, theme, CardState::kPlain);
  const Box inside = card.inset(frame.px(8), frame.px(8));
  if (view.groups.empty()) {
    frame.write(inside.inset(frame.px(20), frame.px(12)), view.empty,
                {kOptionLabel, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 0});
    return wish;
  }
  const float width = inside.w - frame.px(24);  // a list leaves room for its bar
  std::vector<GroupSizes> sizes;
  float needed = 0;
  for (const OptionGroup& group : view.groups) {
    sizes.push_back(sizes_of(frame, width, group));
    needed += sizes.back().height(frame);
  }
  Box rows = frame.begin_list({inside, "options", needed > inside.h ? needed : 0});
  rows.w = std::min(rows.w, width);
  for (std::size_t i = 0; i < view.groups.size(); ++i) {
    const Box row = rows.cut_top(sizes[i].height(frame));
    if (i > 0) draw_line_above(frame, row);
    if (auto pressed = draw_group(frame, row, view.groups[i], sizes[i])) wish = std::move(pressed);
  }
  frame.end_list(theme.card, theme.ring);
  return wish;
}

void draw_display(Frame& frame, const Box& space, const SignView& display) {
  constexpr float kShape = 1.6F;  // width to height of a room display
  const float width = std::min(space.w, space.h * kShape);
  const Box picture{space.x + (space.w - width) / 2, space.y, std::round(width), std::round(width / kShape)};
  std::visit(
      [&](const auto& sign) {
        Frame small = frame.inside(picture, sign.tongue, Ground::kDark);
        (void)draw(small, sign);
      },
      display);
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const OptionsView& view) {
  const Theme& theme = frame.theme();
  Box page;
  std::optional<Intent> wish = begin_desk_page(frame, page, view.strip);
  const Box buttons = page.cut_bottom(std::max(frame.smallest_target(), frame.px(84)));
  page.cut_bottom(frame.px(20));
  draw_headline(frame, page, view.headline, view.tone == Tone::kRed ? theme.red : theme.text);
  if (view.display) {
    if (frame.is_portrait()) {
      draw_display(frame, page.cut_top(std::min(page.w / 1.6F, page.h * 0.36F)), *view.display);
      page.cut_top(frame.px(20));
    } else {
      draw_display(frame, page.cut_right(page.w * 0.42F), *view.display);
      page.cut_right(frame.px(24));
    }
  }
  if (auto pressed = draw_groups(frame, page, view)) wish = std::move(pressed);
  if (auto pressed = draw_button_row(frame, buttons, view.controls)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
