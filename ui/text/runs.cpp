// SPDX-License-Identifier: Apache-2.0
#include <hb.h>

#include "ui/text/analysis.h"

namespace tertulia::ui {
namespace {

struct Choice {
  hb_script_t script = HB_SCRIPT_COMMON;
  FaceId face;
  bool made = false;
};

hb_script_t script_of(std::uint32_t code_point) {
  return hb_unicode_script(hb_unicode_funcs_get_default(), code_point);
}

bool is_shared(hb_script_t script) { return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED; }

// Joiners, variation selectors, combining marks and bidi controls never leave the character before them.
bool stays_with_base(std::uint32_t code_point) {
  if (is_bidi_control(code_point)) return true;
  switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), code_point)) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_FORMAT:
      return true;
    default:
      return false;
  }
}

// Walks along a line and decides script and face of each character from what came before.
class Chooser {
 public:
  Chooser(Fonts& fonts, Weight weight) : fonts_(fonts), weight_(weight) {}

  // Of the characters that follow.
  void set_weight(Weight weight) { weight_ = weight; }

  Choice choose(std::uint32_t code_point) {
    if (current_.made && stays_with_base(code_point)) return current_;
    const hb_script_t script = script_of(code_point);
    const bool goes_on = is_shared(script) || script == current_.script;
    const FaceId same{current_.face.family, weight_};
    if (current_.made && goes_on && fonts_.covers(same, code_point))
      return current_ = {current_.script, same, true};
    return current_ = start(code_point, is_shared(script) ? HB_SCRIPT_COMMON : script);
  }

  // Neutral characters at the start of a line belong to the first letter.
  void begin_with_first_letter(const PrivateVector<std::uint32_t>& code_points, Range line) {
    for (std::size_t i = line.begin; i < line.end && !current_.made; ++i) {
      const hb_script_t script = script_of(code_points[i]);
      if (!is_shared(script) && !is_bidi_control(code_points[i])) current_ = start(code_points[i], script);
    }
  }

 private:
  Choice start(std::uint32_t code_point, hb_script_t script) {
    const FaceId preferred{family_of(code_point), weight_};
    return {script, fonts_.find(preferred, code_point).value_or(FaceId{Family::kSans, weight_}), true};
  }

  Fonts& fonts_;
  Weight weight_;
  Choice current_;
};

// Goes along a text and knows which of its words are bold.
class Weights {
 public:
  explicit Weights(const Analysis& analysis) : analysis_(analysis), next_(analysis.text.bold.begin()) {}

  Weight at(std::size_t index) {
    while (next_ != analysis_.text.bold.end() && next_->end <= index) ++next_;
    const bool is_bold = next_ != analysis_.text.bold.end() && next_->begin <= index;
    return is_bold ? Weight::kBold : analysis_.weight;
  }

 private:
  const Analysis& analysis_;
  std::vector<Range>::const_iterator next_;
};

}  // namespace

std::vector<Run> itemise(Fonts& fonts, const Analysis& analysis, Range line) {
  Chooser chooser(fonts, analysis.weight);
  chooser.begin_with_first_letter(analysis.text.code_points, line);
  Weights weights(analysis);
  std::vector<Run> runs;
  for (std::size_t i = line.begin; i < line.end; ++i) {
    chooser.set_weight(weights.at(i));
    const Choice choice = chooser.choose(analysis.text.code_points[i]);
    const std::int8_t level = analysis.levels[i];
    if (runs.empty() || runs.back().level != level || runs.back().script != choice.script ||
        runs.back().face != choice.face)
      runs.push_back({i, i, level, choice.script, choice.face});
    runs.back().end = i + 1;
  }
  return runs;
}

}  // namespace tertulia::ui
