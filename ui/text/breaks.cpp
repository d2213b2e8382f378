// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>

#include <linebreak.h>

#include "firmware/domain/graphemes.h"
#include "firmware/domain/utf8.h"
#include "ui/text/analysis.h"
#include "ui/text/syllables.h"
#include "ui/text/unicode.h"

namespace tertulia::ui {
namespace {

constexpr std::uint32_t kIdeograph = 0x4E00;  // breaks on both sides, as a flag does

bool is_flag_letter(std::uint32_t code_point) { return code_point >= 0x1F1E6 && code_point <= 0x1F1FF; }

// Flags and U+FFFF end the process inside libunibreak 1.1 (an assertion, and its own end mark), so it never
// gets one.
std::uint32_t safe_for_library(std::uint32_t code_point) {
  if (is_flag_letter(code_point)) return kIdeograph;
  return code_point == 0xFFFF ? kReplacement : code_point;
}

Break from_library(char value) {
  if (value == LINEBREAK_MUSTBREAK) return Break::kMandatory;
  return value == LINEBREAK_ALLOWBREAK ? Break::kAllowed : Break::kNever;
}

}  // namespace

std::vector<Break> find_breaks(const DecodedText& text, const Language& language) {
  // Older tables do not know the isolates and would break or glue around them: the library sees the text
  // without the characters that are never seen.
  PrivateVector<utf32_t> seen;
  PrivateVector<std::size_t> positions;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_bidi_control(text.code_points[i])) continue;
    seen.push_back(safe_for_library(text.code_points[i]));
    positions.push_back(i);
  }
  std::vector<Break> breaks(text.size(), Break::kNever);
  if (seen.empty()) return breaks;
  PrivateVector<char> found(seen.size());
  init_linebreak();
  set_linebreaks_utf32(seen.data(), seen.size(), language.c_str(), found.data());
  for (std::size_t i = 0; i < seen.size(); ++i) breaks[positions[i]] = from_library(found[i]);
  // Nor do older tables know flags, joined emoji and skin tones: no line ends inside of a letter. (A mark
  // behind a space stands alone.)
  GraphemeWalk letters;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (letters.starts(text.code_points[positions[i]]) || hangs_at_line_end(seen[i - 1])) continue;
    if (breaks[positions[i - 1]] == Break::kAllowed) breaks[positions[i - 1]] = Break::kNever;
  }
  // Between a space and the word behind it may stand the beginning of an isolate, which has no glyph to break
  // at.
  for (std::size_t i = 0; i + 1 < positions.size(); ++i)
    if (breaks[positions[i]] == Break::kAllowed)
      std::fill(breaks.begin() + static_cast<std::ptrdiff_t>(positions[i]),
                breaks.begin() + static_cast<std::ptrdiff_t>(positions[i + 1]), Break::kAllowed);
  for (std::size_t i = 1; i < text.size(); ++i)
    if (breaks[i - 1] == Break::kNever && starts_syllable(text, i)) breaks[i - 1] = Break::kAllowed;
  // The end of the text is no line end of its own, whatever version of the library says of it.
  breaks[positions.back()] = ends_line(seen.back()) ? Break::kMandatory : Break::kNever;
  return breaks;
}

}  // namespace tertulia::ui
