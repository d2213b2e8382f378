// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/answers.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "firmware/wire/event_json.h"

namespace tertulia::wire {
namespace {

struct ToJson {
  Json operator()(std::monostate) const { return nullptr; }
  Json operator()(double number) const { return std::isfinite(number) ? Json(number) : Json(nullptr); }
  // No person can type a NUL, and no reader takes one.
  Json operator()(const std::string& text) const {
    std::string readable = text;
    for (auto at = readable.find('\0'); at != std::string::npos; at = readable.find('\0', at))
      readable.replace(at, 1, "\uFFFD");
    return readable;
  }
  template <class T>
  Json operator()(const T& value) const {
    return value;
  }
};

Result<AnswerValue> choices_of(const Json& list) {
  std::vector<std::string> choices;
  for (const Json& item : list) {
    const auto* choice = item.get_ptr<const std::string*>();
    if (!choice || !is_name(*choice) || choices.size() == kMostChoices)
      return Error{"expected at most 100,000 names of choices"};
    choices.push_back(*choice);
  }
  return AnswerValue(std::move(choices));
}

Result<AnswerValue> answer_of(const Json& json) {
  if (const auto* text = json.get_ptr<const std::string*>()) {
    if (text->size() > kMostText || text->find('\0') != std::string::npos)
      return Error{"expected a text of at most 32768 bytes without a NUL"};
    return AnswerValue(*text);
  }
  if (json.is_array()) return choices_of(json);
  if (json.is_number_float()) return AnswerValue(json.get<double>());
  const auto* natural = json.get_ptr<const Json::number_unsigned_t*>();
  const bool too_large = natural && *natural > static_cast<std::uint64_t>(INT64_MAX);
  if (json.is_number_integer() && !too_large) return AnswerValue(json.get<std::int64_t>());
  return Error{"expected a text, a list of choices or a number"};
}

}  // namespace

Json json_of(const Answers& answers) {
  Json json = Json::object();
  for (const auto& [question, answer] : answers)
    if (Json value = std::visit(ToJson{}, answer); !value.is_null()) json[question] = std::move(value);
  return json;
}

Answers read_answers(const Json& object, Reader& read) {
  Answers answers;
  for (const auto& [question, json] : object.items()) {
    auto answer = answer_of(json);
    if (question.empty() || !is_name(question))
      read.add_error("answers", "expected question names of 1 to 255 bytes without control characters");
    else if (!answer.ok())
      read.add_error("answers." + question, answer.error().message);
    else
      answers[question] = std::move(answer).value();
  }
  return answers;
}

std::string answers_to_json(const Answers& answers) { return print(json_of(answers)); }

Result<Answers> answers_from_json(std::string_view json) {
  Json object = Json::parse(json, nullptr, false);
  if (!object.is_object()) return Error{"stored answers: expected a JSON object"};
  for (auto member = object.begin(); member != object.end();)
    member = member->is_null() ? object.erase(member) : std::next(member);
  Reader read(object, "stored answers");
  Answers answers = read_answers(object, read);
  TRY_DONE(read.outcome());
  return answers;
}

}  // namespace tertulia::wire
