// SPDX-License-Identifier: Apache-2.0
// The kiosk's attract screen: the first question at once, languages in their own script, the privacy line.
#include <string>
#include <vector>

#include "ui/icons.h"
#include "ui/screens/screens.h"
#include "ui/widgets.h"

namespace tertulia::ui {
namespace {

std::optional<Intent> draw_header(Frame& frame, Box header, const AttractView& view) {
  std::optional<Intent> wish;
  if (view.can_read_aloud) {
    const float side = std::max(frame.smallest_target(), frame.px(72));
    const Box speaker = header.cut_right(side);
    if (frame.pressed({speaker.x, 0, side, std::max(side, header.h)}, "read-aloud"))
      wish = intent::ReadAloud{};
    draw_speaker(frame, speaker.centred(frame.px(34), frame.px(34)), icon_ink(frame, kPaper));
  }
  const Type clock{kLabelSize, kPaper.muted,       Weight::kRegular, Align::kEnd, VerticalAlign::kMiddle,
                   1,          Digits::kEqualWidth};
  frame.write(header.cut_right(frame.px(110)), view.clock, clock);
  const Type title{24, kPaper.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 1};
  const float width = static_cast<float>(frame.measure(view.title, title).width) + frame.px(4);
  frame.write(header.cut_left(std::min(width, header.w * 0.72F)), view.title, title);
  const Type room{kLabelSize, kPaper.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
  draw_dotted(frame, header, view.room, room);
  return wish;
}

// Languages in rows that fit the width.
struct LanguageRows {
  std::vector<std::vector<std::size_t>> rows;
  std::vector<float> widths;
};

LanguageRows rows_of(Frame& frame, const AttractView& view, float width, float gap) {
  LanguageRows result;
  const Type type{24, kPaper.text, Weight::kBold};
  float used = 0;
  for (std::size_t i = 0; i < view.languages.size(); ++i) {
    const float own = static_cast<float>(frame.measure(view.languages[i].name, type).width) + frame.px(48);
    result.widths.push_back(std::max(own, frame.smallest_target()));
    if (result.rows.empty() || used + gap + result.widths.back() > width) {
      result.rows.emplace_back();
      used = -gap;
    }
    result.rows.back().push_back(i);
    used += gap + result.widths.back();
  }
  // Two rows of about the same length look better than a full one and a rest.
  if (result.rows.size() == 2) {
    std::vector<std::size_t> all;
    for (const auto& row : result.rows) all.insert(all.end(), row.begin(), row.end());
    const auto half = static_cast<std::ptrdiff_t>((all.size() + 1) / 2);
    result.rows = {{all.begin(), all.begin() + half}, {all.begin() + half, all.end()}};
  }
  return result;
}

std::optional<Intent> draw_languages(Frame& frame, const Box& box, const AttractView& view,
                                     const LanguageRows& rows) {
  std::optional<Intent> wish;
  const float gap = frame.px(14);
  for (std::size_t r = 0; r < rows.rows.size(); ++r) {
    const Box row = box.row(static_cast<int>(r), static_cast<int>(rows.rows.size()), gap);
    float width = -gap;
    for (const std::size_t i : rows.rows[r]) width += rows.widths[i] + gap;
    float x = row.middle_x() - width / 2;
    for (const std::size_t i : rows.rows[r]) {
      const LanguageButton& language = view.languages[i];
      ButtonLook look = language.chosen ? ButtonLook{kPaper.text, kPaper.card}
                                        : ButtonLook{kPaper.background, kPaper.text, kPaper.line};
      look.size = 24;
      if (button(frame, {x, row.y, rows.widths[i], row.h}, "language:" + language.language, language.name,
                 look))
        wish = intent::ChooseLanguage{language.language};
      x += rows.widths[i] + gap;
    }
  }
  return wish;
}

void draw_privacy(Frame& frame, const Box& box, const AttractView& view) {
  const Type type{kLabelSize, kPaper.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1};
  const float icon = frame.px(22);
  const float gap = frame.px(10);
  const float width =
      std::min(box.w - icon - gap, static_cast<float>(frame.measure(view.privacy, type).width) + frame.px(4));
  Box line = box.centred(width + icon + gap, box.h);
  draw_shield(frame, line.cut_left(icon).centred(icon, icon), kPaper.muted);
  line.cut_left(gap);
  frame.write(line, view.privacy, type);
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const AttractView& view) {
  frame.fill(frame.screen(), kPaper.background);
  Box page = frame.screen().inset(frame.px(kEdge), 0);
  std::optional<Intent> wish = draw_header(frame, page.cut_top(frame.px(74)), view);

  const float gap = frame.px(14);
  const LanguageRows rows = rows_of(frame, view, page.w, gap);
  const auto row_count = static_cast<float>(rows.rows.size());
  const float row_height = std::max(frame.smallest_target(), frame.px(72));
  page.cut_bottom(frame.px(28));
  const Box languages = page.cut_bottom(row_count * row_height + (row_count - 1) * gap);
  if (auto chosen = draw_languages(frame, languages, view, rows)) wish = std::move(chosen);
  page.cut_bottom(frame.px(20));

  const float middle = page.h;
  const Box headline = page.cut_top(middle * (frame.is_portrait() ? 0.22F : 0.30F));
  page.cut_top(frame.px(12));
  frame.write(headline.inset(frame.px(frame.is_portrait() ? 16.0F : 96.0F), 0), view.headline,
              {58, kPaper.text, Weight::kBold, Align::kCenter, VerticalAlign::kMiddle, 4, Digits::kAsDrawn,
               kHeadlineLineHeight});
  Box privacy = page.cut_bottom(std::min(frame.px(80), middle * 0.16F));
  draw_privacy(frame, privacy, view);
  if (!view.faces.empty()) {
    if (const auto face = draw_faces(frame, page, view.faces))
      wish = intent::Choose{view.question, view.faces[*face].name};
  } else if (!view.begin.empty()) {
    const Box begin = page.centred(std::min(page.w, frame.px(440)), std::min(page.h, frame.px(120)));
    if (button(frame, begin, "begin", view.begin, primary_look(kPaper))) wish = intent::Begin{};
  }
  return wish;
}

}  // namespace tertulia::ui
