// SPDX-License-Identifier: Apache-2.0
// Who are you today: the role and its PIN.
#include <algorithm>

#include "ui/screens/desk/desk.h"
#include "ui/screens/desk/pad.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

std::string role_name(DeskRole role) {
  return role == DeskRole::kModerator ? "role:moderator" : "role:note-taker";
}

std::optional<Intent> draw_roles(Frame& frame, Box row, const PinView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  const float gap = frame.px(14);
  const auto count = static_cast<float>(view.roles.size() + (view.close ? 1 : 0));
  const float most = (row.w - gap * (count - 1)) / count;
  for (const DeskRoleButton& each : view.roles) {
    const auto label = static_cast<float>(frame.measure(each.label, {27, {}, Weight::kBold}).width);
    const float width = std::min(label + frame.px(72), most);
    const ButtonLook look = each.chosen ? ButtonLook{theme.text, theme.card} : plain_look(theme);
    if (button(frame, row.cut_left(width), role_name(each.role), each.label, look))
      wish = intent::ChooseRole{each.role};
    row.cut_left(gap);
  }
  if (view.close) {
    const auto label = static_cast<float>(frame.measure(view.close->label, {27, {}, Weight::kBold}).width);
    const Box place = row.cut_left(std::min(label + frame.px(72), most));
    if (button(frame, place, name_of(view.close->control), view.close->label, plain_look(theme)))
      wish = intent::Steer{view.close->control};
  }
  return wish;
}

// One disc a digit, full when it is typed.
void draw_dots(Frame& frame, const Box& line, const PinView& view) {
  const Theme& theme = frame.theme();
  const float radius = std::min(frame.px(17), line.h / 2);
  for (int i = 0; i < view.digits; ++i) {
    const float x = line.x + radius + static_cast<float>(i) * (2 * radius + frame.px(20));
    frame.disc(x, line.middle_y(), radius, theme.primary);
    if (i >= view.typed)
      frame.disc(x, line.middle_y(), radius - std::max(2.0F, frame.px(4)), theme.background);
  }
}

std::optional<Intent> draw_words(Frame& frame, Box side, const PinView& view) {
  const Theme& theme = frame.theme();
  const Type hint{26,
                  view.tone == Tone::kRed ? theme.red : theme.muted,
                  view.tone == Tone::kRed ? Weight::kBold : Weight::kRegular,
                  Align::kStart,
                  VerticalAlign::kTop,
                  4};
  Type headline{kHeadlineSize,          theme.text, Weight::kBold,    Align::kStart,
                VerticalAlign::kBottom, 2,          Digits::kAsDrawn, kHeadlineLineHeight};
  const float buttons = std::max(frame.smallest_target(), frame.px(88));
  const float dots = frame.px(34);
  const float gap = frame.px(24);
  const Box most{0, 0, side.w, std::max(0.0F, (side.h - buttons - dots - 3 * gap) * 0.5F)};
  headline.size = unbroken_size(frame, view.headline, headline, {most, 30});
  const float head = frame.height_of(view.headline, headline, most) + 1;
  const float words = frame.height_of(view.hint, hint, most) + 1;
  side = side.centred(side.w, std::min(side.h, head + words + buttons + dots + 3 * gap));
  frame.write(side.cut_top(head), view.headline, headline);
  side.cut_top(gap);
  std::optional<Intent> wish = draw_roles(frame, side.cut_top(buttons), view);
  side.cut_top(gap);
  frame.write(side.cut_top(words), view.hint, hint);
  side.cut_top(gap);
  draw_dots(frame, side.cut_top(dots), view);
  return wish;
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const PinView& view) {
  frame.fill(frame.screen(), frame.theme().background);
  Box page = frame.screen();
  std::optional<Intent> wish = draw_desk_strip(frame, page, view.strip);
  page = page.inset(frame.px(frame.is_portrait() ? 64.0F : 96.0F), frame.px(28));
  Box pad;
  if (frame.is_portrait()) {
    pad = page.cut_bottom(page.h * 0.55F);
    page.cut_bottom(frame.px(32));
  } else {
    pad = page.cut_right(page.w * 0.393F);
    page.cut_right(frame.px(64));
  }
  pad = pad.centred(pad.w, std::min(pad.h, frame.px(frame.is_portrait() ? 600.0F : 512.0F)));
  if (auto pressed = draw_words(frame, page, view)) wish = std::move(pressed);
  if (view.waits) frame.disable();
  if (auto pressed = draw_pad(frame, pad, view.pad)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
