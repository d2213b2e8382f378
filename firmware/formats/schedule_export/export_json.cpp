// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <vector>

#include <nlohmann/json.hpp>

#include "firmware/formats/schedule_export/agenda_export.h"

namespace tertulia::formats {
namespace {

using Json = nlohmann::ordered_json;

Json by_language(const LocalizedText& texts) {
  Json all = Json::object();
  for (const auto& [language, text] : texts.all()) all[language] = text;
  return all;
}

Json event_object(const ExportedSession& session, const Visit& visit) {
  const Language& language = visit.default_language();
  Json json = {{"guid", session.id},
               {"date", moment_text(session.start, visit.zone)},
               {"start", clock_text(session.local_start)},
               {"duration", length_text(session.end - session.start)},
               {"room", session.room},
               {"title", session.title.in(language)},
               {"type", session.is_break ? "break" : session.format},
               {"language", language},
               {"abstract", session.segments.in(language)},
               {"persons", Json::array()},
               {"access", session.is_closed ? "closed" : "open"},
               {"format", session.format},
               {"form", session.form},
               {"titles", by_language(session.title)},
               {"outcomes", by_language(session.expected_outcomes)},
               {"speakers_in", by_language(session.speakers)}};
  if (!session.speakers.empty()) json["persons"].push_back({{"public_name", session.speakers.in(language)}});
  if (session.actual) {
    json["actual_start"] = moment_text(session.actual->start, visit.zone);
    if (session.actual->end) json["actual_end"] = moment_text(*session.actual->end, visit.zone);
    json["added_minutes"] = std::stol(minutes_text(session.actual->added));
  }
  return json;
}

}  // namespace

std::string to_schedule_json(const AgendaExport& agenda) {
  const Visit& visit = agenda.pack.visit;
  Json days = Json::array();
  std::map<std::string, Json> by_day;
  for (const ExportedSession& session : exported(agenda)) {
    Json& day = by_day[to_iso_day(session.local_start)];
    day["rooms"][session.room].push_back(event_object(session, visit));
  }
  for (auto& [date, day] : by_day)
    days.push_back({{"index", days.size() + 1}, {"date", date}, {"rooms", std::move(day["rooms"])}});
  const Json conference = {{"acronym", visit.id},
                           {"title", visit.title.in(visit.default_language())},
                           {"start", to_iso_day(visit.first_day)},
                           {"end", to_iso_day(visit.last_day)},
                           {"daysCount", days.size()},
                           {"time_zone_name", visit.zone},
                           {"days", std::move(days)}};
  const Json root = {
      {"generator", {{"name", "tertulia"}}},
      {"schedule", {{"version", agenda.pack.version.substr(0, 8)}, {"conference", conference}}}};
  return root.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tertulia::formats
