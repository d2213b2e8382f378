// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/json_lines.h"

#include <nlohmann/json.hpp>

#include "firmware/formats/expressions/answer_text.h"

namespace tertulia::formats {
namespace {

using Json = nlohmann::ordered_json;

Json value_in_json(const AnswerValue& answer) {
  if (const auto* whole = std::get_if<std::int64_t>(&answer)) return *whole;
  if (const auto* number = std::get_if<double>(&answer)) return *number;
  return form_text_of(answer);
}

// A version has one question of a path. What no version knows may be called like it.
const std::string& key_in(const Json& object, const AnswerColumn& column) {
  return object.contains(column.path) ? column.header : column.path;
}

// Repeats come first: an answer of such a name has to find it taken.
void put_answers(Json& object, const AnswerTable& table, std::size_t sheet, const Occurrence& occurrence) {
  for (const auto& [inner, repetitions] : occurrence.repeats) {
    Json& list = object[table.sheets()[inner].path] = Json::array();
    for (const auto& [number, repetition] : repetitions)
      put_answers(list.emplace_back(Json::object()), table, inner, repetition);
  }
  for (const std::size_t column : table.sheets()[sheet].columns) {
    const auto found = occurrence.answers.find(column);
    if (found != occurrence.answers.end())
      object[key_in(object, table.columns()[column])] = value_in_json(*found->second);
  }
}

}  // namespace

std::string json_line(const AnswerTable& table, const ExportedAnswer& answer) {
  const Submission& submission = answer.submission;
  const std::string id = submission.id.text();
  Json object = {{"_uuid", id},
                 {"meta/instanceID", "uuid:" + id},
                 {"_xform_id_string", submission.form},
                 {"__version__", version_name(table, answer)},
                 {"_form_hash", submission.form_hash},
                 {"_submission_time", answer.place.time},
                 {"_session", answer.place.session},
                 {"_room", answer.place.room},
                 {"_language", answer.place.language},
                 {"_status", to_text(submission.state)}};
  put_answers(object, table, 0, answer.answers);
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tertulia::formats
