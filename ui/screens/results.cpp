// SPDX-License-Identifier: Apache-2.0
// What the room has answered, as bars; or why there is nothing to see yet.
#include <algorithm>

#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/sign_parts.h"

namespace tertulia::ui {
namespace {

constexpr float kSmallestQuestion = 34;
constexpr std::uint32_t kQuietPart = 110;  // of 255: what a bar has of the primary colour that does not lead

void draw_result(Frame& frame, Box row, const ResultBar& bar) {
  const Theme& theme = frame.theme();
  const Type label{kFarSize,
                   theme.text,
                   Weight::kRegular,
                   frame.is_portrait() ? Align::kStart : Align::kEnd,
                   VerticalAlign::kMiddle,
                   2};
  const Type value{kFarSize + 1,           theme.text, Weight::kBold,      Align::kStart,
                   VerticalAlign::kMiddle, 1,          Digits::kEqualWidth};
  if (frame.is_portrait()) {
    frame.write(row.cut_top(row.h * 0.55F), bar.label, label);
  } else {
    frame.write(row.cut_left(row.w * 0.36F), bar.label, label);
    row.cut_left(frame.px(24));
  }
  frame.write(row.cut_right(frame.text_px(100)), bar.value, value);
  row.cut_right(frame.px(24));
  const float width = row.w * static_cast<float>(std::clamp(bar.length, 0, 1000)) / 1000.0F;
  const float height = std::min(row.h, frame.px(56));
  const Color color = bar.leads ? theme.primary : mixed(theme.background, theme.primary, kQuietPart);
  frame.fill({row.x, row.middle_y() - height / 2, std::max(width, frame.px(4)), height}, color,
             std::min(frame.px(14), width / 2));
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const ResultsView& view) {
  const Theme& theme = frame.theme();
  Box top;
  std::optional<Intent> wish = begin_sign_page(frame, top, view.header);
  Box page = top.inset(frame.px(frame.is_portrait() ? 0.0F : 32.0F), 0);
  page.cut_bottom(frame.px(32));
  Type question{48, theme.text,       Weight::kBold,      Align::kStart, VerticalAlign::kMiddle,
                4,  Digits::kAsDrawn, kHeadlineLineHeight};
  const Box most{0, 0, page.w, page.h * 0.3F};
  question.size = unbroken_size(frame, view.question, question, {most, kSmallestQuestion});
  page.cut_top(frame.px(14));
  frame.write(page.cut_top(frame.height_of(view.question, question, most) + frame.px(8)), view.question,
              question);
  page.cut_top(frame.px(24));
  if (view.bars.empty()) {
    frame.write(page, view.note,
                {40, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 4});
    return wish;
  }
  frame.write(page.cut_bottom(frame.text_px(48)), view.note,
              {kFarSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1});
  page.cut_bottom(frame.px(12));
  const auto count = static_cast<int>(view.bars.size());
  const float gap = frame.px(22);
  Box rows = page;
  rows.h = std::min(page.h,
                    static_cast<float>(count) * (frame.text_px(frame.is_portrait() ? 110.0F : 56.0F) + gap));
  for (int i = 0; i < count; ++i)
    draw_result(frame, rows.row(i, count, gap), view.bars[static_cast<std::size_t>(i)]);
  return wish;
}

}  // namespace tertulia::ui
