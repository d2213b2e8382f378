// SPDX-License-Identifier: Apache-2.0
// Our own steps of the Unicode algorithms over the data of the Unicode Consortium. The floors are what passed
// with Debian 12 (Unicode 15.0, FriBidi 1.0.8, libunibreak 1.1); what fails there, and why:
// - levels, 2 of 91,707: a tab is a space for us, not a column, and a direction mark at the end of a line
// stands with
//   the white space there. Neither can be seen.
// - line breaks, 659 of 7,654: libunibreak 1.1 has the pair table of Unicode 6. It does not break between a
// space and
//   a mark that stands alone, treats small kana and Hangul behind marks otherwise, and opens a line before
//   "2" in "a.2". No line of the languages of the product is among them; decision 023.
// - graphemes: none.
#include "tests/ui/text/conformance.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "firmware/domain/graphemes.h"
#include "ui/text/analysis.h"

namespace tertulia::ui {
namespace {

constexpr char kBidi[] = "BidiCharacterTest.txt";
constexpr char kLines[] = "auxiliary/LineBreakTest.txt";
constexpr char kGraphemes[] = "auxiliary/GraphemeBreakTest.txt";

constexpr char kInstall[] = "nothing was read: install the Debian package unicode-data";

// Levels as a line that is as wide as the text gets them: rule L1 puts what hangs at its end at base level.
std::vector<std::int8_t> levels_of(const Analysis& analysis) {
  std::vector<std::int8_t> levels = analysis.levels;
  for (const Range line : analysis.source_lines)
    for (std::size_t i = line.end; i > line.begin; --i) {
      const std::uint32_t last = analysis.text.code_points[i - 1];
      if (!hangs_at_line_end(last) && !is_bidi_control(last)) break;
      levels[i - 1] = analysis.base_level;
    }
  return levels;
}

bool has_levels(const BidiCase& expected) {
  Paragraph paragraph;
  paragraph.text = to_utf8(expected.code_points);
  if (expected.direction != 2)
    paragraph.direction = expected.direction == 1 ? Direction::kRightToLeft : Direction::kLeftToRight;
  const Analysis analysis = analyse(paragraph);
  if (analysis.base_level != expected.base_level || analysis.text.size() != expected.levels.size())
    return false;
  const std::vector<std::int8_t> levels = levels_of(analysis);
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (expected.levels[i] >= 0 && expected.levels[i] != levels[i]) return false;
  return true;
}

bool has_line_breaks(const BreakCase& expected) {
  const std::vector<Break> breaks = find_breaks(decode(to_utf8(expected.code_points)), "en");
  for (std::size_t i = 0; i + 1 < breaks.size(); ++i)  // a break at the end is not ours to find
    if ((breaks[i] != Break::kNever) != expected.breaks[i + 1]) return false;
  return true;
}

// The same steps as the caret takes: onward from the start, and back from the end.
bool has_graphemes(const BreakCase& expected) {
  const std::string text = to_utf8(expected.code_points);
  std::vector<std::size_t> ends;  // of the expected clusters, in bytes
  for (std::size_t i = 1; i < expected.breaks.size(); ++i)
    if (expected.breaks[i])
      ends.push_back(to_utf8({expected.code_points.begin(),
                              expected.code_points.begin() + static_cast<std::ptrdiff_t>(i)})
                         .size());
  std::size_t start = 0;
  for (const std::size_t end : ends) {
    if (next_boundary(text, start) != end || previous_boundary(text, end) != start) return false;
    start = end;
  }
  return start == text.size();
}

bool has_count(const BreakCase& expected) {
  const auto clusters = std::count(expected.breaks.begin() + 1, expected.breaks.end(), true);
  return grapheme_count(to_utf8(expected.code_points)) == static_cast<std::size_t>(clusters);
}

TEST(unicode_conformance, levels_of_directions) {
  const auto cases = read_bidi_cases(kBidi);
  ASSERT_FALSE(cases.empty()) << kInstall;
  Score score(kBidi);
  for (const BidiCase& each : cases) score.count(has_levels(each), each.line);
  EXPECT_GE(score.percent(), least_percent(kBidi, 99.99));
}

TEST(unicode_conformance, breaks_of_lines) {
  const auto cases = read_break_cases(kLines);
  ASSERT_FALSE(cases.empty()) << kInstall;
  Score score(kLines);
  for (const BreakCase& each : cases) score.count(has_line_breaks(each), each.line);
  EXPECT_GE(score.percent(), least_percent(kLines, 91.39));
}

TEST(unicode_conformance, what_caret_and_backspace_take_for_a_letter) {
  const auto cases = read_break_cases(kGraphemes);
  ASSERT_FALSE(cases.empty()) << kInstall;
  Score score(kGraphemes);
  for (const BreakCase& each : cases) score.count(has_graphemes(each), each.line);
  EXPECT_GE(score.percent(), least_percent(kGraphemes, 100));
}

TEST(unicode_conformance, what_the_length_of_an_answer_counts) {
  const auto cases = read_break_cases(kGraphemes);
  ASSERT_FALSE(cases.empty()) << kInstall;
  Score score("count of graphemes");
  for (const BreakCase& each : cases) score.count(has_count(each), each.line);
  EXPECT_GE(score.percent(), least_percent(kGraphemes, 100));
}

}  // namespace
}  // namespace tertulia::ui
