// SPDX-License-Identifier: Apache-2.0
#include "ui/text/analysis.h"

#include <algorithm>
#include <string_view>

namespace tertulia::ui {
namespace {

constexpr std::uint32_t kWordJoiner = 0x2060;  // invisible, and no place for a line to break

void hide_controls(DecodedText& text) {
  for (std::uint32_t& code_point : text.code_points) {
    if (code_point == '\t')
      code_point = ' ';
    else if (is_control(code_point) && !ends_line(code_point))
      code_point = kWordJoiner;
  }
}

std::vector<Range> split_at_line_ends(const Analysis& analysis) {
  const auto& code_points = analysis.text.code_points;
  std::vector<Range> lines;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < code_points.size(); ++i) {
    if (analysis.breaks[i] != Break::kMandatory) continue;
    std::size_t end = i + 1;
    while (end > begin && ends_line(code_points[end - 1])) --end;
    lines.push_back({begin, end});
    begin = i + 1;
  }
  lines.push_back({begin, code_points.size()});
  return lines;
}

// The language counts, too: a line of Latin letters on an Arabic page is as high as its neighbours.
float needed_height(const Paragraph& paragraph, const DecodedText& text) {
  constexpr std::string_view kTall[] = {"ar", "fa", "ur", "ps", "am", "ti"};
  const bool is_tall = std::find(std::begin(kTall), std::end(kTall), paragraph.language) != std::end(kTall);
  float height = is_tall ? kTallScriptLineHeight : kBodyLineHeight;
  for (const std::uint32_t code_point : text.code_points)
    if (code_point >= 0x0590 && !is_bidi_control(code_point))
      height = std::max(height, line_height_of(family_of(code_point)));
  return height;
}

}  // namespace

Analysis analyse(const Paragraph& paragraph) {
  Analysis analysis;
  analysis.weight = paragraph.style.weight;
  analysis.text = decode(paragraph.text);
  hide_controls(analysis.text);
  analysis.line_height = needed_height(paragraph, analysis.text);
  analysis.breaks = find_breaks(analysis.text, paragraph.language);
  analysis.source_lines = split_at_line_ends(analysis);
  analysis.base_level = base_level(analysis.text, paragraph);
  analysis.levels.assign(analysis.text.size(), analysis.base_level);
  for (const Range line : analysis.source_lines) resolve_levels(analysis, line);
  return analysis;
}

}  // namespace tertulia::ui
