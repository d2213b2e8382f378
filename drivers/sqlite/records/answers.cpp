// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/records/answers.h"

#include <vector>

#include <nlohmann/json.hpp>

namespace tertulia::sqlite {
namespace {

using nlohmann::json;

json to_json(const AnswerValue& answer) {
  return std::visit(
      [](const auto& value) -> json {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) {
          return nullptr;
        } else {
          return value;
        }
      },
      answer);
}

Result<AnswerValue> list_from(const std::string& name, const json& value) {
  std::vector<std::string> chosen;
  for (const json& item : value) {
    if (!item.is_string()) return Error{"The saved answer to \"" + name + "\" is not a list of choices."};
    chosen.push_back(item.get<std::string>());
  }
  return AnswerValue(std::move(chosen));
}

Result<AnswerValue> answer_from(const std::string& name, const json& value) {
  if (value.is_null()) return AnswerValue();
  if (value.is_string()) return AnswerValue(value.get<std::string>());
  if (value.is_number_integer()) return AnswerValue(value.get<std::int64_t>());
  if (value.is_number_float()) return AnswerValue(value.get<double>());
  if (value.is_array()) return list_from(name, value);
  return Error{"The saved answer to \"" + name + "\" is of no known type."};
}

}  // namespace

std::string encode_answers(const Answers& answers) {
  json object = json::object();
  for (const auto& [name, answer] : answers) object[name] = to_json(answer);
  // Replaces bytes that are not UTF-8 instead of throwing.
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Answers> decode_answers(std::string_view text) {
  const json object = json::parse(text, nullptr, false);
  if (!object.is_object()) return Error{"The saved answers are not a JSON object."};
  Answers answers;
  for (const auto& [name, value] : object.items()) {
    TRY(answers[name], answer_from(name, value));
  }
  return answers;
}

}  // namespace tertulia::sqlite
