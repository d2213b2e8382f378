// SPDX-License-Identifier: Apache-2.0
#include "tests/robot/answers.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

namespace tertulia::robot {
namespace {

constexpr std::array<ChoiceQuestion, 3> kQuestions{{
    {"useful", "choice:not_at_all", 1, true, false},
    {"obstacles", "choice:slow_decisions", 3, false, false},
    {"who", "choice:authority", 1, false, true},
}};

}  // namespace

const ChoiceQuestion& question_on(const Targets& page) {
  const auto* const known =
      std::find_if(kQuestions.begin(), kQuestions.end(),
                   [&](const ChoiceQuestion& question) { return page.has(question.choice); });
  if (known == kQuestions.end()) throw Stuck("this is no page of the sample visit's forms: " + page.names());
  return *known;
}

std::string canonical(const std::string& language, const nlohmann::json& answers) {
  nlohmann::json same = nlohmann::json::object();
  for (const auto& [name, value] : answers.items()) {
    same[name] = value.is_number() ? nlohmann::json(value.get<double>()) : value;
    if (value.is_array()) std::sort(same[name].begin(), same[name].end());
  }
  return language + " " + same.dump();
}

}  // namespace tertulia::robot
