// SPDX-License-Identifier: Apache-2.0
#include <linebreak.h>

#include "ui/text/analysis.h"

namespace tertulia::ui {
namespace {

Break from_library(char value) {
  if (value == LINEBREAK_MUSTBREAK) return Break::kMandatory;
  return value == LINEBREAK_ALLOWBREAK ? Break::kAllowed : Break::kNever;
}

}  // namespace

std::vector<Break> find_breaks(const DecodedText& text, const Language& language) {
  // Older tables do not know the isolates and would break or glue around them: the library sees the text
  // without the characters that are never seen.
  PrivateVector<utf32_t> seen;
  PrivateVector<std::size_t> places;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_bidi_control(text.code_points[i])) continue;
    seen.push_back(text.code_points[i]);
    places.push_back(i);
  }
  std::vector<Break> breaks(text.size(), Break::kNever);
  if (seen.empty()) return breaks;
  PrivateVector<char> found(seen.size());
  init_linebreak();
  set_linebreaks_utf32(seen.data(), seen.size(), language.c_str(), found.data());
  for (std::size_t i = 0; i < seen.size(); ++i) breaks[places[i]] = from_library(found[i]);
  // The end of the text is no line end of its own, whatever version of the library says of it.
  breaks[places.back()] = ends_line(seen.back()) ? Break::kMandatory : Break::kNever;
  return breaks;
}

}  // namespace tertulia::ui
