// SPDX-License-Identifier: Apache-2.0
// A questionnaire as a kiosk asks it: pages of questions. Made from an XLSForm; immutable while a respondent
// is at it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/question_kinds.h"
#include "firmware/domain/text.h"

namespace tertulia {

struct Question {
  std::string name;  // XLSForm `name`; unique in the questionnaire
  LocalizedText label;
  LocalizedText hint;
  LocalizedText required_message;
  LocalizedText
      constraint_message;  // said of an answer that the kind does not take; empty: the kind's own words
  bool required = false;
  QuestionKind kind;
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
  std::vector<Page> pages;          // at least one
  std::string hash;                 // hex SHA-256 of the source; each submission carries it
  bool asks_while_running = false;  // also about a session that goes on; else about one that has ended

  [[nodiscard]] const Question* find(std::string_view name) const;
  friend bool operator==(const Questionnaire&, const Questionnaire&) = default;
};

// Whether the question takes the answer. Nothing said (no value, no choice, a text of blanks) is an answer to
// a question that is not required.
[[nodiscard]] AnswerProblem check_answer(const Question& question, const AnswerValue& answer);

}  // namespace tertulia
