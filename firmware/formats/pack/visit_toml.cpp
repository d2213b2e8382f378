// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/visit_toml.h"

#include <algorithm>
#include <charconv>

#include "firmware/domain/room/shown.h"
#include "firmware/domain/sealing_key.h"
#include "firmware/formats/containers/toml.h"
#include "firmware/formats/text/slug.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr int kLongestVisitDays = 366;

bool is_language(std::string_view text) {
  return text.size() >= 2 && text.size() <= 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The languages come first: a plain string is a text in the default one.
std::vector<Language> read_languages(TomlTable& table) {
  std::vector<Language> languages;
  for (const std::string& language : table.texts("languages")) {
    if (!is_language(language))
      table.wrong("languages", "has " + in_quotes(language) + "; write codes like \"en\".");
    else if (std::find(languages.begin(), languages.end(), language) != languages.end())
      table.wrong("languages", "has " + in_quotes(language) + " twice.");
    else
      languages.push_back(language);
  }
  if (languages.empty()) table.wrong("languages", "needs at least one language, the default first.");
  return languages;
}

LocalTime read_day(TomlTable& table, std::string_view key) {
  if (!table.has(key)) table.wrong(key, "is missing.");
  return table.day(key).value_or(LocalTime{});
}

void read_days(TomlTable& table, Visit& visit) {
  visit.first_day = read_day(table, "first_day");
  visit.last_day = read_day(table, "last_day");
  if (visit.first_day.year == 0 || visit.last_day.year == 0) return;
  if (visit.last_day < visit.first_day) {
    table.wrong("last_day", "is before first_day.");
  } else if (days_between(visit.first_day, visit.last_day) >= kLongestVisitDays) {
    table.wrong("last_day", "is more than a year after first_day.");
  }
}

void read_visit_table(TomlTable& table, Visit& visit) {
  visit.languages = read_languages(table);
  if (!visit.languages.empty()) table.scope().language = visit.languages.front();
  visit.id = table.required_slug("id");
  visit.programme = table.required_slug("programme");
  visit.title = table.required_localized("title");
  visit.venue = table.localized("venue");
  visit.zone = table.required_text("zone");
  if (!visit.zone.empty() && !is_known_zone(visit.zone))
    table.wrong("zone",
                in_quotes(visit.zone) + " is not a known time zone; write one like \"Europe/Lisbon\".");
  read_days(table, visit);
  visit.default_form = table.text("default_form").value_or("");
  table.finish();
}

template <class Item>
bool has_id(const std::vector<Item>& items, const std::string& id) {
  return std::any_of(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
}

void read_rooms(TomlTable& root, VisitFile& file) {
  for (TomlTable& table : root.tables("rooms")) {
    Room room{table.required_slug("id"), table.required_localized("name")};
    for (const std::string& alias : table.texts("aliases")) file.aliases.emplace_back(alias, room.id);
    table.finish();
    if (has_id(file.visit.rooms, room.id))
      table.wrong("id", in_quotes(room.id) + " names two rooms; rename one.");
    if (room.id == all_rooms(file.visit.id))
      table.wrong("id", in_quotes(room.id) + " stands for all rooms of this visit; rename it.");
    file.visit.rooms.push_back(std::move(room));
  }
  if (file.visit.rooms.empty()) root.wrong("rooms", "is missing; a visit has at least one [[rooms]].");
}

void read_groups(TomlTable& root, Visit& visit) {
  for (TomlTable& table : root.tables("groups")) {
    Group group{table.required_slug("id"), table.required_localized("name")};
    table.finish();
    if (has_id(visit.groups, group.id))
      table.wrong("id", in_quotes(group.id) + " names two groups; rename one.");
    visit.groups.push_back(std::move(group));
  }
}

void read_peers(TomlTable& root, Visit& visit) {
  if (auto host = root.table("host")) {
    visit.host.name = host->required_localized("name");
    host->finish();
  }
  for (TomlTable& visitor : root.tables("visitors")) {
    visit.visitors.push_back({visitor.required_localized("name")});
    visitor.finish();
  }
}

// Without a key that is right nobody can leave a contact; all else of the visit does not need it.
void read_contact_key(TomlTable& table, Privacy& privacy) {
  const std::string text = table.text("contact_key").value_or("");
  if (text.empty()) return;
  if (SealingKey::parse(text).ok()) {
    privacy.contact_key = text;
    return;
  }
  table.scope().findings->skipped(
      table.place("contact_key"),
      "This is no key for contacts, so nobody can leave one: copy the 48 characters "
      "that `tertulia-hub make-contact-key` printed.");
}

void read_privacy(TomlTable& root, Privacy& privacy) {
  auto table = root.table("privacy");
  if (!table) return;
  privacy.threshold =
      static_cast<int>(table->integer("threshold", 1, kMostThreshold).value_or(kLeastThreshold));
  if (privacy.threshold < kLeastThreshold) {
    table->scope().findings->guessed(
        table->place("threshold"), "A threshold of " + std::to_string(privacy.threshold) + " is raised to " +
                                       std::to_string(kLeastThreshold) +
                                       ": in smaller groups a number says what a person answered.");
    privacy.threshold = kLeastThreshold;
  }
  const std::string abandoned = table->text("abandoned").value_or("keep");
  if (abandoned != "keep" && abandoned != "drop") table->wrong("abandoned", "must be \"keep\" or \"drop\".");
  privacy.keep_abandoned = abandoned != "drop";
  read_contact_key(*table, privacy);
  table->finish();
}

// "#0f6b6b"
std::optional<std::uint32_t> color_from(const std::string& text) {
  std::uint32_t value = 0;
  const char* const end = text.data() + text.size();
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  const auto [rest, problem] = std::from_chars(text.data() + 1, end, value, 16);
  if (problem != std::errc{} || rest != end) return std::nullopt;
  return value;
}

void read_branding(TomlTable& root, VisitFile& file) {
  auto table = root.table("branding");
  if (!table) return;
  if (const auto accent = table->text("accent")) {
    file.visit.branding.accent = color_from(*accent);
    if (!file.visit.branding.accent)
      table->wrong("accent", "must be a colour of six hexadecimal digits like \"#0f6b6b\".");
  }
  file.logo_file = table->text("logo").value_or("");
  file.logo_place = table->place("logo");
  table->finish();
}

}  // namespace

std::optional<VisitFile> read_visit_toml(const SourceFile& source, Findings& findings) {
  const auto parsed = parse_toml(source.bytes);
  if (const auto* error = std::get_if<TomlError>(&parsed)) {
    findings.wrong(at_line(source.name, error->line),
                   "This is not valid TOML: " + clean_text(error->message) +
                       ". Correct that line: texts stand in quotes, dates are written like 2027-05-10.");
    return std::nullopt;
  }
  TomlTable root(*std::get<TomlDocument>(parsed), {source.name, "", "en", &findings});
  VisitFile file;
  file.name = source.name;
  auto visit = root.table("visit");
  if (!visit) {
    findings.wrong(at_line(source.name, 1), "The table [visit] is missing.");
    return std::nullopt;
  }
  read_visit_table(*visit, file.visit);
  root.scope().language = visit->scope().language;
  read_peers(root, file.visit);
  read_rooms(root, file);
  read_groups(root, file.visit);
  read_privacy(root, file.visit.privacy);
  read_branding(root, file);
  if (auto agenda = root.table("agenda")) {
    file.agenda_file = agenda->text("file").value_or("");
    agenda->finish();
  }
  for (TomlTable& table : root.tables("sessions")) file.sessions.push_back(read_session_details(table));
  root.finish();
  if (file.visit.languages.empty() || file.visit.rooms.empty()) return std::nullopt;
  return file;
}

}  // namespace tertulia::formats
