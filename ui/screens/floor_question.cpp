// SPDX-License-Identifier: Apache-2.0
// What the moderator puts on the display of the room: a question from the floor, the key learning points.
#include <algorithm>

#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/sign_parts.h"

namespace tertulia::ui {
namespace {

constexpr float kSmallestFloorQuestion = 40;
constexpr float kPointGap = 28;

// The line at the foot of a sign, with a rule above; cuts it off the page.
Box cut_foot(Frame& frame, Box& page, float lines) {
  page.cut_bottom(frame.px(20));
  Box foot = page.cut_bottom(frame.text_px(16 + 44 * lines) + frame.px(12));
  draw_rule(frame, foot);
  page.cut_bottom(frame.px(16));
  return foot;
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const FloorQuestionView& view) {
  const Theme& theme = frame.theme();
  Box top;
  std::optional<Intent> wish = begin_sign_page(frame, top, view.header);
  Box page = top.inset(frame.px(frame.is_portrait() ? 8.0F : 64.0F), 0);
  const Box foot = cut_foot(frame, page, frame.is_portrait() ? 2 : 1);
  frame.write(foot, view.waiting,
              {kFarSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 3});
  page.cut_top(std::min(frame.px(94), page.h * 0.12F));
  const Box mark = page.cut_top(frame.px(10));
  frame.fill({mark.x, mark.y, frame.px(96), mark.h}, theme.primary, mark.h / 2);
  page.cut_top(std::min(frame.px(42), page.h * 0.08F));
  const float support = frame.text_px(frame.is_portrait() ? 96.0F : 60.0F);
  Type type{76, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kTop, 0, Digits::kAsDrawn, 1.2F};
  const Box most{0, 0, page.w * (frame.is_portrait() ? 1.0F : 0.92F), page.h - support - frame.px(28)};
  type.size = unbroken_size(frame, view.question, type, {most, kSmallestFloorQuestion});
  Box question = page.cut_top(frame.height_of(view.question, type, most) + 1);
  question.w = most.w;
  frame.write(question, view.question, type);
  page.cut_top(frame.px(28));
  draw_emphasised(frame, page.cut_top(support), view.support, {kFarSize, theme.muted, theme.text});
  return wish;
}

std::optional<Intent> draw(Frame& frame, const LearningView& view) {
  const Theme& theme = frame.theme();
  Box top;
  std::optional<Intent> wish = begin_sign_page(frame, top, view.header);
  Box page = top.inset(frame.px(frame.is_portrait() ? 0.0F : 32.0F), 0);
  if (!view.remark.empty() || !view.next.strong.empty()) {
    const int lines = frame.is_portrait() ? 4 : 2;
    Box foot = cut_foot(frame, page, static_cast<float>(lines));
    Box upper = frame.is_portrait() ? foot.cut_top(foot.h / 2) : foot.cut_left(foot.w * 0.56F);
    if (view.next.strong.empty()) upper = {upper.x, upper.y, page.w, upper.h};
    frame.write(upper, view.remark,
                {kFarSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, lines});
    foot.cut_left(frame.is_portrait() ? 0 : frame.px(24));
    draw_emphasised(frame, foot, view.next,
                    {kFarSize, theme.text, theme.text, frame.is_portrait() ? Align::kStart : Align::kEnd});
  }
  page.cut_top(frame.px(18));
  const float number_width = frame.text_px(72);
  Type type{37, theme.text, Weight::kRegular, Align::kStart, VerticalAlign::kTop};
  type.size = list_size(frame, view.points, {0, 0, page.w - number_width, page.h}, type,
                        {37, kFarSize, frame.px(kPointGap)});
  Type number{type.size + 2, theme.primary, Weight::kBold, Align::kStart, VerticalAlign::kTop, 1};
  int position = view.first;
  for (const std::string& point : view.points) {
    const float height = static_cast<float>(frame.measure(point, type, page.w - number_width).height) + 1;
    if (height > page.h) break;
    Box row = page.cut_top(height);
    frame.write(row.cut_left(number_width), std::to_string(position++), number);
    frame.write(row, point, type);
    page.cut_top(frame.px(kPointGap));
  }
  return wish;
}

}  // namespace tertulia::ui
