// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/languages.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ui/frame/widgets.h"

namespace tertulia::ui {
namespace {

// Languages in rows that fit the width.
struct LanguageRows {
  std::vector<std::vector<std::size_t>> rows;
  std::vector<float> widths;
};

constexpr float kLanguageGap = 14;
constexpr float kLanguagePaddings[] = {52, 40, 30};  // wide ones first, narrow ones if that saves a row

LanguageRows rows_with(Frame& frame, const std::vector<LanguageButton>& languages, float width,
                       float padding) {
  LanguageRows result;
  const float gap = frame.px(kLanguageGap);
  const Type type{24, {}, Weight::kBold};
  float used = 0;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const float own = static_cast<float>(frame.measure(languages[i].name, type).width) + frame.px(padding);
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

LanguageRows rows_of(Frame& frame, const std::vector<LanguageButton>& languages, float width) {
  LanguageRows result = rows_with(frame, languages, width, kLanguagePaddings[0]);
  for (const float padding : kLanguagePaddings)
    if (LanguageRows tighter = rows_with(frame, languages, width, padding);
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

std::optional<Intent> draw_rows(Frame& frame, const Box& box, const std::vector<LanguageButton>& languages,
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
      const LanguageButton& language = languages[i];
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

}  // namespace

std::optional<Intent> draw_languages(Frame& frame, Box& page, const std::vector<LanguageButton>& languages) {
  const LanguageRows rows = rows_of(frame, languages, page.w);
  const float gap = frame.px(kLanguageGap);
  const auto row_count = static_cast<float>(rows.rows.size());
  const float row_height = std::max(frame.smallest_target(), frame.px(72));
  page.cut_bottom(frame.px(28));
  const Box box = page.cut_bottom(row_count * row_height + (row_count - 1) * gap);
  return draw_rows(frame, box, languages, rows);
}

}  // namespace tertulia::ui
