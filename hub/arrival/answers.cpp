// SPDX-License-Identifier: Apache-2.0
#include "hub/arrival/answers.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace tertulia::hub {
namespace {

using Json = nlohmann::json;

struct ToJson {
  Json operator()(std::monostate) const { return nullptr; }
  template <class T>
  Json operator()(const T& value) const {
    return value;
  }
};

AnswerValue from_json(const Json& json) {
  if (json.is_string()) return json.get<std::string>();
  if (json.is_number_integer()) return json.get<std::int64_t>();
  if (json.is_number()) return json.get<double>();
  const auto is_text = [](const Json& item) { return item.is_string(); };
  if (json.is_array() && std::all_of(json.begin(), json.end(), is_text))
    return json.get<std::vector<std::string>>();
  return std::monostate{};
}

}  // namespace

std::string answers_to_json(const Answers& answers) {
  Json object = Json::object();
  for (const auto& [name, value] : answers)
    if (!std::holds_alternative<std::monostate>(value)) object[name] = std::visit(ToJson{}, value);
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Answers> answers_from_json(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  if (!object.is_object())
    return Error{"stored answers are not a JSON object; the database was edited by hand"};
  Answers answers;
  for (const auto& [name, value] : object.items()) answers.emplace(name, from_json(value));
  return answers;
}

}  // namespace tertulia::hub
