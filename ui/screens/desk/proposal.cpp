// SPDX-License-Identifier: Apache-2.0
// What could be done about a delay: each part as planned and as proposed.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/frame/icons.h"
#include "ui/screens/desk/desk.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr float kProposalText = 28;

struct Columns {
  float planned = 0;
  float proposed = 0;
  float title_height = 0;  // where the title stands above the rest; 0: beside it
};

float cell_width(Frame& frame, std::string_view text, Weight weight) {
  return static_cast<float>(frame.measure(text, {kProposalText, {}, weight}).width) + frame.px(6);
}

void draw_arrow(Frame& frame, const Box& box, Color color) {
  const float head = box.h * 0.3F;
  const float y = box.middle_y();
  const float pen = std::max(1.5F, frame.px(2.5F));
  frame.stroke({{box.x, y}, {box.right(), y}}, pen, color);
  frame.stroke({{box.right() - head, y - head}, {box.right(), y}, {box.right() - head, y + head}}, pen,
               color);
}

// The planned length, crossed out where it changes.
void draw_planned(Frame& frame, const Box& box, const ProposalRow& row) {
  const Theme& theme = frame.theme();
  frame.write(box, row.planned,
              {kProposalText, theme.muted, Weight::kRegular, Align::kEnd, VerticalAlign::kMiddle, 1});
  if (!row.changes) return;
  const auto text = static_cast<float>(frame.measure(row.planned, {kProposalText, {}}).width);
  const float width = std::min(box.w, text);
  const float pen = std::max(1.0F, std::round(frame.px(2)));
  frame.fill({box.right() - width, std::round(box.middle_y()), width, pen}, theme.muted);
}

std::optional<Intent> draw_change(Frame& frame, const Box& box, const ProposalRow& row, int minutes) {
  const Theme& theme = frame.theme();
  const std::string name = (minutes > 0 ? "more:" : "less:") + row.segment;
  // The sign stays before its number in right-to-left languages too.
  const std::string label = minutes > 0 ? "\u2066+1\u2069" : "\u2066–1\u2069";
  if (button(frame, box, name, label, plain_look(theme))) return intent::ChangeLength{row.segment, minutes};
  return std::nullopt;
}

std::optional<Intent> draw_row(Frame& frame, Box box, const ProposalRow& row, const Columns& columns) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  const float target = std::max(frame.smallest_target(), frame.px(64));
  const Type title{kProposalText, theme.text, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 3};
  if (columns.title_height > 0) {
    frame.write(box.cut_top(columns.title_height), row.title, title);
    box.cut_bottom(frame.px(8));
  }
  const Type proposed{kProposalText,          row.changes ? theme.primary : theme.muted,
                      Weight::kBold,          Align::kEnd,
                      VerticalAlign::kMiddle, 1};
  if (row.can_change) {
    const Box more = box.cut_right(target * 1.3F);
    if (auto pressed = draw_change(frame, more.centred(more.w, target), row, 1)) wish = std::move(pressed);
    box.cut_right(frame.px(12));
    const Box less = box.cut_right(target * 1.3F);
    if (auto pressed = draw_change(frame, less.centred(less.w, target), row, -1)) wish = std::move(pressed);
    box.cut_right(frame.px(12));
  }
  frame.write(box.cut_right(columns.proposed), row.proposed, proposed);
  const Box arrow = box.cut_right(frame.px(64)).centred(frame.px(18), frame.px(28));
  if (row.changes) draw_arrow(frame, arrow, theme.muted);
  draw_planned(frame, box.cut_right(columns.planned), row);
  box.cut_right(frame.px(16));
  if (columns.title_height <= 0) frame.write(box, row.title, title);
  return wish;
}

std::optional<Intent> draw_rows(Frame& frame, const Box& card, const ProposalView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  draw_card(frame, card, theme, CardState::kPlain);
  const Box inside = card.inset(frame.px(30), frame.px(10));
  Columns columns;
  for (const ProposalRow& row : view.rows) {
    columns.planned = std::max(columns.planned, cell_width(frame, row.planned, Weight::kRegular));
    columns.proposed = std::max(columns.proposed, cell_width(frame, row.proposed, Weight::kBold));
  }
  // On a narrow glass the buttons leave no room for a title beside them.
  const bool chooses = std::any_of(view.rows.begin(), view.rows.end(),
                                   [](const ProposalRow& each) { return each.can_change; });
  if (chooses && frame.is_portrait()) columns.title_height = frame.text_px(72);
  const float target = std::max(frame.smallest_target(), frame.px(64));
  const float least = columns.title_height > 0 ? columns.title_height + target + frame.px(16)
                                               : std::max(target + frame.px(8), frame.text_px(84));
  const auto count = static_cast<float>(view.rows.size());
  const float height = std::max(least, std::min(frame.px(84), inside.h / std::max(1.0F, count)));
  const float needed = height * count;
  Box rows = frame.begin_list({inside, "proposal", needed > inside.h + 1 ? needed : 0});
  bool is_first = true;
  for (const ProposalRow& row : view.rows) {
    const Box box = rows.cut_top(height);
    if (!std::exchange(is_first, false)) draw_line_above(frame, box);
    if (auto pressed = draw_row(frame, box, row, columns)) wish = std::move(pressed);
  }
  frame.end_list(theme.card, theme.ring);
  return wish;
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const ProposalView& view) {
  const Theme& theme = frame.theme();
  Box page;
  std::optional<Intent> wish = begin_desk_page(frame, page, view.strip);
  const float row = std::max(frame.smallest_target(), frame.px(84));
  const Box buttons = page.cut_bottom(row);
  page.cut_bottom(frame.px(16));
  draw_headline(frame, page, view.headline, theme.text, 0.34F);
  const Type note{24,
                  view.tone == Tone::kAmber ? theme.amber : theme.muted,
                  view.tone == Tone::kAmber ? Weight::kBold : Weight::kRegular,
                  Align::kStart,
                  VerticalAlign::kTop,
                  3};
  const float words = frame.height_of(view.note, note, {0, 0, page.w, page.h * 0.3F}) + 1;
  const bool chooses = std::any_of(view.rows.begin(), view.rows.end(),
                                   [](const ProposalRow& each) { return each.can_change; });
  const float row_height = frame.px(chooses && frame.is_portrait() ? 160.0F : 84.0F);
  const float rows = static_cast<float>(view.rows.size()) * row_height + frame.px(20);
  if (!view.rows.empty()) {
    const Box card = page.cut_top(std::min(rows, page.h - words - frame.px(20)));
    if (auto pressed = draw_rows(frame, card, view)) wish = std::move(pressed);
  }
  page.cut_top(frame.px(16));
  frame.write(page, view.note, note);
  if (auto pressed = draw_button_row(frame, buttons, view.controls)) wish = std::move(pressed);
  return wish;
}

}  // namespace tertulia::ui
