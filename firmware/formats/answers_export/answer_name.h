// SPDX-License-Identifier: Apache-2.0
// Takes the name of an answer apart: "age", or in repeats "age[2][1]" (see firmware/ports/form_run.h). Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace tertulia::formats {

struct AnswerName {
  std::string_view question;             // of the text that was taken apart
  std::vector<std::size_t> repetitions;  // from 1 on, the outer one first
  friend bool operator==(const AnswerName&, const AnswerName&) = default;
};

// None: it has brackets, and not such.
[[nodiscard]] std::optional<AnswerName> parse_answer_name(std::string_view name);

}  // namespace tertulia::formats
