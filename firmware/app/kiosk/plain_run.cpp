// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/plain_run.h"

#include <numeric>
#include <utility>

namespace tertulia {
namespace {

// All questions of the form, each once.
FormNow all_of(const Questionnaire& form) {
  FormNow now;
  for (std::size_t page = 0; page < form.pages.size(); ++page) {
    const std::vector<Question>& questions = form.pages[page].questions;
    for (std::size_t number = 0; number < questions.size(); ++number) {
      const Question& question = questions[number];
      QuestionNow each{page, number, question.name};
      // Who is asked although it is not meant for them need not answer.
      each.is_required = question.required && !question.is_conditional;
      now.questions.push_back(std::move(each));
    }
  }
  return now;
}

class PlainRun : public FormRun {
 public:
  explicit PlainRun(std::shared_ptr<const Questionnaire> form)
      : form_(std::move(form)), now_(all_of(*form_)) {}

  [[nodiscard]] const FormNow& now() const override { return now_; }
  const FormNow& take(const Answers& /*answers*/, WallTime /*time*/) override { return now_; }
  [[nodiscard]] Outcome add_repetition(std::string_view /*more_of*/) override { return no_repeat(); }
  [[nodiscard]] Outcome remove_repetition(std::string_view /*more_of*/) override { return no_repeat(); }
  [[nodiscard]] std::string filled(std::string_view text, std::string_view /*question*/) const override {
    return std::string(text);
  }
  [[nodiscard]] std::vector<std::size_t> choices(std::string_view question) const override {
    const Question* asked = form_->find(question);
    const auto* choices = asked ? choices_of(asked->kind) : nullptr;
    std::vector<std::size_t> all(choices ? choices->size() : 0);
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
  }

 private:
  static Error no_repeat() { return Error{"This form repeats nothing."}; }

  std::shared_ptr<const Questionnaire> form_;
  FormNow now_;
};

}  // namespace

std::unique_ptr<FormRun> plain_run(std::shared_ptr<const Questionnaire> form) {
  return std::make_unique<PlainRun>(std::move(form));
}

}  // namespace tertulia
