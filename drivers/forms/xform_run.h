// SPDX-License-Identifier: Apache-2.0
// One respondent's form over the rules of formats/expressions. After a change only that is looked at which
// the rules have reached; everything only when a repeat has more or fewer repetitions.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "drivers/forms/compiled_form.h"
#include "firmware/formats/expressions/form_logic.h"
#include "firmware/ports/form_run.h"

namespace tertulia {

class XFormRun final : public FormRun {
 public:
  XFormRun(std::shared_ptr<CompiledForm> form, const Respondent& respondent, formats::CalendarWords words);

  [[nodiscard]] const FormNow& now() const override { return now_; }
  const FormNow& take(const Answers& answers, WallTime time) override;
  [[nodiscard]] Outcome add_repetition(std::string_view more_of) override;
  [[nodiscard]] Outcome remove_repetition(std::string_view more_of) override;
  [[nodiscard]] std::string filled(std::string_view text, std::string_view question) const override;
  [[nodiscard]] std::vector<std::size_t> choices(std::string_view question) const override;

 private:
  struct Place {  // of an answer: a question or a value of the form, in its repetitions
    const OutlineRow* row = nullptr;
    std::string name;       // "age[2]"
    std::string path;       // "/data/person[2]/age"
    std::size_t shown = 0;  // in now_.questions, of a question
    std::string text = {};  // what the form and its respondent know of each other
  };
  struct Repetitions {
    const Outline* repeat = nullptr;
    std::string path;       // "/data/house[2]/person"
    std::size_t count = 0;  // those that the rules have; at most Outline::at_most are asked
    std::size_t shown = 0;  // its more_of in now_.questions
  };
  using Index = std::unordered_map<std::string_view, std::size_t>;  // in places_
  struct Before {  // a form as it stood before its repeats changed
    std::vector<Place> places;
    std::vector<QuestionNow> questions;
    Index by_name;
  };

  // xform_layout.cpp: which questions there are.
  void lay_out();
  void lay_out(const Outline& outline, const std::string& path, const std::string& numbers, Before& before);
  void lay_out_row(const OutlineRow& row, Place place, Before& before);
  void lay_out_repeat(const Outline& repeat, const std::string& path, const std::string& numbers,
                      Before& before);
  void look_at_repeats();
  [[nodiscard]] Result<const Repetitions*> open_repeat(std::string_view more_of) const;

  // xform_run.cpp: how they stand.
  void apply(const formats::ChangedPaths& changed);
  void look_at(Place& place);
  // What follows from a change once its rules are applied.
  void settle();
  // Takes away choices that are not offered any more.
  void drop_stale();
  [[nodiscard]] AnswerValue offered_part(const Place& place, const AnswerValue& answer) const;
  void give(const std::string& name, AnswerValue answer);
  void set(const std::string& name, const Answers& answers);
  [[nodiscard]] std::vector<std::string> differing(const Answers& answers) const;
  [[nodiscard]] const Place* place_of(std::string_view name) const;

  std::shared_ptr<CompiledForm> form_;
  std::unique_ptr<formats::FormLogic> logic_;
  FormNow now_;
  WallTime time_{};
  Answers known_;  // those of the last take(), and what was given since
  std::vector<Place> places_;
  std::vector<Repetitions> repeats_;
  Index by_path_;
  Index by_name_;
  std::vector<std::string> filtered_;  // paths of questions whose choices may have changed
};

}  // namespace tertulia
