// SPDX-License-Identifier: Apache-2.0
// A page as one list (decision 108): what is wrong with the answer, the words of the question as a text, its
// picture, then its body. Made and drawn in one frame.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "ui/frame/frame.h"
#include "ui/screens/bodies.h"
#include "ui/screens/question_words.h"
#include "ui/screens/screenfuls.h"

namespace tertulia::ui {

struct LongWords {
  const QuestionView& view;
  RunningText text;
  std::string problem;  // empty: nothing is wrong, or it is said elsewhere
};

template <class Body>
class LongPage {
 public:
  // Frame, view and body must outlive it.
  LongPage(Frame& frame, const Box& page, LongWords words, const Body& body)
      : frame_(frame), box_(page), words_(std::move(words)), body_(body) {
    measure(box_.w);
    if (height_ > box_.h) {
      if (is_large(body)) turns_ = cut_turns(frame, box_);
      measure(frame.width_in_list(box_.w));
    }
    if (!words_.problem.empty())
      focus_ = 0;
    else if (const auto missing = missing_at(frame, frame.width_in_list(box_.w), body))
      focus_ = body_at_ + *missing;
  }

  std::optional<Intent> draw() {
    const Box content = frame_.begin_list({box_, kName, height_, focus_});
    Box rest{content.x, content.y, content.w, height_};
    if (!words_.problem.empty()) {
      draw_problem(frame_, rest.cut_top(problem_height_), words_.problem);
      rest.cut_top(gap());
    }
    draw_running_text(frame_, rest, words_.text);
    if (picture_height_ > 0) {
      draw_question_picture(frame_, rest.cut_top(picture_height_), words_.view);
      rest.cut_top(gap());
    }
    std::optional<Intent> wish = draw_whole(frame_, rest, body_);
    frame_.end_list(frame_.theme().background, frame_.theme().ring);
    offset_ = box_.y - content.y;
    draw_turn_buttons();
    // Another part of a list is read from its beginning.
    if (wish && std::holds_alternative<intent::TurnList>(*wish)) show_body();
    return wish;
  }

  // After draw(). Whether the question has been read, and its body begins to show.
  [[nodiscard]] bool is_read() const { return height_ <= box_.h || offset_ + box_.h + 1 >= read_; }
  void read_on() { scroll(1); }
  void show_body() { frame_.send_list(kName, body_at_); }

 private:
  static constexpr const char* kName = "page";
  static constexpr float kReadOnPart = 0.85F;  // of what is seen, by which it scrolls: a line or two stay

  void measure(float width) {
    if (!words_.problem.empty()) problem_height_ = problem_height(frame_, words_.problem, width);
    picture_height_ = question_picture_height(width, box_.h, words_.view);
    body_at_ = problem_height_ + (words_.problem.empty() ? 0 : gap()) +
               height_of(frame_, words_.text, width) + picture_height_ + (picture_height_ > 0 ? gap() : 0);
    const float body_height = whole_height(frame_, width, body_);
    height_ = body_at_ + body_height;
    read_ = body_at_ + std::min(body_height, frame_.smallest_target());
  }
  [[nodiscard]] float gap() const { return frame_.px(kGap); }
  void scroll(float screenfuls) { frame_.send_list(kName, offset_ + screenfuls * kReadOnPart * box_.h); }
  void draw_turn_buttons() {
    if (turns_.w <= 0) return;
    const bool is_at_end = offset_ + box_.h + 1 >= height_;
    if (const int turned = draw_turns(frame_, turns_, {offset_ > 0, !is_at_end}); turned != 0)
      scroll(static_cast<float>(turned));
  }

  Frame& frame_;
  Box box_;
  LongWords words_;
  const Body& body_;
  Box turns_;
  float problem_height_ = 0;
  float picture_height_ = 0;
  float body_at_ = 0;
  float height_ = 0;
  float read_ = 0;
  float offset_ = 0;
  std::optional<float> focus_;
};

}  // namespace tertulia::ui
