// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/question_kinds.h"

#include <algorithm>
#include <type_traits>

#include "firmware/app/kiosk/date_entry.h"
#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/kiosk/kiosk_answers.h"
#include "firmware/app/kiosk/limit_texts.h"
#include "firmware/app/kiosk/numbers.h"
#include "firmware/domain/graphemes.h"
#include "firmware/domain/limits.h"

namespace tertulia {
namespace {

constexpr int kLargeChoicesAtOnce = 2;
constexpr int kLargeRowsAtOnce = 1;
constexpr std::size_t kLargestLetter = 4;  // bytes

// One row of the table. Each kind has its own specialisation below.
template <class Kind>
struct Row;

// What rows have in common. A row says by its base how it is answered, and has to define the rest itself.
struct AnyRow {
  static constexpr bool kCanShareAPage = false;
  static bool is_answered_by_one_tap(const auto&) { return false; }
  static std::string problem_text(const auto&, AnswerProblem problem, const Catalogue& words) {
    return tertulia::problem_text(problem, words);
  }
};
struct NotTyped : AnyRow {
  static constexpr bool kIsTyped = false;
  static std::string typed_text(const auto&, const AnswerValue&) { return {}; }
  static AnswerValue typed_answer(const auto&, const std::string&) { return {}; }
  static TextEntry press(const auto&, const TextEntry& entry, const Key&) { return entry; }
};
struct ByChoice : NotTyped {
  static std::optional<AnswerValue> choose_step(const auto&, int) { return std::nullopt; }
};
struct ByStep : NotTyped {
  static std::optional<AnswerValue> choose(const auto&, const AnswerValue&, const std::string&) {
    return std::nullopt;
  }
};
struct ByKeys : AnyRow {
  static constexpr bool kIsTyped = true;
  static std::optional<AnswerValue> choose(const auto&, const AnswerValue&, const std::string&) {
    return std::nullopt;
  }
  static std::optional<AnswerValue> choose_step(const auto&, int) { return std::nullopt; }
};

std::vector<ChoiceButton> buttons_of(const AskedPage& asked, const std::vector<Choice>& choices) {
  const auto& [asking, page, words, settings] = asked;
  return buttons_of(choices, *asking.form, asking.submission.language, answer_to(asking, page.question()));
}

int at_once(const AskedPage& asked, int large) { return asked.settings.large_targets ? large : 0; }

template <>
struct Row<SelectOne> : ByChoice {
  static bool is_answered_by_one_tap(const SelectOne& kind) { return kind.look == ChoiceLook::kFaces; }
  static std::optional<AnswerValue> choose(const SelectOne&, const AnswerValue&, const std::string& choice) {
    return choice;
  }
  static QuestionBody body(const SelectOne& kind, const AskedPage& asked) {
    const std::string& name = asked.page.question().name;
    if (kind.look == ChoiceLook::kFaces) return FacesBody{name, buttons_of(asked, kind.choices)};
    return ChoicesBody{name, false, buttons_of(asked, kind.choices), at_once(asked, kLargeChoicesAtOnce)};
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
  static QuestionBody body(const SelectMultiple& kind, const AskedPage& asked) {
    return ChoicesBody{asked.page.question().name, true, buttons_of(asked, kind.choices),
                       at_once(asked, kLargeChoicesAtOnce)};
  }
};

template <>
struct Row<Range> : ByStep {
  static constexpr bool kCanShareAPage = true;
  static std::optional<AnswerValue> choose_step(const Range& kind, int step) {
    const auto values = scale_values(kind);
    if (step < 0 || static_cast<std::size_t>(step) >= values.size()) return std::nullopt;
    return values[static_cast<std::size_t>(step)];
  }
  static QuestionBody body(const Range& kind, const AskedPage& asked) {
    const auto& [asking, page, words, settings] = asked;
    const std::vector<double> values = scale_values(kind);
    ScaleBody body;
    body.at_once = at_once(asked, kLargeRowsAtOnce);
    for (const double value : values) body.steps.push_back(number_text(value));
    for (const Question* question : page.questions) {
      ScaleRow row{question->name, "", std::nullopt};
      if (page.is_matrix())
        row.label = question->label.in(asking.submission.language, asking.form->default_language);
      row.missing = asking.problem == AnswerProblem::kRequired && is_missing(asking, *question);
      const AnswerValue answer = answer_to(asking, *question);
      if (const auto* given = std::get_if<double>(&answer)) {
        const auto found = std::find(values.begin(), values.end(), *given);
        if (found != values.end()) row.chosen = static_cast<int>(found - values.begin());
      }
      body.rows.push_back(std::move(row));
    }
    return body;
  }
};

template <>
struct Row<Note> : ByStep {
  static std::optional<AnswerValue> choose_step(const Note&, int) { return std::nullopt; }
  static QuestionBody body(const Note&, const AskedPage&) { return NoteBody{}; }
};

// The field as it was typed in.
TextBody field_of(const AskedPage& asked) {
  const TextEntry& entry = asked.asking.entry;
  TextBody body;
  body.question = asked.page.question().name;
  body.text = entry.text;
  body.caret = entry.caret;
  body.selected = entry.selected;
  body.open = entry.open;
  return body;
}

template <>
struct Row<Text> : ByKeys {
  static std::string typed_text(const Text&, const AnswerValue& answer) {
    const auto* text = std::get_if<std::string>(&answer);
    return text ? *text : std::string();
  }
  static AnswerValue typed_answer(const Text&, const std::string& typed) {
    return typed.empty() ? AnswerValue{} : AnswerValue{typed};
  }
  static TextEntry press(const Text& kind, const TextEntry& entry, const Key& key) {
    return tertulia::press(entry, key, static_cast<std::size_t>(std::max(0, kind.max_length)));
  }
  static QuestionBody body(const Text& kind, const AskedPage& asked) {
    TextBody body = field_of(asked);
    body.multiline = kind.multiline;
    const std::size_t count = grapheme_count(body.text);
    const bool is_full = size_in_json(body.text) + kLargestLetter > asked.asking.room_for_text;
    const std::size_t most = is_full ? count : static_cast<std::size_t>(std::max(0, kind.max_length));
    body.count = fill("{count} / {most}", {{"count", std::to_string(count)}, {"most", std::to_string(most)}});
    body.keyboard = keyboard_for(asked.words, asked.asking.entry,
                                 kind.multiline ? LineMode::kMultiline : LineMode::kOneLine);
    return body;
  }
};

// A number without a lower limit may be below zero.
Sign sign_of(const auto& kind) { return kind.least.value_or(-1) < 0 ? Sign::kMinus : Sign::kNone; }

template <class Kind>
struct ByNumberPad : ByKeys {
  static std::string problem_text(const Kind& kind, AnswerProblem problem, const Catalogue& words) {
    return problem == AnswerProblem::kOutOfRange ? limit_text(kind, words)
                                                 : tertulia::problem_text(problem, words);
  }
};

template <>
struct Row<Integer> : ByNumberPad<Integer> {
  static std::string typed_text(const Integer&, const AnswerValue& answer) { return typed_number(answer); }
  static AnswerValue typed_answer(const Integer&, const std::string& typed) { return whole_answer(typed); }
  static TextEntry press(const Integer&, const TextEntry& entry, const Key& key) {
    return press_number(entry, key, Decimals::kNone);
  }
  static QuestionBody body(const Integer& kind, const AskedPage& asked) {
    TextBody body = field_of(asked);
    body.number = true;
    body.keyboard = number_pad(asked.words, sign_of(kind));
    return body;
  }
};

// The entry holds a point; the field shows the decimal mark of the language.
template <>
struct Row<Decimal> : ByNumberPad<Decimal> {
  static std::string typed_text(const Decimal&, const AnswerValue& answer) { return typed_number(answer); }
  static AnswerValue typed_answer(const Decimal&, const std::string& typed) { return decimal_answer(typed); }
  static TextEntry press(const Decimal&, const TextEntry& entry, const Key& key) {
    return press_number(entry, key, Decimals::kSome);
  }
  static QuestionBody body(const Decimal& kind, const AskedPage& asked) {
    TextBody body = field_of(asked);
    std::replace(body.text.begin(), body.text.end(), '.', decimal_mark(asked.words));
    body.number = true;
    body.keyboard = number_pad(asked.words, sign_of(kind), Decimals::kSome);
    return body;
  }
};

// Digits that fill a pattern in order: a caret that a finger has put elsewhere is back at the end.
template <class Kind>
struct ByPattern : ByKeys {
  static std::string typed_text(const Kind& kind, const AnswerValue& answer) {
    const auto* text = std::get_if<std::string>(&answer);
    return text ? digits_of(kind, *text) : std::string();
  }
  static AnswerValue typed_answer(const Kind& kind, const std::string& typed) {
    std::string answer = answer_of(kind, typed);
    return answer.empty() ? AnswerValue{} : AnswerValue{std::move(answer)};
  }
  static TextEntry press(const Kind& kind, const TextEntry& entry, const Key& key) {
    return tertulia::press(with_caret(entry, entry.text.size()), key, digit_count(kind));
  }
  static QuestionBody body(const Kind& kind, const AskedPage& asked) {
    FilledPattern filled =
        fill_pattern(pattern_for(asked.words, kind), digit_count(kind), asked.asking.entry.text);
    TextBody body;
    body.question = asked.page.question().name;
    body.text = std::move(filled.typed);
    body.caret = body.text.size();
    body.unfilled = std::move(filled.unfilled);
    body.number = true;
    body.keyboard = number_pad(asked.words, Sign::kNone);
    return body;
  }
  static std::string problem_text(const Kind& kind, AnswerProblem problem, const Catalogue& words) {
    if constexpr (std::is_same_v<Kind, Date>)
      if (problem == AnswerProblem::kOutOfRange) return limit_text(kind, words);
    // translators: a visitor has typed only a part of a date or a time of day, as in “11/05/”
    if (problem == AnswerProblem::kWrongKind) return words.text("Some digits are missing.");
    return tertulia::problem_text(problem, words);
  }
};
template <>
struct Row<Date> : ByPattern<Date> {};
template <>
struct Row<TimeOfDay> : ByPattern<TimeOfDay> {};

// Calls `use` with the kind and its row.
template <class Use>
auto with_row(const QuestionKind& kind, const Use& use) {
  return std::visit([&use]<class Kind>(const Kind& each) { return use(each, Row<Kind>{}); }, kind);
}

}  // namespace

QuestionBody body_of(const AskedPage& asked) {
  return with_row(asked.page.question().kind,
                  [&](const auto& kind, auto row) -> QuestionBody { return row.body(kind, asked); });
}

bool is_answered_by_one_tap(const QuestionKind& kind) {
  return with_row(kind, [](const auto& each, auto row) { return row.is_answered_by_one_tap(each); });
}

bool can_share_a_page(const QuestionKind& kind) {
  return with_row(kind, [](const auto&, auto row) { return decltype(row)::kCanShareAPage; });
}

bool is_typed(const QuestionKind& kind) {
  return with_row(kind, [](const auto&, auto row) { return decltype(row)::kIsTyped; });
}

std::string typed_text(const QuestionKind& kind, const AnswerValue& answer) {
  return with_row(kind, [&](const auto& each, auto row) { return row.typed_text(each, answer); });
}

AnswerValue typed_answer(const QuestionKind& kind, const std::string& typed) {
  return with_row(kind, [&](const auto& each, auto row) { return row.typed_answer(each, typed); });
}

TextEntry press_key(const QuestionKind& kind, const TextEntry& entry, const Key& key) {
  return with_row(kind, [&](const auto& each, auto row) { return row.press(each, entry, key); });
}

std::optional<AnswerValue> choose(const QuestionKind& kind, const AnswerValue& before,
                                  const std::string& choice) {
  return with_row(kind, [&](const auto& each, auto row) { return row.choose(each, before, choice); });
}

std::optional<AnswerValue> choose_step(const QuestionKind& kind, int step) {
  return with_row(kind, [&](const auto& each, auto row) { return row.choose_step(each, step); });
}

std::string problem_text(const QuestionKind& kind, AnswerProblem problem, const Catalogue& words) {
  return with_row(kind, [&](const auto& each, auto row) { return row.problem_text(each, problem, words); });
}

std::vector<ChoiceButton> buttons_of(const std::vector<Choice>& choices, const Questionnaire& form,
                                     const Language& language, const AnswerValue& answer) {
  const auto* one = std::get_if<std::string>(&answer);
  const auto* several = std::get_if<std::vector<std::string>>(&answer);
  std::vector<ChoiceButton> buttons;
  for (const Choice& choice : choices) {
    const bool chosen =
        (one && *one == choice.name) ||
        (several && std::find(several->begin(), several->end(), choice.name) != several->end());
    const std::string& label = choice.label.in(language, form.default_language);
    buttons.push_back({choice.name, label.empty() ? choice.name : label, chosen});
  }
  return buttons;
}

}  // namespace tertulia
