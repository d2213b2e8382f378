// SPDX-License-Identifier: Apache-2.0
// A questionnaire as a kiosk asks it: pages of questions. Made from an XLSForm; immutable while a respondent
// is at it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/form_binds.h"
#include "firmware/domain/packed_picture.h"
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
  bool is_conditional = false;  // it, or a group around it, is asked only while an expression is true
  std::string path = {};        // "/data/group/name", as of its bind; empty: "/data/" and its name
  LocalizedText picture = {};   // in each language its name in Questionnaire::pictures; empty: none
  friend bool operator==(const Question&, const Question&) = default;
};

// A value that the form makes and nobody is asked for: calculate and hidden of XLSForm. It goes with the
// answers, under its name.
struct Calculated {
  std::string name;  // unique among these and the questions
  std::string path;  // of its bind
  friend bool operator==(const Calculated&, const Calculated&) = default;
};

struct Page {  // an XLSForm group with appearance field-list, or one question
  LocalizedText title;
  std::vector<Question> questions;  // at least one
  std::string repeat = {};          // path of the innermost repeat around it; empty: none
  friend bool operator==(const Page&, const Page&) = default;
};

// Pages that are asked several times: as often as repeat_count says, or until the respondent has no more.
struct Repeat {
  std::string path;         // of its bind; inside another repeat it begins with the path of that one
  LocalizedText title;      // may be empty
  std::size_t at_most = 1;  // repetitions, so that the answers fit into one message
  friend bool operator==(const Repeat&, const Repeat&) = default;
};

// A picture that questions and choices show; however many they are, it is there once.
struct FormPicture {
  std::string name;  // of its file; unique in the questionnaire
  PackedPicture picture;
  friend bool operator==(const FormPicture&, const FormPicture&) = default;
};

struct Questionnaire {
  std::string id;       // form_id, [A-Za-z0-9_-]+
  std::string version;  // may be empty
  LocalizedText title;
  std::vector<Language> languages;  // those that have texts, default first
  Language default_language = "en";
  std::vector<Page> pages;             // at least one
  std::string hash;                    // hex SHA-256 of the source; each submission carries it
  bool asks_while_running = false;     // also about a session that goes on; else about one that has ended
  std::vector<Bind> binds = {};        // all rows in the order of the form; none: the form has no logic
  std::vector<FormTable> tables = {};  // that expressions read
  std::vector<Calculated> calculated = {};
  std::vector<Repeat> repeats = {};  // in the order of the form
  std::vector<FormPicture> pictures = {};

  [[nodiscard]] const Question* find(std::string_view name) const;
  // None when there is none of that name.
  [[nodiscard]] PackedPicture picture(std::string_view name) const;
  friend bool operator==(const Questionnaire&, const Questionnaire&) = default;
};

// The question that an answer of that name answers: "age" of "age[2]", its answer in the second repetition.
[[nodiscard]] std::string_view question_of(std::string_view answer_name);

// Whether a question of that kind takes the answer. Nothing said (no value, no choice, a text of blanks) is
// an answer to a question that is not required. Whether it is may depend on other answers.
[[nodiscard]] AnswerProblem check_answer(const QuestionKind& kind, const AnswerValue& answer,
                                         bool is_required);
// As the form says it of everybody.
[[nodiscard]] AnswerProblem check_answer(const Question& question, const AnswerValue& answer);

}  // namespace tertulia
