// SPDX-License-Identifier: Apache-2.0
// A long list of choices: a field, and below it what the typed letters find.
#include <algorithm>
#include <span>
#include <vector>

#include "ui/frame/widgets.h"
#include "ui/screens/bodies.h"
#include "ui/screens/long_page.h"
#include "ui/screens/question_words.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr const char* kFound = "found";
constexpr float kSearchField = 76;
constexpr float kFoundRow = 72;
constexpr float kFoundGap = 10;
constexpr float kBelowField = 12;
constexpr float kLeastRows = 1.5F;        // of the list that are seen: there is more
constexpr float kQuestionAboveKeys = 30;  // size of the question above the keyboard
constexpr float kSearchKeyboard = 0.42F;  // of the page

enum class Place { kListOfItsOwn, kInOpenList };

// The rows of the list from top to bottom: what is chosen, the part before, what was found, the next part.
// Each is as high as its labels need.
class FoundList {
 public:
  FoundList(Frame& frame, const SearchBody& body)
      : frame_(frame),
        body_(body),
        look_{body.question, body.several, {}},
        columns_(frame.is_portrait() ? 1 : 2),
        least_(std::max(frame.smallest_target(), frame.text_px(kFoundRow))),
        gap_(frame.px(kFoundGap)) {
    add_choices(body.chosen);
    if (!body.before.empty()) rows_.push_back({{}, &body.before, "part:before", intent::ListTurn::kBefore});
    add_choices(body.found);
    if (!body.after.empty()) rows_.push_back({{}, &body.after, "part:after", intent::ListTurn::kAfter});
  }

  [[nodiscard]] float height(float width) const { return stack_of_rows(width).height(); }

  std::optional<Intent> draw(const Box& box, Place place) {
    if (place == Place::kInOpenList) {
      draw_rows(box);
      return std::move(wish_);
    }
    const Box all = frame_.begin_list({box, kFound, height(frame_.width_in_list(box.w))});
    draw_rows(all);
    frame_.end_list(frame_.theme().background, frame_.theme().ring);
    if (wish_ && std::holds_alternative<intent::TurnList>(*wish_)) frame_.send_list(kFound, 0);
    return std::move(wish_);
  }

 private:
  struct FoundRow {
    std::span<const ChoiceButton> choices;
    const std::string* label = nullptr;  // of a button, instead of choices
    std::string_view name = {};
    intent::ListTurn turn = intent::ListTurn::kAfter;
  };

  void add_choices(const std::vector<ChoiceButton>& choices) {
    for (std::size_t at = 0; at < choices.size(); at += columns_)
      rows_.push_back({std::span(choices).subspan(at, std::min(columns_, choices.size() - at))});
  }
  [[nodiscard]] Box cell(const Box& row, std::size_t at) const {
    return row.column(static_cast<int>(at), static_cast<int>(columns_), gap_);
  }
  [[nodiscard]] Stack stack_of_rows(float width) const {
    Stack stack(gap_);
    const Box one = cell({0, 0, width, least_}, 0);
    for (const FoundRow& row : rows_) {
      float needed = least_;
      for (const ChoiceButton& choice : row.choices)
        needed = std::max(needed, choice_height(frame_, one, choice, look_));
      stack.add(needed);
    }
    return stack;
  }
  void draw_rows(const Box& all) {
    const Stack stack = stack_of_rows(all.w);
    for (std::size_t at = 0; at < rows_.size(); ++at) {
      const FoundRow& row = rows_[at];
      const Box box = stack.row(all, at);
      for (std::size_t column = 0; column < row.choices.size(); ++column)
        if (draw_choice(frame_, cell(box, column), row.choices[column], look_))
          wish_ = intent::Choose{body_.question, row.choices[column].name};
      if (row.label && button(frame_, box, row.name, *row.label, plain_look(frame_.theme())))
        wish_ = intent::TurnList{row.turn};
    }
  }

  Frame& frame_;
  const SearchBody& body_;
  ChoicesBody look_;
  std::size_t columns_;
  float least_;
  float gap_;
  std::vector<FoundRow> rows_;
  std::optional<Intent> wish_;
};

float field_height(const Frame& frame) {
  return std::max(frame.smallest_target(), frame.text_px(kSearchField));
}

// With the placeholder behind the caret, and the count at the end.
std::optional<Intent> draw_search_field(Frame& frame, const Box& field, const SearchBody& body) {
  const Theme& theme = frame.theme();
  Box typed = field;
  const Type count{kSmallSize, theme.muted, Weight::kRegular, Align::kEnd, VerticalAlign::kMiddle, 1};
  const float width = static_cast<float>(frame.measure(body.count, count).width) + frame.px(10);
  frame.write(typed.cut_right(std::min(width, field.w * 0.4F)), body.count, count);
  typed.cut_right(frame.px(12));
  auto wish = draw_field(frame, typed, body.field, kCardRadius);
  Box inside = typed.inset(frame.px(27), frame.px(8));
  inside.cut_left(frame.px(14));
  if (body.field.text.empty())
    frame.write(inside, body.placeholder,
                {kBodySize, theme.muted, Weight::kRegular, Align::kStart, VerticalAlign::kMiddle, 1});
  return wish;
}

std::optional<Intent> draw_search_body(Frame& frame, Box page, const SearchBody& body, Place place) {
  auto wish = draw_search_field(frame, page.cut_top(field_height(frame)), body);
  page.cut_top(frame.px(kBelowField));
  if (auto chosen = FoundList(frame, body).draw(page, place)) wish = std::move(chosen);
  return wish;
}

// The page above the keyboard.
struct SearchPage {
  Box problem;
  Box skip;
  WordsAtTop words;
  Box picture;
  Box body;
};

SearchPage place_search(Frame& frame, Box page, const QuestionView& view) {
  SearchPage placed;
  Box head = page;
  placed.skip = head.cut_right(skip_width(frame, view));
  placed.skip.h = view.skip.empty() ? 0 : frame.smallest_target();
  if (!view.problem.empty()) {
    placed.problem = head.cut_top(problem_height(frame, view.problem, head.w));
    head.cut_top(frame.px(kBelowField));
  }
  const Box words = head;
  placed.words = place_words(frame, head, view, kQuestionAboveKeys);
  const float used = std::max(placed.words.headline.box.bottom(), placed.words.hint.box.bottom()) - page.y;
  if (used < placed.skip.h) {  // one line stands level with Skip
    head = words;
    head.cut_top((placed.skip.h - used) / 2);
    placed.words = place_words(frame, head, view, kQuestionAboveKeys);
  }
  page.cut_top(std::max(head.y - page.y, placed.skip.h));
  placed.picture = place_question_picture(frame, page, view);
  placed.body = page;
  return placed;
}

}  // namespace

std::optional<Intent> draw_body(Frame& frame, const Box& box, const SearchBody& body) {
  return draw_search_body(frame, box, body, Place::kListOfItsOwn);
}

std::optional<Intent> draw_whole(Frame& frame, const Box& box, const SearchBody& body) {
  return draw_search_body(frame, box, body, Place::kInOpenList);
}

// It scrolls by itself, as long as some of it can be seen.
bool has_room(Frame& frame, const Box& box, const SearchBody&) {
  return box.h >= field_height(frame) + frame.px(kBelowField) + kLeastRows * frame.text_px(kFoundRow);
}

float whole_height(Frame& frame, float width, const SearchBody& body) {
  return field_height(frame) + frame.px(kBelowField) + FoundList(frame, body).height(width);
}

std::optional<Intent> draw_search(Frame& frame, const QuestionView& view, const SearchBody& body) {
  Box page = frame.screen();
  const Box keyboard = cut_keyboard(frame, page, body.field, kSearchKeyboard);
  std::optional<Intent> wish = draw_progress(frame, page, view);
  page = page.inset(page_margin(frame), 0);
  // The letters of a key lie over the list.
  const float key_row = keyboard.h / static_cast<float>(body.field.keyboard.size());
  page.cut_bottom(body.field.open.empty() ? frame.px(6) : key_row);
  const SearchPage placed = place_search(frame, page, view);
  std::optional<LongPage<SearchBody>> long_page;
  if (placed.words.are_whole && has_room(frame, placed.body, body)) {
    draw_problem(frame, placed.problem, view.problem);
    draw_words(frame, placed.words, view);
    draw_question_picture(frame, placed.picture, view);
    if (auto touched = draw_body(frame, placed.body, body)) wish = std::move(touched);
  } else {
    page.cut_right(placed.skip.w);
    long_page.emplace(frame, page, LongWords{view, running_text_of(frame, view, placed.words), view.problem},
                      body);
    if (auto touched = long_page->draw()) wish = std::move(touched);
  }
  if (auto skipped = draw_skip(frame, placed.skip, view)) wish = std::move(skipped);
  if (auto pressed = draw_keyboard(frame, keyboard, body.field)) {
    long_page ? long_page->show_body() : frame.send_list(kFound, 0);
    wish = std::move(pressed);
  }
  return wish;
}

}  // namespace tertulia::ui
