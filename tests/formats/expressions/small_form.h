// SPDX-License-Identifier: Apache-2.0
// Small forms for the tests of form logic.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "firmware/formats/expressions/form_logic.h"

namespace tertulia::formats {

// form.question("age").constraint = ". > 0"; then form.logic().
class SmallForm {
 public:
  SmallForm() = default;
  explicit SmallForm(std::vector<Bind> binds) { plan_.binds = std::move(binds); }

  Bind& question(const std::string& path) { return add(path, NodeKind::kQuestion); }
  Bind& group(const std::string& path) { return add(path, NodeKind::kGroup); }
  Bind& repeat(const std::string& path) { return add(path, NodeKind::kRepeat); }
  ChoiceTables& tables() { return plan_.tables; }

  // A respondent. The first call compiles the form.
  FormLogic& logic(std::uint64_t seed = 7) {
    if (!rules_) rules_ = FormRules::compile(plan_, faults_);
    EvaluationContext context;
    context.now = wall_from_rfc3339("2024-03-15T23:30:00Z").value();
    context.zone = "Europe/Berlin";
    context.seed = seed;
    logic_ = std::make_unique<FormLogic>(*rules_, context);
    return *logic_;
  }
  const std::vector<FormFault>& faults() {
    if (!rules_) rules_ = FormRules::compile(plan_, faults_);
    return faults_;
  }
  [[nodiscard]] const FormRules& rules() const { return *rules_; }

 private:
  Bind& add(const std::string& path, NodeKind kind) {
    Bind bind;
    bind.path = "/data/" + path;
    bind.kind = kind;
    plan_.binds.push_back(std::move(bind));
    return plan_.binds.back();
  }

  FormPlan plan_;
  std::vector<FormFault> faults_;
  std::unique_ptr<const FormRules> rules_;
  std::unique_ptr<FormLogic> logic_;
};

inline ChangedPaths set(FormLogic& logic, const std::string& path, const std::string& value) {
  auto changed = logic.set("/data/" + path, value);
  EXPECT_TRUE(changed) << path;
  return changed ? changed.value() : ChangedPaths();
}

inline QuestionState state(FormLogic& logic, const std::string& path) {
  const auto state = logic.state("/data/" + path);
  EXPECT_TRUE(state) << path;
  return state.value_or(QuestionState());
}

inline std::string value(FormLogic& logic, const std::string& path) { return state(logic, path).value; }

}  // namespace tertulia::formats
