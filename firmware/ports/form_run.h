// SPDX-License-Identifier: Apache-2.0
// The logic of a form while one respondent answers it: which questions there are now, what is required,
// valid, calculated and filled in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/questionnaire.h"
#include "firmware/domain/result.h"
#include "firmware/domain/submission.h"
#include "firmware/domain/time.h"

namespace tertulia {

// A question as it stands now. Or, with `more_of`, the end of a repeat: whether there is one more.
struct QuestionNow {
  std::size_t page = 0;    // of the form
  std::size_t number = 0;  // on this page
  // Of its answer: that of the question. Inside repeats followed by the numbers of the repetitions, the outer
  // one first, from 1 on: "age[2]", "age[2][1]".
  std::string name;
  bool is_relevant = true;  // it is asked, and its answer counts
  bool is_required = false;
  bool is_read_only = false;  // it shows its answer, which nobody may change
  bool is_valid = true;       // by its constraint; no answer is
  // Path of the repeat, with the numbers of those around it: "/data/house[2]/person". No question;
  // is_relevant says whether there may be one more.
  std::string more_of = {};
  friend bool operator==(const QuestionNow&, const QuestionNow&) = default;
};

struct FormNow {
  // In the order in which they are asked, those that are not relevant too. Each repetition of a repeat has
  // its own.
  std::vector<QuestionNow> questions;
  // What the form itself has answered since the last change: defaults and calculations of questions, values
  // of Questionnaire::calculated (by name, in repeats with numbers). monostate: it took an answer away, like
  // a choice that is not offered any more. An answer that its question does not take is not among them.
  Answers given = {};
};

// One respondent, one thread. The same answers in the same order make the same form.
class FormRun {
 public:
  virtual ~FormRun() = default;

  [[nodiscard]] virtual const FormNow& now() const = 0;
  // What all answers so far make of the form. Those that are not in `answers` are none. One in a repetition
  // that there is not counts when the repetition is there again. `given` is new, as it is after each of the
  // two below.
  virtual const FormNow& take(const Answers& answers, WallTime time) = 0;
  // `more_of` of a question of now(). Errors: there is no such repeat, or it takes no more.
  [[nodiscard]] virtual Outcome add_repetition(std::string_view more_of) = 0;
  // Takes the last repetition away, with its answers. Errors: there is none, or its count is calculated.
  [[nodiscard]] virtual Outcome remove_repetition(std::string_view more_of) = 0;

  // The text with answers put in for ${name}, as seen from the question of that name (QuestionNow::name).
  [[nodiscard]] virtual std::string filled(std::string_view text, std::string_view question) const = 0;
  // Positions in the list of its kind of those choices that its filter passes, in the order in which they are
  // offered. All of them when it has no filter.
  [[nodiscard]] virtual std::vector<std::size_t> choices(std::string_view question) const = 0;
};

struct Respondent {
  Language language;       // of names of months and labels in texts
  std::uint64_t seed = 0;  // of chance
  std::string zone = "UTC";
  WallTime time{};
};

class FormRunner {
 public:
  virtual ~FormRunner() = default;
  // Never null. Defaults are in, calculations are made: they are in now().given. The first run of a form
  // compiles its expressions.
  [[nodiscard]] virtual std::unique_ptr<FormRun> begin(std::shared_ptr<const Questionnaire> form,
                                                       const Respondent& respondent) = 0;
};

}  // namespace tertulia
