// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/schedule_json.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "firmware/formats/schedule/json_values.h"
#include "firmware/formats/schedule/schedule_fields.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr int kDeepest = 12;

// Where entries stand below others.
constexpr std::array<std::string_view, 10> kLists = {"schedule", "conference", "days",     "rooms",
                                                     "events",   "talks",      "sessions", "submissions",
                                                     "results",  "entries"};

bool is_container(const Json& object) {
  return std::any_of(kLists.begin(), kLists.end(),
                     [&](std::string_view name) { return member(object, name).is_structured(); });
}

bool is_event(const Json& object) {
  const bool has_title = object.contains("title") || object.contains("name");
  const bool has_time = object.contains("start") || object.contains("date") || object.contains("slot") ||
                        object.contains("start_time");
  return has_title && has_time;
}

class JsonWalk {
 public:
  JsonWalk(const JsonDocument& document, const Language& language)
      : document_(document), language_(language) {}

  DraftSchedule read() {
    const Json& root = document_.root();
    learn_names(root);
    learn_names(member(root, "schedule"));
    learn_zone(root);
    walk(root, {"", "", language_}, 0);
    return std::move(schedule_);
  }

 private:
  // Rooms and speakers that entries name by number or code.
  void learn_names(const Json& object) {
    for (const auto& [list, names] : {std::pair{"rooms", &rooms_}, std::pair{"speakers", &speakers_}})
      for (const Json& each : member(object, list))
        for (const char* key : {"id", "code", "guid"})
          if (const std::string id = json_text(member(each, key)); !id.empty())
            names->emplace(id, json_text(each));
  }

  void learn_zone(const Json& root) {
    for (const Json* object : {&root, &member(root, "schedule"),
                               &member(member(root, "schedule"), "conference"), &member(root, "conference")})
      for (const char* key : {"time_zone_name", "timezone"})
        if (const std::string zone = json_text(member(*object, key)); !zone.empty() && schedule_.zone.empty())
          schedule_.zone = zone;
  }

  void walk(const Json& node, const EventSurroundings& around, int depth) {
    if (depth > kDeepest || schedule_.is_cut) return;
    if (node.is_array()) {
      for (const Json& each : node) walk(each, around, depth + 1);
    } else if (node.is_object() && is_container(node)) {
      walk_lists(node, around, depth);
    } else if (node.is_object() && is_event(node)) {
      take(node, around);
    }
  }

  void walk_lists(const Json& node, const EventSurroundings& around, int depth) {
    EventSurroundings inside = around;
    const bool is_day = node.contains("rooms") || node.contains("events") || node.contains("talks");
    if (const std::string day = first_of({json_text(member(node, "date")), json_text(member(node, "start"))});
        is_day && !day.empty())
      inside.day = day;
    const bool is_room = node.contains("events") || node.contains("talks");
    if (const std::string name = json_text(member(node, "name")); is_room && !name.empty())
      inside.room = name;
    for (const std::string_view list : kLists) {
      const Json& below = member(node, list);
      if (list == "rooms" && below.is_object())
        walk_rooms(below, inside, depth);
      else
        walk(below, inside, depth + 1);
    }
  }

  // {"Sala Magna": [events]}
  void walk_rooms(const Json& rooms, const EventSurroundings& around, int depth) {
    for (const auto& [name, events] : rooms.items())
      walk(events, {around.day, name, around.language}, depth + 1);
  }

  void take(const Json& event, const EventSurroundings& around) {
    ScheduleFields fields;
    for (const auto& [key, value] : event.items())
      if (!value.is_structured()) set_field(fields, key, json_text(value));
    for (const auto& [key, value] : member(event, "slot").items()) {
      fields.texts.erase(key);
      set_field(fields, key, json_text(value));
    }
    replace_room(fields, event);
    for (const char* list : {"persons", "speakers"})
      for (const Json& person : member(event, list)) {
        const std::string name = json_text(person);
        const auto known = speakers_.find(name);
        add_person(fields, known == speakers_.end() ? name : known->second);
      }
    for (const char* name : {"title", "titles", "outcomes", "speakers_in", "abstract", "description"}) {
      const LocalizedText texts = json_texts(member(event, name), "");
      for (const auto& [language, text] : texts.all()) set_translation(fields, name, language, text);
    }
    DraftEntry draft;
    put(fields, around, draft);
    draft.place = document_.place_of(event);
    schedule_.add(std::move(draft));
  }

  void replace_room(ScheduleFields& fields, const Json& event) {
    const Json& in_slot = member(member(event, "slot"), "room");
    const std::string room = json_text(in_slot.is_null() ? member(event, "room") : in_slot);
    const auto known = rooms_.find(room);
    fields.texts.erase("room");
    set_field(fields, "room", known == rooms_.end() ? room : known->second);
  }

  const JsonDocument& document_;
  Language language_;
  DraftSchedule schedule_;
  std::map<std::string, std::string> rooms_;
  std::map<std::string, std::string> speakers_;
};

}  // namespace

DraftSchedule read_schedule_json(const SourceFile& source, const Language& language, Findings& findings) {
  const auto document = JsonDocument::parsed(source, findings);
  if (!document) return {};
  DraftSchedule schedule;
  if (!read_indico(*document, language, schedule)) schedule = JsonWalk(*document, language).read();
  if (schedule.drafts.empty())
    findings.wrong({source.name, ""}, "The schedule has no entry with a title and a start; export it again.");
  return schedule;
}

}  // namespace tertulia::formats
