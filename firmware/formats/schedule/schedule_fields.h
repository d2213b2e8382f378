// SPDX-License-Identifier: Apache-2.0
// The fields of one event of a schedule, as XML and JSON of frab and its relatives name them, and the draft
// that they make.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/schedule/draft_entry.h"

namespace tertulia::formats {

struct ScheduleFields {
  std::map<std::string, std::string, std::less<>> texts;  // by name; the first of a name stays
  std::vector<std::string> persons;
  std::map<std::string, LocalizedText, std::less<>> translations;  // by name; texts that say their language
};

void set_field(ScheduleFields& fields, std::string_view name, std::string_view text);
void set_translation(ScheduleFields& fields, std::string_view name, std::string_view language,
                     std::string_view text);
void add_person(ScheduleFields& fields, std::string_view name);

// What stands around an event.
struct EventSurroundings {
  std::string day;
  std::string room;
  Language language;  // of texts that name none
};
// Fills the draft, whose place and id may be set already.
void put(const ScheduleFields& fields, const EventSurroundings& around, DraftEntry& draft);

// The first that is not empty.
[[nodiscard]] std::string first_of(std::initializer_list<std::string> texts);

}  // namespace tertulia::formats
