// SPDX-License-Identifier: Apache-2.0
// Answers as JSON text: {"likes":["food","music"],"stars":4}. The only codec of answers: device, wire and hub
// use it. Pure.
//
//   - A value is a text, a list of choice names, a whole number or a number with a decimal point.
//   - An unanswered question is absent.
//   - Members stand in alphabetical order and without spaces: equal answers give equal text.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/domain/submission.h"

namespace tertulia::wire {

// Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string answers_to_json(const Answers& answers);
// Reads what a database holds; null counts as unanswered, as older programs wrote it. Errors: not an object,
// or a value of another kind. The error names the question and never repeats its answer.
[[nodiscard]] Result<Answers> answers_from_json(std::string_view json);

}  // namespace tertulia::wire
