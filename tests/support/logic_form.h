// SPDX-License-Identifier: Apache-2.0
// Small questionnaires with logic, and a person who fills them in. For the contract of FormRun, and for
// whoever runs forms.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "firmware/ports/form_run.h"

namespace tertulia {

// form.asks("age", Integer{}).constraint = ". > 0"; each question has its own page. A path without "/data/".
class LogicForm {
 public:
  LogicForm() {
    form_.id = "form";
    form_.languages = {"en"};
  }

  Bind& asks(const std::string& path, QuestionKind kind = Text{}) {
    Question question;
    question.name = last_part(path);
    question.kind = std::move(kind);
    question.path = "/data/" + path;
    form_.pages.push_back({{}, {std::move(question)}, repeat_around(path)});
    return bind(path, NodeKind::kQuestion);
  }
  Bind& makes(const std::string& path) {
    form_.calculated.push_back({last_part(path), "/data/" + path});
    return bind(path, NodeKind::kQuestion);
  }
  Bind& group(const std::string& path) { return bind(path, NodeKind::kGroup); }
  Bind& repeat(const std::string& path, std::size_t at_most = 10) {
    form_.repeats.push_back({"/data/" + path, {}, at_most});
    return bind(path, NodeKind::kRepeat);
  }
  void table(FormTable table) { form_.tables.push_back(std::move(table)); }
  Questionnaire& form() { return form_; }

 private:
  static std::string last_part(const std::string& path) { return path.substr(path.rfind('/') + 1); }

  std::string repeat_around(const std::string& path) const {
    std::string innermost;
    for (const Repeat& repeat : form_.repeats)
      if (("/data/" + path).starts_with(repeat.path + "/")) innermost = repeat.path;
    return innermost;
  }

  Bind& bind(const std::string& path, NodeKind kind) {
    Bind bind;
    bind.path = "/data/" + path;
    bind.kind = kind;
    form_.binds.push_back(std::move(bind));
    return form_.binds.back();
  }

  Questionnaire form_;
};

inline Respondent some_respondent(std::uint64_t seed = 7) {
  return {"en", seed, "Europe/Lisbon", wall_from_rfc3339("2027-05-11T22:30:00Z").value()};
}

// Answers as a kiosk does: it keeps all answers, and takes what the form gives.
class FormPerson {
 public:
  FormPerson(FormRunner& runner, LogicForm& form, Respondent respondent = some_respondent()) {
    time_ = respondent.time;
    run_ = runner.begin(std::make_shared<const Questionnaire>(form.form()), respondent);
    take_given();
  }

  // Returns what the form gives to it.
  Answers answers(const std::string& name, AnswerValue value) {
    answers_[name] = std::move(value);
    return take();
  }
  Answers clears(const std::string& name) {
    answers_.erase(name);
    return take();
  }
  Answers waits(Milliseconds time) {
    time_ += time;
    return take();
  }
  void adds(const std::string& more_of) {
    const Outcome added = run_->add_repetition(more_of);
    EXPECT_TRUE(added.ok()) << more_of;
    take_given();
  }
  void removes(const std::string& more_of) {
    const Outcome removed = run_->remove_repetition(more_of);
    EXPECT_TRUE(removed.ok()) << more_of;
    take_given();
  }

  [[nodiscard]] QuestionNow question(std::string_view name) const {
    for (const QuestionNow& question : run_->now().questions)
      if (question.name == name) return question;
    ADD_FAILURE() << "there is no question " << name;
    return {};
  }
  // What is asked, "age[2]" or "+/data/person" where there may be one more.
  [[nodiscard]] std::vector<std::string> asked() const {
    std::vector<std::string> names;
    for (const QuestionNow& question : run_->now().questions)
      if (question.is_relevant)
        names.push_back(question.more_of.empty() ? question.name : '+' + question.more_of);
    return names;
  }
  [[nodiscard]] AnswerValue has(const std::string& name) const {
    const auto found = answers_.find(name);
    return found == answers_.end() ? AnswerValue() : found->second;
  }
  [[nodiscard]] const Answers& all() const { return answers_; }
  FormRun& run() { return *run_; }

 private:
  Answers take() {
    run_->take(answers_, time_);
    return take_given();
  }
  Answers take_given() {
    for (const auto& [name, value] : run_->now().given)
      if (std::holds_alternative<std::monostate>(value))
        answers_.erase(name);
      else
        answers_[name] = value;
    return run_->now().given;
  }

  std::unique_ptr<FormRun> run_;
  Answers answers_;
  WallTime time_;
};

inline AnswerValue text(std::string value) { return value; }
inline AnswerValue whole(std::int64_t value) { return value; }
inline AnswerValue names(std::vector<std::string> values) { return values; }

inline std::vector<Choice> choices(std::initializer_list<std::string> names) {
  std::vector<Choice> all;
  for (const std::string& name : names) all.push_back({name, LocalizedText("en", "The " + name)});
  return all;
}

}  // namespace tertulia
