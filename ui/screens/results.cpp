// SPDX-License-Identifier: Apache-2.0
// What the room has answered, as bars or on scales; or why there is nothing to see yet.
#include "ui/frame/widgets.h"
#include "ui/screens/results_rows.h"
#include "ui/screens/screens.h"
#include "ui/screens/sign_parts.h"

namespace tertulia::ui {
namespace {

constexpr float kSmallestResultsQuestion = 34;
constexpr std::size_t kManyRows = 6;

// Many rows need the height that a long question would take.
void draw_results_question(Frame& frame, Box& page, const ResultsView& view) {
  const bool has_many = std::max(view.bars.size(), view.scales.size()) > kManyRows;
  Type question{48, frame.theme().text, Weight::kBold,      Align::kStart, VerticalAlign::kMiddle,
                4,  Digits::kAsDrawn,   kHeadlineLineHeight};
  const Box most{0, 0, page.w, page.h * (has_many ? 0.2F : 0.3F)};
  question.size = unbroken_size(frame, view.question, question, {most, kSmallestResultsQuestion});
  page.cut_top(frame.px(14));
  frame.write(page.cut_top(frame.height_of(view.question, question, most) + frame.px(8)), view.question,
              question);
}

void draw_results_note(Frame& frame, Box& page, const std::string& text) {
  if (text.empty()) return;
  const Type note{kFarSize, frame.theme().muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 2};
  const float height = frame.height_of(text, note, {0, 0, page.w, frame.text_px(84)});
  frame.write(page.cut_bottom(height + frame.px(4)), text, note);
  page.cut_bottom(frame.px(12));
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const ResultsView& view) {
  Box top;
  std::optional<Intent> wish = begin_sign_page(frame, top, view.header, DetailPlace::kAtEnd);
  Box page = top.inset(frame.px(frame.is_portrait() ? 0.0F : 32.0F), 0);
  page.cut_bottom(frame.px(32));
  draw_results_question(frame, page, view);
  page.cut_top(frame.px(24));
  if (view.bars.empty() && view.scales.empty()) {
    frame.write(page, view.note,
                {40, frame.theme().muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 4});
    return wish;
  }
  draw_results_note(frame, page, view.note);
  if (view.scales.empty())
    draw_bars(frame, page, view.bars);
  else
    draw_scales(frame, page, view);
  return wish;
}

}  // namespace tertulia::ui
