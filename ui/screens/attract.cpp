// SPDX-License-Identifier: Apache-2.0
// The kiosk's attract screen: the first question at once, languages in their own script, the privacy line.
#include <string>
#include <vector>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

std::optional<Intent> draw_header(Frame& frame, Box header, const AttractView& view) {
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  if (view.can_read_aloud) wish = draw_read_aloud(frame, header);
  const Type clock{kLabelSize, theme.muted,        Weight::kRegular, Align::kEnd, VerticalAlign::kMiddle,
                   1,          Digits::kEqualWidth};
  const Box corner = header.cut_right(frame.text_px(110));
  frame.write(corner, view.clock, clock);
  if (auto asked = watch_clock(frame, corner)) wish = std::move(asked);
  draw_heading(frame, header, {view.title, view.room});
  return wish;
}

constexpr float kSmallestQuestion = 34;

// Across the page, under the header; takes its height off it.
void draw_notice(Frame& frame, Box& page, const Notice& notice) {
  const Theme& theme = frame.theme();
  const float icon_width = frame.text_px(40);
  const float inset = frame.px(20);
  const Type type{kBodySize, theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle};
  const float width = page.w - 2 * inset - icon_width;
  const float text_height = static_cast<float>(frame.measure(notice.text, type, width).height);
  const Box band = page.cut_top(text_height + 2 * frame.px(12));
  frame.fill(band, theme.selected, frame.px(kButtonRadius));
  Box inside = band.inset(inset, 0);
  Box icon = inside.cut_left(icon_width);
  icon = Box{icon.x, icon.y, frame.text_px(28), icon.h}.centred(frame.text_px(28), frame.text_px(28));
  if (notice.tone == Tone::kCalm)
    draw_check(frame, icon, theme.primary);
  else
    draw_tone_shape(frame, icon, theme, notice.tone);
  frame.write(inside, notice.text, type);
}

// Languages in rows that fit the width.
struct LanguageRows {
  std::vector<std::vector<std::size_t>> rows;
  std::vector<float> widths;
};

constexpr float kLanguageGap = 14;
constexpr float kLanguagePaddings[] = {52, 40, 30};  // wide ones first, narrow ones if that saves a row

LanguageRows rows_with(Frame& frame, const AttractView& view, float width, float padding) {
  LanguageRows result;
  const float gap = frame.px(kLanguageGap);
  const Type type{24, {}, Weight::kBold};
  float used = 0;
  for (std::size_t i = 0; i < view.languages.size(); ++i) {
    const float own =
        static_cast<float>(frame.measure(view.languages[i].name, type).width) + frame.px(padding);
    result.widths.push_back(std::max(own, frame.smallest_target()));
    if (result.rows.empty() || used + gap + result.widths.back() > width) {
      result.rows.emplace_back();
      used = -gap;
    }
    result.rows.back().push_back(i);
    used += gap + result.widths.back();
  }
  return result;
}

LanguageRows rows_of(Frame& frame, const AttractView& view, float width) {
  LanguageRows result = rows_with(frame, view, width, kLanguagePaddings[0]);
  for (const float padding : kLanguagePaddings)
    if (LanguageRows tighter = rows_with(frame, view, width, padding);
        tighter.rows.size() < result.rows.size())
      result = std::move(tighter);
  // Two rows of about the same length look better than a full one and what is left.
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
  const Theme& theme = frame.theme();
  std::optional<Intent> wish;
  const float gap = frame.px(kLanguageGap);
  for (std::size_t r = 0; r < rows.rows.size(); ++r) {
    const Box row = box.row(static_cast<int>(r), static_cast<int>(rows.rows.size()), gap);
    float width = -gap;
    for (const std::size_t i : rows.rows[r]) width += rows.widths[i] + gap;
    float x = row.middle_x() - width / 2;
    for (const std::size_t i : rows.rows[r]) {
      const LanguageButton& language = view.languages[i];
      ButtonLook look = language.chosen ? ButtonLook{theme.text, theme.card}
                                        : ButtonLook{theme.background, theme.text, theme.line};
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
  const Theme& theme = frame.theme();
  const Type type{kLabelSize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 2};
  const float icon = frame.px(19);
  const float gap = frame.px(12);
  const float width =
      std::min(box.w - icon - gap, static_cast<float>(frame.measure(view.privacy, type).width) + frame.px(4));
  Box line = box.centred(width + icon + gap, box.h);
  draw_shield(frame, line.cut_left(icon).centred(icon, icon), theme.muted);
  line.cut_left(gap);
  frame.write(line, view.privacy, type);
}

}  // namespace

std::optional<Intent> draw(Frame& frame, const AttractView& view) {
  const Theme& theme = frame.theme();
  frame.fill(frame.screen(), theme.background);
  Box page = frame.screen().inset(frame.px(kEdge), 0);
  std::optional<Intent> wish = draw_header(frame, page.cut_top(frame.text_px(74)), view);

  const float gap = frame.px(kLanguageGap);
  const LanguageRows rows = rows_of(frame, view, page.w);
  const auto row_count = static_cast<float>(rows.rows.size());
  const float row_height = std::max(frame.smallest_target(), frame.px(72));
  page.cut_bottom(frame.px(28));
  const Box languages = page.cut_bottom(row_count * row_height + (row_count - 1) * gap);
  if (auto chosen = draw_languages(frame, languages, view, rows)) wish = std::move(chosen);
  page.cut_bottom(frame.px(36));

  if (view.notice) {
    draw_notice(frame, page, *view.notice);
    page.cut_top(frame.px(10));
  }
  const float middle = page.h;
  const Box headline = page.cut_top(middle * (frame.is_portrait() ? 0.22F : 0.30F));
  page.cut_top(frame.px(17));
  Type question{58, theme.text,       Weight::kBold,      Align::kCenter, VerticalAlign::kMiddle,
                4,  Digits::kAsDrawn, kHeadlineLineHeight};
  const Box text_box = headline.inset(frame.px(frame.is_portrait() ? 16.0F : 96.0F), 0);
  question.size = unbroken_size(frame, view.headline, question, {text_box, kSmallestQuestion});
  frame.write(text_box, view.headline, question);
  Box privacy = page.cut_bottom(std::min(frame.px(128), middle * 0.22F));
  draw_privacy(frame, privacy, view);
  if (!view.faces.empty()) {
    if (const auto face = draw_faces(frame, page, view.faces))
      wish = intent::Choose{view.question, view.faces[*face].name};
  } else if (!view.begin.empty()) {
    const Box begin = page.centred(std::min(page.w, frame.px(440)), std::min(page.h, frame.px(120)));
    if (button(frame, begin, "begin", view.begin, primary_look(theme))) wish = intent::Begin{};
  }
  return wish;
}

}  // namespace tertulia::ui
