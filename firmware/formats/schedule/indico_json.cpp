// SPDX-License-Identifier: Apache-2.0
// The timetable of Indico (its HTTP API, /export/timetable): results, in them the event, in it the days, in
// them sessions, contributions and breaks; a session holds its contributions.
#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "firmware/domain/joined.h"
#include "firmware/domain/time.h"
#include "firmware/formats/schedule/json_values.h"
#include "firmware/formats/schedule/schedule_fields.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

bool is_day_key(const std::string& key) {
  return key.size() == 8 && std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// {"date": "2027-05-10", "time": "09:00:00", "tz": "Europe/Zurich"}; with its zone as an instant.
std::string moment_of(const Json& value) {
  const std::string zone = json_text(member(value, "tz"));
  const std::string text = json_text(member(value, "date")) + "T" + json_text(member(value, "time"));
  const auto as_utc = wall_from_rfc3339(text + "Z");
  if (!as_utc.ok() || !is_known_zone(zone)) return text.size() > 1 ? text : "";
  const auto local = to_local(as_utc.value(), "UTC");
  const auto instant = local.ok() ? to_wall(local.value(), zone) : Result<WallTime>(local.error());
  return instant.ok() ? to_rfc3339(instant.value()) : text;
}

class IndicoReader {
 public:
  IndicoReader(const JsonDocument& document, const Language& language)
      : document_(document), language_(language) {}

  DraftEntry read(const std::string& key, const Json& value) {
    DraftEntry draft;
    draft.id = first_of({json_text(member(value, "uniqueId")), json_text(member(value, "id")), key});
    draft.place = document_.place_of(value);
    draft.title.set(language_, title_of(value));
    draft.description.set(language_, json_text(member(value, "description")));
    draft.room = first_of({json_text(member(value, "room")), json_text(member(value, "location"))});
    draft.start = moment_of(member(value, "startDate"));
    draft.end = moment_of(member(value, "endDate"));
    draft.length = json_text(member(value, "duration"));
    draft.is_break = json_text(member(value, "entryType")) == "Break";
    draft.is_private = member(value, "isProtected") == true || member(value, "hasAccess") == false;
    draft.speakers.set(language_, people_of(value));
    read_parts(value, draft);
    return draft;
  }

 private:
  // "Round table: first half" of a session's slot.
  static std::string title_of(const Json& value) {
    const std::string title = json_text(member(value, "title"));
    const std::string slot = json_text(member(value, "slotTitle"));
    return slot.empty() || slot == title ? title : title + ": " + slot;
  }

  static std::string people_of(const Json& value) {
    ScheduleFields fields;
    for (const char* list : {"presenters", "conveners", "chairs"})
      for (const Json& person : member(value, list)) {
        const std::string full =
            json_text(member(person, "firstName")) + " " + json_text(member(person, "familyName"));
        const std::string name = json_text(member(person, "name"));
        add_person(fields, trim(full).empty() ? name : full);
      }
    return joined(fields.persons);
  }

  void read_parts(const Json& value, DraftEntry& draft) {
    const Json& entries = member(value, "entries");
    if (!entries.is_object()) return;
    for (const auto& [key, part] : entries.items())
      if (part.is_object() && !member(part, "entries").is_structured())
        draft.parts.push_back(read(key, part));
  }

  const JsonDocument& document_;
  const Language& language_;
};

}  // namespace

bool read_indico(const JsonDocument& document, const Language& language, DraftSchedule& schedule) {
  const Json& results = member(document.root(), "results");
  if (!results.is_object()) return false;
  bool is_timetable = false;
  IndicoReader reader(document, language);
  for (const auto& [id, event] : results.items()) {
    if (!event.is_object()) continue;
    for (const auto& [day, entries] : event.items()) {
      if (!is_day_key(day) || !entries.is_object()) continue;
      is_timetable = true;
      for (const auto& [key, entry] : entries.items())
        if (entry.is_object()) schedule.add(reader.read(key, entry));
    }
  }
  return is_timetable;
}

}  // namespace tertulia::formats
