// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fribidi.h>

#include "ui/text/analysis.h"

namespace tertulia::ui {
namespace {

// Rule P2: the first letter outside every isolate. (FriBidi 1.0.8's own function looks into isolates.)
FriBidiCharType first_strong(const DecodedText& text) {
  int isolates = 0;
  for (const std::uint32_t code_point : text.code_points) {
    const FriBidiCharType type = fribidi_get_bidi_type(code_point);
    if (FRIBIDI_IS_ISOLATE(type) && type != FRIBIDI_TYPE_PDI)
      ++isolates;
    else if (type == FRIBIDI_TYPE_PDI)
      isolates -= isolates > 0 ? 1 : 0;
    else if (isolates == 0 && FRIBIDI_IS_LETTER(type))
      return type;
  }
  return FRIBIDI_TYPE_ON;
}

}  // namespace

std::int8_t base_level(const DecodedText& text, const Paragraph& paragraph) {
  if (paragraph.direction != Direction::kFromText)
    return paragraph.direction == Direction::kRightToLeft ? 1 : 0;
  const FriBidiCharType strong = first_strong(text);
  if (strong == FRIBIDI_TYPE_ON) return is_right_to_left(paragraph.language) ? 1 : 0;
  return FRIBIDI_IS_RTL(strong) ? 1 : 0;
}

void resolve_levels(Analysis& analysis, Range line) {
  const auto length = static_cast<FriBidiStrIndex>(line.end - line.begin);
  if (length == 0) return;
  const FriBidiChar* code_points = analysis.text.code_points.data() + line.begin;
  PrivateVector<FriBidiCharType> types(line.end - line.begin);
  PrivateVector<FriBidiBracketType> brackets(line.end - line.begin);
  fribidi_get_bidi_types(code_points, length, types.data());
  fribidi_get_bracket_types(code_points, length, types.data(), brackets.data());
  FriBidiParType direction = analysis.base_level == 1 ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  // Out of memory inside FriBidi leaves the base level that is already there.
  if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &direction,
                                          analysis.levels.data() + line.begin) == 0)
    std::fill_n(analysis.levels.begin() + static_cast<std::ptrdiff_t>(line.begin), length,
                analysis.base_level);
}

}  // namespace tertulia::ui
