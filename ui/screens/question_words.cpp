// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/question_words.h"

#include <algorithm>

#include "ui/frame/icons.h"
#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"

namespace tertulia::ui {
namespace {

constexpr float kSmallestQuestion = 28;
constexpr float kTextSize = 28;
constexpr std::size_t kLongestBold = 400;  // bytes: more of it is a text, not a question
constexpr float kHintSize = 24;
constexpr float kWarning = 26;
constexpr float kBesideWarning = 10;

Type problem_type(const Frame& frame) {
  return {kLabelSize, frame.theme().red, Weight::kBold, Align::kStart, VerticalAlign::kMiddle};
}

Box beside_warning(const Frame& frame, Box box) {
  box.cut_left(frame.px(kWarning) + frame.px(kBesideWarning));
  return box;
}

// The title of its group, in small letters above it.
void place_group(Frame& frame, Box& page, std::string_view group, WordsAtTop& words) {
  if (group.empty()) return;
  const Type type{kLabelSize, frame.theme().muted, Weight::kBold, Align::kStart, VerticalAlign::kTop, 2};
  const Box most{0, 0, page.w, page.h * 0.15F};
  words.are_whole = words.are_whole && frame.shows_all(most, group, type);
  words.group = {page.cut_top(frame.height_of(group, type, most) + 1), type};
  page.cut_top(std::min(frame.px(4), page.h * 0.01F));
}

// As high as it needs, up to a third of the page.
void place_headline(Frame& frame, Box& page, std::string_view headline, WordsAtTop& words) {
  Type& type = words.headline.type;
  const Box most{0, 0, page.w, page.h * 0.34F};
  words.are_whole = headline.size() <= kLongestHeadline;
  if (!words.are_whole) return;  // laying it out again and again would take seconds
  type.size = unbroken_size(frame, headline, type, {most, kSmallestQuestion});
  words.are_whole = frame.shows_all(most, headline, type);
  words.headline.box = page.cut_top(frame.height_of(headline, type, most) + 1);
}

void place_hint(Frame& frame, Box& page, std::string_view hint, WordsAtTop& words) {
  if (hint.empty()) return;
  page.cut_top(std::min(frame.px(8), page.h * 0.012F));
  const Type type{kHintSize, frame.theme().muted, Weight::kRegular, Align::kStart, VerticalAlign::kTop, 2};
  const Box most{0, 0, page.w, page.h * 0.2F};
  words.are_whole = words.are_whole && frame.shows_all(most, hint, type);
  words.hint = {page.cut_top(frame.height_of(hint, type, most) + 1), type};
}

}  // namespace

WordsAtTop place_words(Frame& frame, Box& page, const QuestionView& view, float largest) {
  WordsAtTop words;
  words.headline.type = {largest, frame.theme().text, Weight::kBold,      Align::kStart, VerticalAlign::kTop,
                         4,       Digits::kAsDrawn,   kHeadlineLineHeight};
  place_group(frame, page, view.group, words);
  const bool is_group_whole = words.are_whole;
  place_headline(frame, page, view.headline, words);
  words.are_whole = words.are_whole && is_group_whole;
  place_hint(frame, page, view.hint, words);
  page.cut_top(std::min(frame.px(22), page.h * 0.045F));
  return words;
}

void draw_words(Frame& frame, const WordsAtTop& words, const QuestionView& view) {
  frame.write(words.group.box, view.group, words.group.type);
  frame.write(words.headline.box, view.headline, words.headline.type);
  frame.write(words.hint.box, view.hint, words.hint.type);
}

RunningText running_text_of(Frame& frame, const QuestionView& view, const WordsAtTop& words) {
  const Theme& theme = frame.theme();
  RunningText text;
  const auto add = [&](std::string_view part, Type type, float gap_below) {
    type.max_lines = 0;
    if (!part.empty()) text.push_back({part, type, gap_below});
  };
  const Weight weight = view.headline.size() > kLongestBold ? Weight::kRegular : Weight::kBold;
  const Type plain{kTextSize, theme.text, weight};
  add(view.group, {kLabelSize, theme.muted, Weight::kBold}, frame.px(6));
  const Box& at_top = words.headline.box;
  const bool is_headline = at_top.h > 0 && frame.shows_all(at_top, view.headline, words.headline.type);
  add(view.headline, is_headline ? words.headline.type : plain, frame.px(view.hint.empty() ? 22.0F : 10.0F));
  add(view.hint, {kHintSize, theme.muted}, frame.px(22));
  return text;
}

float height_of(Frame& frame, const RunningText& text, float width) {
  float height = 0;
  for (const TextPart& part : text)
    height += frame.height_of(part.text, part.type, {0, 0, width, kEndless}) + 1 + part.gap_below;
  return height;
}

void draw_running_text(Frame& frame, Box& box, const RunningText& text) {
  for (const TextPart& part : text) {
    const float height = frame.height_of(part.text, part.type, {0, 0, box.w, kEndless}) + 1;
    frame.write(box.cut_top(height), part.text, part.type);
    box.cut_top(part.gap_below);
  }
}

bool shows_problem(Frame& frame, const Box& box, const std::string& problem) {
  return frame.shows_all(beside_warning(frame, box), problem, problem_type(frame));
}

float problem_height(Frame& frame, const std::string& problem, float width) {
  const Box beside = beside_warning(frame, {0, 0, width, kEndless});
  const float needed = frame.height_of(problem, problem_type(frame), beside);
  return std::max(frame.px(kWarning), needed + 1);
}

void draw_problem(Frame& frame, Box box, const std::string& problem) {
  if (problem.empty()) return;
  const float icon = frame.px(kWarning);
  // In the middle of a few lines, at the top of many.
  const float height = std::min(box.h, frame.text_px(90));
  draw_warning(frame, Box{box.x, box.y, icon, height}.centred(icon, icon), frame.theme().red);
  frame.write(beside_warning(frame, box), problem, problem_type(frame));
}

}  // namespace tertulia::ui
