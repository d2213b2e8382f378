// SPDX-License-Identifier: Apache-2.0
// Answers as bars. While their numbers are not told, the bars have the whole width, and what they are a part
// of is seen behind them.
#include <algorithm>

#include "ui/screens/results_rows.h"
#include "ui/screens/sign_parts.h"
#include "ui/theme/contrast.h"

namespace tertulia::ui {
namespace {

constexpr std::uint32_t kQuietPart = 125;  // of 255: what a bar has of the primary colour that does not lead
constexpr RowStyle kBarRows{56, 22, 0.36F, 0.5F, Align::kEnd};

Color bar_color(const Theme& theme, const ResultBar& bar) {
  if (bar.leads) return theme.primary;
  return legible(mixed(theme.background, theme.primary, kQuietPart), theme.background, kShapeContrast);
}

}  // namespace

void draw_bars(Frame& frame, Box page, const std::vector<ResultBar>& bars) {
  std::vector<std::string> labels, values;
  for (const ResultBar& bar : bars) {
    labels.push_back(bar.label);
    values.push_back(bar.value);
  }
  const Type number = number_type(frame, kFarSize + 2, Align::kStart);
  const float told = column_width(frame, values, number, page);
  const Box column = page.cut_right(told > 0 ? std::max(told, frame.text_px(70)) : 0);
  if (told > 0) page.cut_right(frame.px(24));
  const ResultRows rows = lay_out_rows(frame, page, labels, kBarRows);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const auto& [label, line] = rows.each[i];
    frame.write(label, bars[i].label, rows.label);
    if (told <= 0) fill_part(frame, line, frame.theme().track, {.start = false, .end = true});
    Box done = line;
    done.w = line.w * static_cast<float>(std::clamp(bars[i].length, 0, 1000)) / 1000.0F;
    done.w = std::max(done.w, frame.px(4));
    if (told > 0 || bars[i].length > 0)
      fill_part(frame, done, bar_color(frame.theme(), bars[i]), {.start = false, .end = true});
    frame.write(beside(frame, line, column.x, column.w), bars[i].value, number);
  }
}

}  // namespace tertulia::ui
