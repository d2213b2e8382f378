// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/configuration/configuration.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "firmware/files/read_file.h"
#include "firmware/formats/containers/toml.h"
#include "firmware/formats/text/slug.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostConfigurationBytes = 1 << 20;

template <class Value>
using Words = std::vector<std::pair<std::string_view, Value>>;

Words<Role> role_words() {
  return {
      {"kiosk", Role::kKiosk}, {"room", Role::kRoom}, {"door", Role::kDoor}, {"moderator", Role::kModerator}};
}

struct Bounds {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

// What all sections of one file share.
struct Document {
  std::filesystem::path folder;                                      // of relative paths
  const TomlDocument none = std::get<TomlDocument>(parse_toml(""));  // stands for an absent table
  Findings findings;
  std::vector<std::string> keys;  // that were asked for
};

// One table. read() leaves its target alone when the key is absent or wrong; close() names unknown keys.
class Section {
 public:
  Section(TomlTable table, std::string name, Document& document)
      : table_(std::move(table)), name_(std::move(name)), document_(&document) {}

  void read(std::string_view key, std::string& into) { into = table_.text(asked(key)).value_or(into); }
  void read(std::string_view key, bool& into) { into = table_.flag(asked(key)).value_or(into); }

  void read(std::string_view key, int& into, Bounds bounds) {
    into = static_cast<int>(table_.integer(asked(key), bounds.least, bounds.most).value_or(into));
  }
  void read(std::string_view key, std::optional<int>& into, Bounds bounds) {
    if (const auto number = table_.integer(asked(key), bounds.least, bounds.most))
      into = static_cast<int>(*number);
  }

  void read(std::string_view key, double& into, double least, double most) {
    into = table_.number(asked(key), least, most).value_or(into);
  }

  void read(std::string_view key, std::filesystem::path& into) {
    const auto text = table_.text(asked(key));
    if (text) into = text->empty() ? std::filesystem::path() : document_->folder / *text;
  }

  void read_id(std::string_view key, std::string& into) {
    const auto id = table_.text(asked(key));
    if (!id) return;
    if (!is_slug(*id)) return table_.wrong(key, "must be 1 to 32 of a-z, 0-9 and '-'.");
    into = *id;
  }

  void read(std::string_view key, std::vector<std::string>& into) {
    auto texts = table_.texts(asked(key));
    if (!texts.empty()) into = std::move(texts);
  }

  template <class Value>
  void read_word(std::string_view key, Value& into, const Words<Value>& words) {
    const auto text = table_.text(asked(key));
    if (!text) return;
    std::string known;
    for (const auto& [word, value] : words) {
      if (word == *text) {
        into = value;
        return;
      }
      known += fmt::format("{}\"{}\"", known.empty() ? "" : ", ", word);
    }
    table_.wrong(key, fmt::format("must be one of {}.", known));
  }

  Section section(std::string_view key) {
    const std::string name = full_name(key);
    auto inner = table_.table(key);
    if (inner) inner->scope().path = "[" + name + "]";
    return {inner ? *std::move(inner) : TomlTable(*document_->none, table_.scope()), name, *document_};
  }

  std::vector<Section> sections(std::string_view key) {
    std::vector<Section> all;
    for (TomlTable& inner : table_.tables(key))
      all.emplace_back(std::move(inner), full_name(key), *document_);
    return all;
  }

  void wrong(std::string_view key, const std::string& message) { table_.wrong(key, message); }
  void close() { table_.finish(); }

 private:
  std::string full_name(std::string_view key) const {
    return name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key);
  }
  std::string_view asked(std::string_view key) {
    document_->keys.push_back(full_name(key));
    return key;
  }

  TomlTable table_;
  std::string name_;
  Document* document_;
};

void read_device(Section section, DeviceSettings& device) {
  section.read_id("id", device.id);
  section.read_id("programme", device.programme);
  section.close();
}

ScreenSettings read_screen(Section section) {
  ScreenSettings screen;
  section.read_word("role", screen.role, role_words());
  section.read("room", screen.room);
  section.read("width", screen.width, {320, 7680});
  section.read("height", screen.height, {320, 7680});
  section.read("x", screen.x, {-32768, 32767});
  section.read("y", screen.y, {-32768, 32767});
  section.read("fullscreen", screen.fullscreen);
  section.read("millimetres_width", screen.millimetres_width, {0, 10000});
  section.read("language", screen.language);
  section.read_word("theme", screen.theme,
                    {{"", ScreenTheme::kByRole},
                     {"paper", ScreenTheme::kPaper},
                     {"night", ScreenTheme::kNight},
                     {"contrast", ScreenTheme::kContrast}});
  section.read("text_scale", screen.text_scale, 1.0, 1.5);
  section.read_word("shows", screen.shows, {{"session", RoomShows::kSession}, {"day", RoomShows::kDay}});
  section.read("chime", screen.chime);
  if (screen.chime && (screen.role != Role::kRoom || screen.shows != RoomShows::kSession))
    section.wrong("chime",
                  "is for a screen with role = \"room\" that shows = \"session\": only there a part counts "
                  "down. Move it there, or write false.");
  section.read("forms", screen.forms);
  if (!screen.forms.empty() && screen.role != Role::kKiosk)
    section.wrong("forms", "is for a screen with role = \"kiosk\". Move it there, or write [].");
  section.close();
  return screen;
}

void read_display(Section section, DisplaySettings& display) {
  section.read_word("driver", display.driver, {{"sdl", DisplayDriver::kSdl}, {"kms", DisplayDriver::kKms}});
  section.read("reduced_motion", display.reduced_motion);
  section.read("burn_in_care", display.burn_in_care);
  section.read("night_dimming", display.night_dimming);
  section.read("blank_after_minutes", display.blank_after_minutes, {0, 1440});
  section.close();
}

void read_kiosk(Section section, KioskSettings& kiosk) {
  section.read_word("asks", kiosk.asks, {{"ended", KioskAsks::kEnded}, {"always", KioskAsks::kAlways}});
  section.read("asks_minutes", kiosk.asks_minutes, {1, 1440});
  section.read("idle_seconds", kiosk.idle_seconds, {5, 3600});
  section.read("still_there_seconds", kiosk.still_there_seconds, {3, 60});
  section.read("thanks_seconds", kiosk.thanks_seconds, {1, 60});
  section.read("large_targets", kiosk.large_targets);
  section.read_word("abandoned", kiosk.abandoned,
                    {{"visit", Abandoned::kVisit}, {"keep", Abandoned::kKeep}, {"drop", Abandoned::kDrop}});
  section.read("languages", kiosk.languages);
  section.read("spoken_prompts", kiosk.spoken_prompts);
  section.close();
}

void read_desk(Section section, DeskSettings& desk) {
  section.read("pins", desk.pins);
  section.read("lock_after_minutes", desk.lock_after_minutes, {0, 1440});
  section.close();
}

void read_budget(Section section, Budget& budget) {
  section.read("rows", budget.rows, {100, 10'000'000});
  section.read("megabytes", budget.megabytes, {1, 100'000});
  section.close();
}

void read_store(Section section, StoreSettings& store) {
  section.read("path", store.path);
  section.read("grace_hours", store.grace_hours, {0, 24 * 365});
  section.read("export_folder", store.export_folder);
  Section budgets = section.section("budgets");
  read_budget(budgets.section("feedback"), store.budgets.feedback);
  read_budget(budgets.section("session"), store.budgets.session);
  read_budget(budgets.section("timer"), store.budgets.timer);
  read_budget(budgets.section("content"), store.budgets.content);
  read_budget(budgets.section("audit"), store.budgets.audit);
  read_budget(budgets.section("health"), store.budgets.health);
  budgets.close();
  section.close();
}

void read_broker(Section section, BrokerSettings& broker) {
  section.read("host", broker.host);
  section.read("port", broker.port, {1, 65535});
  section.read("ca_file", broker.ca_file);
  section.read("credentials", broker.credentials);
  section.read("identity", broker.identity);
  section.close();
}

void read_hub(Section section, HubSettings& hub) {
  section.read("keys", hub.keys);
  section.read("address", hub.address);
  section.close();
}

void read_visit(Section section, VisitSettings& visit) {
  section.read("pack", visit.pack);
  section.close();
}

void read_log(Section section, LogSettings& log) {
  section.read_word("level", log.level,
                    {{"debug", LogLevel::kDebug},
                     {"info", LogLevel::kInfo},
                     {"warning", LogLevel::kWarning},
                     {"error", LogLevel::kError}});
  section.close();
}

Configuration read_all(const TomlDocument& toml, const std::string& file, Document& document) {
  Configuration all;
  Section root(TomlTable(*toml, {file, "", "en", &document.findings}), "", document);
  read_device(root.section("device"), all.device);
  std::vector<ScreenSettings> screens;
  for (Section& screen : root.sections("screens")) screens.push_back(read_screen(std::move(screen)));
  if (!screens.empty()) all.screens = std::move(screens);
  read_display(root.section("display"), all.display);
  read_kiosk(root.section("kiosk"), all.kiosk);
  read_desk(root.section("desk"), all.desk);
  read_store(root.section("store"), all.store);
  read_broker(root.section("broker"), all.broker);
  read_hub(root.section("hub"), all.hub);
  read_visit(root.section("visit"), all.visit);
  read_log(root.section("log"), all.log);
  root.close();
  return all;
}

std::string in_words(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings.all()) {
    text += fmt::format("{}{}, {}: {}", text.empty() ? "" : "\n", finding.place.file, finding.place.where,
                        finding.message);
  }
  return text;
}

}  // namespace

std::string_view to_text(Role role) {
  const auto words = role_words();
  const auto found =
      std::find_if(words.begin(), words.end(), [role](const auto& word) { return word.second == role; });
  return found->first;  // every role has its word
}

Result<Role> role_from(std::string_view text) {
  for (const auto& [word, role] : role_words()) {
    if (word == text) return role;
  }
  return Error{fmt::format("'{}' is not a role; choose kiosk, room, door or moderator", text)};
}

std::vector<ScreenSettings> default_screens() {
  ScreenSettings kiosk;
  kiosk.x = 0;
  kiosk.y = 0;
  ScreenSettings room;
  room.role = Role::kRoom;
  room.x = kiosk.width;
  room.y = 0;
  return {kiosk, room};
}

Result<Configuration> parse_configuration(std::string_view text, const std::filesystem::path& path) {
  const auto parsed = parse_toml(text);
  if (const auto* error = std::get_if<TomlError>(&parsed)) {
    return Error{
        fmt::format("{}, line {}: is not valid TOML: {}", path.string(), error->line, error->message)};
  }
  Document document;
  document.folder = path.parent_path();
  Configuration configuration = read_all(std::get<TomlDocument>(parsed), path.string(), document);
  if (document.findings.any_wrong()) return Error{in_words(document.findings)};
  return configuration;
}

Result<Configuration> read_configuration(const std::filesystem::path& path) {
  if (path.empty()) return Configuration{};
  TRY(const std::string text,
      read_file(path, {kMostConfigurationBytes, {}, "name another file with --config"}));
  return parse_configuration(text, path);
}

bool keeps_abandoned(const KioskSettings& kiosk, const Privacy& privacy) {
  return kiosk.abandoned == Abandoned::kVisit ? privacy.keep_abandoned : kiosk.abandoned == Abandoned::kKeep;
}

std::vector<std::string> configuration_keys() {
  Document document;
  read_all(std::get<TomlDocument>(parse_toml("[[screens]]")), "", document);
  return document.keys;
}

}  // namespace tertulia::formats
