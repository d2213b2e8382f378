// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/schedule_fields.h"

#include "firmware/domain/joined.h"
#include "firmware/formats/text/language_names.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

std::string text_of(const ScheduleFields& fields, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    if (const auto found = fields.texts.find(name); found != fields.texts.end()) return found->second;
  return {};
}

// A date with a time of day is a moment; programs write one with a 'T', or with a space and a colon.
bool is_moment(const std::string& text) { return text.size() > 11 && text.find(':') != std::string::npos; }

void put_times(const ScheduleFields& fields, const std::string& day, DraftEntry& draft) {
  const std::string date = text_of(fields, {"date", "start_date", "startdate"});
  const std::string start = text_of(fields, {"start", "start_time", "starttime", "time"});
  draft.day = is_moment(date) || date.empty() ? day : date;
  draft.start = is_moment(date) ? date : start;
  if (is_moment(date)) draft.clock = start;
  draft.end = text_of(fields, {"end", "end_time", "endtime", "end_date"});
  draft.length = text_of(fields, {"duration", "length"});
}

void add_translations(const ScheduleFields& fields, std::initializer_list<std::string_view> names,
                      LocalizedText& texts) {
  for (const std::string_view name : names)
    if (const auto found = fields.translations.find(name); found != fields.translations.end())
      for (const auto& [language, text] : found->second.all()) texts.set(language, text);
}

bool is_yes(const std::string& text) { return is_one_of(lower_ascii(text), {"true", "1", "yes"}); }

}  // namespace

void set_field(ScheduleFields& fields, std::string_view name, std::string_view text) {
  if (!trim(text).empty()) fields.texts.emplace(lower_ascii(name), std::string(trim(text)));
}

void set_translation(ScheduleFields& fields, std::string_view name, std::string_view language,
                     std::string_view text) {
  const auto known = language_named(language);
  if (known && !trim(text).empty()) fields.translations[lower_ascii(name)].set(*known, trim(text));
}

void add_person(ScheduleFields& fields, std::string_view name) {
  constexpr std::size_t kMost = 50;
  std::string person(trim(name));
  if (!person.empty() && fields.persons.size() < kMost) fields.persons.push_back(std::move(person));
}

void put(const ScheduleFields& fields, const EventSurroundings& around, DraftEntry& draft) {
  if (draft.id.empty()) draft.id = text_of(fields, {"guid", "code", "id", "uid", "slug"});
  const Language language = language_named(text_of(fields, {"language", "lang"})).value_or(around.language);
  std::string title = text_of(fields, {"title", "name"});
  if (const std::string subtitle = text_of(fields, {"subtitle"}); !subtitle.empty() && !title.empty())
    title += ": " + subtitle;
  draft.title.set(language, title);
  const std::string summary = text_of(fields, {"abstract"});
  const std::string description = text_of(fields, {"description"});
  draft.description.set(language, summary.empty() || description.empty() ? summary + description
                                                                         : summary + "\n\n" + description);
  draft.room = first_of({text_of(fields, {"room", "location", "room_name"}), around.room});
  draft.kind = text_of(fields, {"type", "submission_type", "kind"});
  draft.access = text_of(fields, {"access", "tertulia_access"});
  draft.is_private = is_yes(text_of(fields, {"is_private", "private"}));
  draft.format = text_of(fields, {"format"});
  draft.form = text_of(fields, {"form"});
  draft.expected_outcomes.set(language, text_of(fields, {"outcome", "expected_outcomes"}));
  put_times(fields, around.day, draft);
  draft.speakers.set(language, joined(fields.persons));
  add_translations(fields, {"title", "titles"}, draft.title);
  add_translations(fields, {"outcome", "outcomes"}, draft.expected_outcomes);
  add_translations(fields, {"person", "speakers_in"}, draft.speakers);
  add_translations(fields, {"abstract", "description"}, draft.description);
}

std::string first_of(std::initializer_list<std::string> texts) {
  for (const std::string& text : texts)
    if (!text.empty()) return text;
  return {};
}

}  // namespace tertulia::formats
