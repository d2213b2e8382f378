// SPDX-License-Identifier: Apache-2.0
// An answer as a line of JSON, with the names that the API of KoboToolbox gives them: "group/age", a list of
// objects for a repeat, "a b" for a select_multiple. Numbers are numbers. Pure.
#pragma once

#include <string>

#include "firmware/formats/answers_export/exported_answer.h"

namespace tertulia::formats {

[[nodiscard]] std::string json_line(const AnswerTable& table, const ExportedAnswer& answer);

}  // namespace tertulia::formats
