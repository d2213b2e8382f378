// SPDX-License-Identifier: Apache-2.0
// Kinds of question that are answered by touches. For question_kinds.cpp only.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "firmware/app/kiosk/kind_row.h"
#include "firmware/app/kiosk/limit_texts.h"
#include "firmware/app/kiosk/numbers.h"
#include "firmware/app/kiosk/ranking.h"
#include "firmware/app/kiosk/search.h"

namespace tertulia::kinds {

inline constexpr int kLargeChoicesAtOnce = 2;
inline constexpr int kLargeRowsAtOnce = 1;

// Those that are offered now, in the order in which they are.
inline std::vector<ChoiceButton> buttons_of(const AskedPage& asked, const std::vector<Choice>& choices) {
  const PageQuestion& question = asked.page.question();
  const AnswerValue answer = answer_to(asked.asking, question);
  std::vector<ChoiceButton> buttons;
  for (const std::size_t position : asked.asking.run->choices(question.name())) {
    const Choice& choice = choices[position];
    buttons.push_back(button_of(choice, form_text(asked.asking, choice.label, question.name()), answer));
    buttons.back().picture = form_picture(asked.asking, choice.picture);
  }
  return buttons;
}

inline std::string chosen_labels(const AskedPage& asked, const std::vector<Choice>& choices) {
  std::string labels;
  for (const ChoiceButton& button : buttons_of(asked, choices))
    if (button.chosen) labels += (labels.empty() ? "" : ", ") + button.label;
  return labels;
}

// The rows of a scale, without what is chosen in each.
inline std::vector<ScaleRow> rows_of(const AskedPage& asked) {
  const auto& [asking, page, words, settings] = asked;
  std::vector<ScaleRow> rows;
  for (const PageQuestion& question : page.questions) {
    ScaleRow row{question.name(), "", {}};
    if (page.is_matrix()) row.label = form_text(asking, question.question->label, question.name());
    if (!page.has_one_hint() && !question.question->hint.empty())
      row.label += "\n" + form_text(asking, question.question->hint, question.name());
    row.missing = asking.problem == AnswerProblem::kRequired && is_missing(asking, question);
    rows.push_back(std::move(row));
  }
  return rows;
}

inline int at_once(const AskedPage& asked, int large) { return asked.settings.large_targets ? large : 0; }

template <>
struct Row<SelectOne> : ByChoice {
  static bool can_share_a_page(const SelectOne& kind) { return kind.look == ChoiceLook::kLikert; }
  static bool is_answered_by_one_tap(const SelectOne& kind) {
    return kind.look == ChoiceLook::kFaces || kind.look == ChoiceLook::kQuick;
  }
  static std::optional<AnswerValue> choose(const SelectOne&, const AnswerValue&, const std::string& choice) {
    return choice;
  }
  static std::string shown(const SelectOne& kind, const AnswerValue&, const AskedPage& asked) {
    return chosen_labels(asked, kind.choices);
  }
  static QuestionBody body(const SelectOne& kind, const AskedPage& asked) {
    const std::string& name = asked.page.question().name();
    if (asked.asking.index) return search_body(asked, kind.choices);
    std::vector<ChoiceButton> buttons = buttons_of(asked, kind.choices);
    if (kind.look == ChoiceLook::kFaces) return FacesBody{name, std::move(buttons)};
    if (kind.look == ChoiceLook::kLikert) return worded_body(buttons, asked);
    return ChoicesBody{name, false, std::move(buttons), at_once(asked, kLargeChoicesAtOnce)};
  }

 private:
  static ScaleBody worded_body(const std::vector<ChoiceButton>& buttons, const AskedPage& asked) {
    ScaleBody body{{}, rows_of(asked), at_once(asked, kLargeRowsAtOnce)};
    for (const ChoiceButton& button : buttons) {
      body.steps.push_back(button.label);
      body.choices.push_back(button.name);
    }
    for (std::size_t i = 0; i < body.rows.size(); ++i) {
      const AnswerValue answer = answer_to(asked.asking, asked.page.questions[i]);
      const auto* name = std::get_if<std::string>(&answer);
      const auto found =
          name ? std::find(body.choices.begin(), body.choices.end(), *name) : body.choices.end();
      if (found != body.choices.end()) body.rows[i].chosen = static_cast<int>(found - body.choices.begin());
    }
    return body;
  }
};

template <>
struct Row<SelectMultiple> : ByChoice {
  static std::optional<AnswerValue> choose(const SelectMultiple&, const AnswerValue& before,
                                           const std::string& choice) {
    const auto* names = std::get_if<std::vector<std::string>>(&before);
    std::vector<std::string> chosen = names ? *names : std::vector<std::string>{};
    if (std::erase(chosen, choice) == 0) chosen.push_back(choice);
    return chosen.empty() ? AnswerValue{} : AnswerValue{std::move(chosen)};
  }
  static std::string problem_text(const SelectMultiple& kind, AnswerProblem problem, const Catalogue& words) {
    const bool has_limit = problem == AnswerProblem::kTooMany && kind.at_most;
    return has_limit ? limit_text(kind, words) : tertulia::problem_text(problem, words);
  }
  static std::string shown(const SelectMultiple& kind, const AnswerValue&, const AskedPage& asked) {
    return chosen_labels(asked, kind.choices);
  }
  static QuestionBody body(const SelectMultiple& kind, const AskedPage& asked) {
    if (asked.asking.index) return search_body(asked, kind.choices);
    return ChoicesBody{asked.page.question().name(), true, buttons_of(asked, kind.choices),
                       at_once(asked, kLargeChoicesAtOnce)};
  }
};

template <>
struct Row<Range> : ByStep {
  static bool can_share_a_page(const Range& kind) { return kind.look == RangeLook::kSteps; }
  static std::optional<AnswerValue> choose_step(const Range& kind, int step) {
    const auto values = scale_values(kind);
    if (step < 0 || static_cast<std::size_t>(step) >= values.size()) return std::nullopt;
    return values[static_cast<std::size_t>(step)];
  }
  static std::string shown(const Range&, const AnswerValue& answer, const AskedPage& asked) {
    return shown_number(answer, asked.words);
  }
  static QuestionBody body(const Range& kind, const AskedPage& asked) {
    const std::vector<double> values = scale_values(kind);
    const PageQuestion& question = asked.page.question();
    switch (kind.look) {
      case RangeLook::kStars:
        return StarsBody{question.name(), texts_of(values, asked.words), chosen_in(values, asked, question)};
      case RangeLook::kSlider:
        return SliderBody{question.name(), texts_of(values, asked.words), chosen_in(values, asked, question)};
      case RangeLook::kSteps:
        break;
    }
    return steps_body(values, asked);
  }

 private:
  static std::vector<std::string> texts_of(const std::vector<double>& values, const Catalogue& words) {
    std::vector<std::string> texts;
    for (const double value : values) texts.push_back(with_decimal_mark(number_text(value), words));
    return texts;
  }
  static std::optional<int> chosen_in(const std::vector<double>& values, const AskedPage& asked,
                                      const PageQuestion& question) {
    const AnswerValue answer = answer_to(asked.asking, question);
    const auto* given = std::get_if<double>(&answer);
    const auto found = given ? std::find(values.begin(), values.end(), *given) : values.end();
    if (found == values.end()) return std::nullopt;
    return static_cast<int>(found - values.begin());
  }
  static ScaleBody steps_body(const std::vector<double>& values, const AskedPage& asked) {
    ScaleBody body{texts_of(values, asked.words), rows_of(asked), at_once(asked, kLargeRowsAtOnce)};
    for (std::size_t i = 0; i < body.rows.size(); ++i)
      body.rows[i].chosen = chosen_in(values, asked, asked.page.questions[i]);
    return body;
  }
};

template <>
struct Row<Ranking> : ByChoice {
  static std::optional<AnswerValue> choose(const Ranking& kind, const AnswerValue& before,
                                           const std::string& choice) {
    return answer_of(touched(kind, order_in(before), choice));
  }
  static std::optional<AnswerValue> move(const Ranking& kind, const AnswerValue& before,
                                         const std::string& choice, std::size_t place) {
    return answer_of(moved(kind, order_in(before), choice, place));
  }
  static std::string how_to(const Ranking&, const Catalogue& words) {
    // translators: under a question: how a visitor puts the choices below in an order
    return words.text("Touch them in your order, or drag. Touch again to take one back.");
  }
  static std::string shown(const Ranking& kind, const AnswerValue&, const AskedPage& asked) {
    std::string labels;
    for (const RankRow& row : rows_in_order(kind, asked))
      if (row.place > 0) labels += (labels.empty() ? "" : ", ") + row.label;
    return labels;
  }
  static QuestionBody body(const Ranking& kind, const AskedPage& asked) {
    return RankBody{asked.page.question().name(), rows_in_order(kind, asked)};
  }

 private:
  static std::vector<RankRow> rows_in_order(const Ranking& kind, const AskedPage& asked) {
    const Order order = order_in(answer_to(asked.asking, asked.page.question()));
    std::vector<RankRow> rows;
    for (const ChoiceButton& button : buttons_of(asked, kind.choices)) {
      const auto place = std::find(order.begin(), order.end(), button.name);
      rows.push_back({button.name, button.label,
                      place == order.end() ? 0 : static_cast<int>(place - order.begin()) + 1});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const RankRow& a, const RankRow& b) {
      return a.place > 0 && (b.place == 0 || a.place < b.place);
    });
    return rows;
  }
  static AnswerValue answer_of(Order order) {
    return order.empty() ? AnswerValue{} : AnswerValue{std::move(order)};
  }
};

template <>
struct Row<Acknowledge> : ByChoice {
  static std::optional<AnswerValue> choose(const Acknowledge&, const AnswerValue& before,
                                           const std::string&) {
    return std::holds_alternative<std::monostate>(before) ? AnswerValue{std::string(kAcknowledged)}
                                                          : AnswerValue{};
  }
  static std::string label(const Catalogue& words) {
    // translators: beside a box that a visitor ticks: they have read the text above it and agree
    return words.text("I have read this and agree");
  }
  static std::string shown(const Acknowledge&, const AnswerValue& answer, const AskedPage& asked) {
    return std::holds_alternative<std::monostate>(answer) ? std::string() : label(asked.words);
  }
  static QuestionBody body(const Acknowledge&, const AskedPage& asked) {
    const PageQuestion& question = asked.page.question();
    const bool is_given = !std::holds_alternative<std::monostate>(answer_to(asked.asking, question));
    return ChoicesBody{question.name(),
                       true,
                       {{std::string(kAcknowledged), label(asked.words), is_given}},
                       at_once(asked, kLargeChoicesAtOnce)};
  }
};

template <>
struct Row<Note> : ByStep {
  static std::optional<AnswerValue> choose_step(const Note&, int) { return std::nullopt; }
  // What a form has calculated for it may be of any type.
  static std::string shown(const Note&, const AnswerValue& answer, const AskedPage& asked) {
    const std::string text = shown_text(answer);
    return text.empty() ? shown_number(answer, asked.words) : text;
  }
  static QuestionBody body(const Note&, const AskedPage&) { return NoteBody{}; }
};

}  // namespace tertulia::kinds
