// SPDX-License-Identifier: Apache-2.0
// What the robot entered, in a form that can be laid beside what the databases hold. The robot knows the two
// forms of the sample visit by heart, as a person knows a form that they have read; it does not read them
// through the product.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "tests/robot/targets.h"

namespace tertulia::robot {

struct ChoiceQuestion {
  std::string_view name;    // of the question
  std::string_view choice;  // one of its choices: by this the page is known
  std::size_t picks = 1;    // how many the robot taps, at most
  bool one_tap = false;     // the tap itself goes on to the next page
  bool is_last = false;     // of its form
};

// The question whose choices are on the page; throws Stuck for a form that the robot does not know.
[[nodiscard]] const ChoiceQuestion& question_on(const Targets& page);

inline constexpr std::string_view kTextQuestion = "take_home";
inline constexpr int kFirstStep = 1;  // value of the first step of the agreement matrix

// The same text for the same answers: numbers as numbers, several choices in the order of the alphabet.
[[nodiscard]] std::string canonical(const std::string& language, const nlohmann::json& answers);

}  // namespace tertulia::robot
