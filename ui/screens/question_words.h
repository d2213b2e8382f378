// SPDX-License-Identifier: Apache-2.0
// The words of a question above its body: the title of its group, the question and its hint. They have their
// places at the top of the page. What has no room there is set as a text, for a page that scrolls.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/ports/views.h"
#include "ui/frame/frame.h"

namespace tertulia::ui {

inline constexpr std::size_t kLongestHeadline = 1200;  // bytes: four lines of any script on any panel

struct WordsAtTop {
  struct Placed {
    Box box;
    Type type;
  };
  Placed group;
  Placed headline;
  Placed hint;
  bool are_whole = true;  // none is cut
};
// Cuts their places off the top of the page. `largest`: the size of the question, where it has room.
[[nodiscard]] WordsAtTop place_words(Frame& frame, Box& page, const QuestionView& view,
                                     float largest = kQuestionSize);
void draw_words(Frame& frame, const WordsAtTop& words, const QuestionView& view);

// Paragraphs as long as they need to be.
struct TextPart {
  std::string_view text;  // must outlive the part
  Type type;
  float gap_below = 0;  // pixels
};
using RunningText = std::vector<TextPart>;
// A headline that is whole at the top stays one.
[[nodiscard]] RunningText running_text_of(Frame& frame, const QuestionView& view, const WordsAtTop& words);
[[nodiscard]] float height_of(Frame& frame, const RunningText& text, float width);
// Cuts what it uses off the top of the box.
void draw_running_text(Frame& frame, Box& box, const RunningText& text);

// A sentence with a warning before it: what is wrong with the answer.
[[nodiscard]] bool shows_problem(Frame& frame, const Box& box, const std::string& problem);
[[nodiscard]] float problem_height(Frame& frame, const std::string& problem, float width);
void draw_problem(Frame& frame, Box box, const std::string& problem);

}  // namespace tertulia::ui
