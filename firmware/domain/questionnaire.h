// SPDX-License-Identifier: Apache-2.0
// A questionnaire as a kiosk asks it: pages of questions. Made from an XLSForm; immutable while a respondent
// is at it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/text.h"

namespace tertulia {

struct Choice {
  std::string name;  // the value that is stored; unique in its list
  LocalizedText label;
  friend bool operator==(const Choice&, const Choice&) = default;
};

enum class ChoiceLook { kList, kFaces };  // kFaces: five choices, worst to best

struct SelectOne {
  std::vector<Choice> choices;
  ChoiceLook look = ChoiceLook::kList;
  friend bool operator==(const SelectOne&, const SelectOne&) = default;
};
struct SelectMultiple {
  std::vector<Choice> choices;
  std::optional<int> at_most;  // from a constraint count-selected(.) <= n
  friend bool operator==(const SelectMultiple&, const SelectMultiple&) = default;
};
struct Text {
  bool multiline = false;
  int max_length = 400;  // grapheme clusters
  friend bool operator==(const Text&, const Text&) = default;
};
struct Integer {
  std::optional<std::int64_t> least;
  std::optional<std::int64_t> most;
  friend bool operator==(const Integer&, const Integer&) = default;
};
struct Range {
  double start = 1;
  double end = 5;
  double step = 1;  // > 0; (end - start) / step is whole
  friend bool operator==(const Range&, const Range&) = default;
};
struct Note {  // says something, asks nothing
  friend bool operator==(const Note&, const Note&) = default;
};
struct Date {         // a day of the Gregorian calendar, answered as "2027-05-11"
  std::string least;  // written like an answer; empty: any day
  std::string most;
  friend bool operator==(const Date&, const Date&) = default;
};
struct TimeOfDay {  // answered as "14:30", of 24 hours
  friend bool operator==(const TimeOfDay&, const TimeOfDay&) = default;
};
using QuestionType = std::variant<SelectOne, SelectMultiple, Text, Integer, Range, Note, Date, TimeOfDay>;

struct Question {
  std::string name;  // XLSForm `name`; unique in the questionnaire
  LocalizedText label;
  LocalizedText hint;
  LocalizedText required_message;
  bool required = false;
  QuestionType type;
  friend bool operator==(const Question&, const Question&) = default;
};

struct Page {  // an XLSForm group with appearance field-list, or one question
  LocalizedText title;
  std::vector<Question> questions;  // at least one
  friend bool operator==(const Page&, const Page&) = default;
};

struct Questionnaire {
  std::string id;       // form_id, [A-Za-z0-9_-]+
  std::string version;  // may be empty
  LocalizedText title;
  std::vector<Language> languages;  // those that have texts, default first
  Language default_language = "en";
  std::vector<Page> pages;  // at least one
  std::string hash;         // hex SHA-256 of the source; each submission carries it

  [[nodiscard]] const Question* find(std::string_view name) const;
  friend bool operator==(const Questionnaire&, const Questionnaire&) = default;
};

// An answer as it was given; monostate is "not answered". A choice is its name, never its label; a day and a
// time of day are texts (time.h).
using AnswerValue = std::variant<std::monostate, std::string, std::vector<std::string>, std::int64_t, double>;

// In words a visitor understands, by key of the interface catalogue; see AnswerProblem.
enum class AnswerProblem {
  kNone,
  kRequired,
  kTooMany,
  kTooLong,
  kOutOfRange,
  kNoSuchDay,
  kNoSuchTime,
  kUnknownChoice,
  kWrongType
};
[[nodiscard]] AnswerProblem check_answer(const Question& question, const AnswerValue& answer);

}  // namespace tertulia
