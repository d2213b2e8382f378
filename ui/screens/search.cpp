// SPDX-License-Identifier: Apache-2.0
// A long list of choices: a field, and below it what the typed letters find.
#include <algorithm>
#include <vector>

#include "ui/frame/widgets.h"
#include "ui/screens/screens.h"

namespace tertulia::ui {
namespace {

constexpr const char* kFound = "found";
constexpr float kSearchField = 76;
constexpr float kFoundRow = 72;
constexpr float kFoundGap = 10;

// The rows of the list from top to bottom: what is chosen, the part before, what was found, the next part.
class FoundList {
 public:
  FoundList(Frame& frame, const SearchBody& body)
      : frame_(frame),
        body_(body),
        columns_(frame.is_portrait() ? 1 : 2),
        row_(std::max(frame.smallest_target(), frame.text_px(kFoundRow))),
        gap_(frame.px(kFoundGap)) {}

  std::optional<Intent> draw(const Box& box) {
    std::size_t rows = rows_of(body_.chosen) + rows_of(body_.found);
    rows += (body_.before.empty() ? 0U : 1U) + (body_.after.empty() ? 0U : 1U);
    const float height = (row_ + gap_) * static_cast<float>(rows) - gap_;
    left_ = frame_.begin_list({box, kFound, height});
    draw_choices(body_.chosen);
    draw_turn(body_.before, "part:before", intent::ListTurn::kBefore);
    draw_choices(body_.found);
    draw_turn(body_.after, "part:after", intent::ListTurn::kAfter);
    frame_.end_list(frame_.theme().background, frame_.theme().ring);
    if (wish_ && std::holds_alternative<intent::TurnList>(*wish_)) frame_.send_list(kFound, 0);
    return std::move(wish_);
  }

 private:
  [[nodiscard]] std::size_t rows_of(const std::vector<ChoiceButton>& choices) const {
    return (choices.size() + columns_ - 1) / columns_;
  }
  Box cut_row() {
    const Box row = left_.cut_top(row_);
    left_.cut_top(gap_);
    return row;
  }
  void draw_choices(const std::vector<ChoiceButton>& choices) {
    Box row{};
    for (std::size_t at = 0; at < choices.size(); ++at) {
      if (at % columns_ == 0) row = cut_row();
      const Box card = row.column(static_cast<int>(at % columns_), static_cast<int>(columns_), gap_);
      if (draw_choice(frame_, card, choices[at], {body_.question, body_.several, {}}))
        wish_ = intent::Choose{body_.question, choices[at].name};
    }
  }
  void draw_turn(const std::string& label, std::string_view name, intent::ListTurn turn) {
    if (!label.empty() && button(frame_, cut_row(), name, label, plain_look(frame_.theme())))
      wish_ = intent::TurnList{turn};
  }

  Frame& frame_;
  const SearchBody& body_;
  std::size_t columns_;
  float row_;
  float gap_;
  Box left_{};
  std::optional<Intent> wish_;
};

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

}  // namespace

std::optional<Intent> draw_body(Frame& frame, const Box& box, const SearchBody& body) {
  Box page = box;
  const float height = std::max(frame.smallest_target(), frame.text_px(kSearchField));
  auto wish = draw_search_field(frame, page.cut_top(height), body);
  page.cut_top(frame.px(12));
  if (auto chosen = FoundList(frame, body).draw(page)) wish = std::move(chosen);
  return wish;
}

std::optional<Intent> draw_search(Frame& frame, const QuestionView& view, const SearchBody& body) {
  const Theme& theme = frame.theme();
  Box page = frame.screen();
  const auto rows = static_cast<float>(body.field.keyboard.size());
  const float key_row = std::max(frame.smallest_target(), std::min(frame.px(84), page.h * 0.42F / rows));
  const Box keyboard = page.cut_bottom(key_row * rows + frame.px(22));
  std::optional<Intent> wish = draw_progress(frame, page, view);
  page = page.inset(frame.is_portrait() ? frame.px(40) : frame.px(kMargin), 0);
  // The letters of a key lie over the list.
  page.cut_bottom(body.field.open.empty() ? frame.px(6) : key_row);
  const ButtonLook skip_look = quiet_look(theme);
  const float words =
      static_cast<float>(frame.measure(view.skip, {skip_look.size, {}, skip_look.weight}).width) +
      frame.px(28);
  Box head = page.cut_top(std::max(view.skip.empty() ? 0 : frame.smallest_target(), frame.text_px(56)));
  if (!view.skip.empty() &&
      button(frame, head.cut_right(std::max(frame.smallest_target(), words)), "skip", view.skip, skip_look))
    wish = intent::Skip{};
  // What is wrong stands in the place of the question until the next touch.
  const bool is_wrong = !view.problem.empty();
  frame.write(head, is_wrong ? view.problem : view.headline,
              {30, is_wrong ? theme.red : theme.text, Weight::kBold, Align::kStart, VerticalAlign::kMiddle, 2,
               Digits::kAsDrawn, kHeadlineLineHeight});
  page.cut_top(frame.px(6));
  if (auto touched = draw_body(frame, page, body)) wish = std::move(touched);
  if (auto pressed = draw_keyboard(frame, keyboard, body.field)) {
    frame.send_list(kFound, 0);
    wish = std::move(pressed);
  }
  return wish;
}

}  // namespace tertulia::ui
