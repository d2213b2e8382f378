// SPDX-License-Identifier: Apache-2.0
// The kinds of question, one struct each: what its author may set, and which answers it takes. A kind is a
// new struct here and a new alternative of QuestionKind. From then on the compiler names each place that
// still lacks it:
//
//   firmware/formats/pack/canonical_fields.h     how an imported pack writes it
//   firmware/formats/xlsform/question_kinds.cpp  how an XLSForm writes it
//   firmware/app/kiosk/choice_kinds.h            how a kiosk asks it, by touches (typed_kinds.h: by typing)
//   firmware/domain/limits.cpp                   how large its answers are
//   firmware/domain/numbers/values.cpp           how its answers are counted
//   firmware/formats/answers_export/answer_types.cpp  what tables call it
//   firmware/formats/expressions/answer_text.cpp how expressions and exports read and write its answers
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "firmware/domain/text.h"

namespace tertulia {

// An answer as it was given; monostate is "not answered". A choice is its name, never its label; a day and a
// time of day are texts (time.h).
using AnswerValue = std::variant<std::monostate, std::string, std::vector<std::string>, std::int64_t, double>;

// What is wrong with an answer. The kiosk says it in words.
enum class AnswerProblem {
  kNone,
  kRequired,
  kTooMany,
  kTooLong,
  kOutOfRange,
  kNoSuchDay,
  kNoSuchTime,
  kUnknownChoice,
  kWrongKind,
  kIncomplete,  // a part of what is to be put in order
  kRefused      // by the constraint of its form
};

struct Choice {
  std::string name;  // the value that is stored; unique in its list, unless a filter picks from that
  LocalizedText label;
  LocalizedText picture = {};  // in each language its name in Questionnaire::pictures; empty: none
  friend bool operator==(const Choice&, const Choice&) = default;
};

// kFaces: five choices, worst to best. kLikert: steps of a scale, in a matrix with its neighbours of the same
// choices. kQuick: a list of which one tap answers. kSearch: found by typing, as a kiosk does with any long
// list.
enum class ChoiceLook { kList, kFaces, kLikert, kQuick, kSearch };

// check(): whether the kind takes an answer. It is never called with an empty answer.
struct SelectOne {
  std::vector<Choice> choices;
  ChoiceLook look = ChoiceLook::kList;
  [[nodiscard]] AnswerProblem check(const AnswerValue& answer) const;
  friend bool operator==(const SelectOne&, const SelectOne&) = default;
};
struct SelectMultiple {
  std::vector<Choice> choices;
  std::optional<int> at_most;           // from a constraint count-selected(.) <= n
  ChoiceLook look = ChoiceLook::kList;  // never kFaces
  [[nodiscard]] AnswerProblem check(const AnswerValue& answer) const;
  friend bool operator==(const SelectMultiple&, const SelectMultiple&) = default;
};
struct Text {
  bool multiline = false;
  int max_length = 400;  // grapheme clusters
  [[nodiscard]] AnswerProblem check(const AnswerValue& answer) const;
  friend bool operator==(const Text&, const Text&) = default;
};
struct Integer {
  std::optional<std::int64_t> least;
  std::optional<std::int64_t> most;
  [[nodiscard]] AnswerProblem check(const AnswerValue& answer) const;
  friend bool operator==(const Integer&, const Integer&) = default;
};
enum class RangeLook { kSteps, kStars, kSlider };  // numbers to touch, stars, a knob on a line
struct Range {
  double start = 1;
  double end = 5;
  double step = 1;  // > 0; (end - start) / step is whole
  RangeLook look = RangeLook::kSteps;
  [[nodiscard]] AnswerProblem check(const AnswerValue& answer) const;
  friend bool operator==(const Range&, const Range&) = default;
};
struct Note {  // says something, asks nothing
  [[nodiscard]] AnswerProblem check(const AnswerValue& answer) const;
  friend bool operator==(const Note&, const Note&) = default;
};
enum class DateParts { kDay, kMonth, kYear };  // what is asked of a date; what is not is its first
struct Date {                                  // a day of the Gregorian calendar, answered as "2027-05-11"
  std::string least;                           // written like an answer; empty: any day
  std::string most;
  DateParts parts = DateParts::kDay;
  [[nodiscard]] AnswerProblem check(const AnswerValue& answer) const;
  friend bool operator==(const Date&, const Date&) = default;
};
struct TimeOfDay {  // answered as "14:30", of 24 hours
  [[nodiscard]] AnswerProblem check(const AnswerValue& answer) const;
  friend bool operator==(const TimeOfDay&, const TimeOfDay&) = default;
};
struct Decimal {                // answered as a double; JSON may hand back a whole one as an integer
  std::optional<double> least;  // of ". > 0" the first number above 0
  std::optional<double> most;
  [[nodiscard]] AnswerProblem check(const AnswerValue& answer) const;
  friend bool operator==(const Decimal&, const Decimal&) = default;
};
struct Ranking {  // answered as all names in the order of the respondent, the first one first
  std::vector<Choice> choices;
  [[nodiscard]] AnswerProblem check(const AnswerValue& answer) const;
  friend bool operator==(const Ranking&, const Ranking&) = default;
};
struct Acknowledge {  // answered as kAcknowledged, or not at all
  [[nodiscard]] AnswerProblem check(const AnswerValue& answer) const;
  friend bool operator==(const Acknowledge&, const Acknowledge&) = default;
};
struct DateTime {  // answered as "2027-05-11T14:30", as clocks of the venue show it
  [[nodiscard]] AnswerProblem check(const AnswerValue& answer) const;
  friend bool operator==(const DateTime&, const DateTime&) = default;
};
inline constexpr std::string_view kAcknowledged = "OK";  // as ODK XForms has it

// An imported pack names a kind by its position here: a new kind goes to the end.
using QuestionKind = std::variant<SelectOne, SelectMultiple, Text, Integer, Range, Note, Date, TimeOfDay,
                                  Decimal, Ranking, Acknowledge, DateTime>;

inline constexpr double kMostSteps = 1'000;  // of a range
// Values of a range, first to last.
[[nodiscard]] std::vector<double> scale_values(const Range& range);

// False: it says something and takes no answer.
[[nodiscard]] bool asks(const QuestionKind& kind);
// The list that its answers are taken from; null when they come from no list.
[[nodiscard]] const std::vector<Choice>* choices_of(const QuestionKind& kind);

}  // namespace tertulia
