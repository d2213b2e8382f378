// SPDX-License-Identifier: Apache-2.0
// The configuration of a device: one TOML file, read once at the start. config/tertulia.toml explains every
// key. Secrets are not in it: they have a file of their own (credentials.h).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/text.h"
#include "firmware/domain/visit.h"

namespace tertulia::formats {

enum class Role { kKiosk, kRoom, kDoor, kModerator };
enum class DisplayDriver { kSdl, kKms };
enum class Abandoned { kVisit, kKeep, kDrop };  // kVisit: as the visit pack says
enum class KioskAsks { kEnded, kAlways };       // about which session
enum class RoomShows { kSession, kDay };        // what a room display shows
enum class ScreenTheme { kByRole, kPaper, kNight, kContrast };
enum class LogLevel { kDebug, kInfo, kWarning, kError };
[[nodiscard]] std::string_view to_text(Role role);
[[nodiscard]] Result<Role> role_from(std::string_view text);  // for the command line's --role

struct DeviceSettings {
  std::string id = "tertulia-1";            // [a-z0-9-]{1,32}; no two devices of a programme share one
  std::string programme = "peer-exchange";  // [a-z0-9-]{1,32}
  friend bool operator==(const DeviceSettings&, const DeviceSettings&) = default;
};

struct ScreenSettings {
  Role role = Role::kKiosk;
  std::string room;           // id of a room of the visit; empty: its first room
  int width = 1280;           // pixels
  int height = 800;           // pixels
  std::optional<int> x;       // pixels on the desktop; none: the window system decides
  std::optional<int> y;       // pixels on the desktop
  bool fullscreen = false;    // without a desktop always true
  int millimetres_width = 0;  // of the panel's glass; 0: ask the panel
  Language language;          // empty: the visit's default language
  ScreenTheme theme = ScreenTheme::kByRole;
  double text_scale = 1;  // 1 to 1.5
  RoomShows shows = RoomShows::kSession;
  bool chime = false;  // of a room display: a chime at "Wrap up" and at the end of a part
  // Of a kiosk, by their ids: one is asked and nothing else, several are offered in the menu. Empty: those of
  // sessions and of the visit.
  std::vector<std::string> forms = {};
  friend bool operator==(const ScreenSettings&, const ScreenSettings&) = default;
};

struct DisplaySettings {
  DisplayDriver driver = DisplayDriver::kSdl;
  bool reduced_motion = false;  // nothing moves except what tells time
  bool burn_in_care = true;     // the picture of a room display or a door sign moves a little now and then
  bool night_dimming = true;    // between two days of the visit a screen that nobody touches is dark
  int blank_after_minutes = 0;  // without anything to do; 0: never
  friend bool operator==(const DisplaySettings&, const DisplaySettings&) = default;
};

struct KioskSettings {
  KioskAsks asks = KioskAsks::kEnded;
  int asks_minutes = 20;  // about a session that has ended
  int idle_seconds = 45;
  int still_there_seconds = 10;
  int thanks_seconds = 6;
  bool large_targets = false;  // two choices, or one row of a scale, at a time
  Abandoned abandoned = Abandoned::kVisit;
  std::vector<Language> languages;  // shown for choice; empty: all of the visit
  bool spoken_prompts = false;      // a button that reads the question aloud
  friend bool operator==(const KioskSettings&, const KioskSettings&) = default;
};

struct DeskSettings {           // of screens with the role moderator
  std::filesystem::path pins;   // see pins.h; empty: the desk is open to everybody
  int lock_after_minutes = 15;  // without a touch; 0: never
  friend bool operator==(const DeskSettings&, const DeskSettings&) = default;
};

struct Budget {  // of one kind of event waiting for the hub
  int rows = 0;
  int megabytes = 0;
  friend bool operator==(const Budget&, const Budget&) = default;
};

struct StoreBudgets {
  Budget feedback{200000, 400};  // when it is full the kiosk stops accepting; the others drop their oldest
  Budget session{20000, 20};
  Budget timer{20000, 20};
  Budget content{5000, 20};
  Budget audit{20000, 20};
  Budget health{5000, 10};
  friend bool operator==(const StoreBudgets&, const StoreBudgets&) = default;
};

struct StoreSettings {
  std::filesystem::path path = "/var/lib/tertulia/store.db";
  int grace_hours = 48;  // how long the device keeps what the hub has taken over; 0: it is erased at once
  std::filesystem::path export_folder;  // for the command export-now; empty: the device refuses it
  StoreBudgets budgets;
  friend bool operator==(const StoreSettings&, const StoreSettings&) = default;
};

struct BrokerSettings {
  std::string host = "127.0.0.1";  // empty: this device works alone
  int port = 1883;
  std::filesystem::path ca_file;      // PEM; TLS when set
  std::filesystem::path credentials;  // see credentials.h; empty: none
  std::filesystem::path identity;     // folder that `tertulia enrol` filled; empty: none
  friend bool operator==(const BrokerSettings&, const BrokerSettings&) = default;
};

struct HubSettings {
  std::string address;            // of its pages for people, shown as a QR code; empty: today's agenda is
  std::vector<std::string> keys;  // public keys, each 44 characters; needed where there is a broker
  friend bool operator==(const HubSettings&, const HubSettings&) = default;
};

struct VisitSettings {
  std::filesystem::path pack = "/var/lib/tertulia/visit";  // folder or *.visit
  friend bool operator==(const VisitSettings&, const VisitSettings&) = default;
};

struct LogSettings {
  LogLevel level = LogLevel::kInfo;
  friend bool operator==(const LogSettings&, const LogSettings&) = default;
};

[[nodiscard]] std::vector<ScreenSettings> default_screens();  // a kiosk and a room display side by side

struct Configuration {
  DeviceSettings device;
  std::vector<ScreenSettings> screens = default_screens();  // at least one
  DisplaySettings display;
  KioskSettings kiosk;
  DeskSettings desk;
  StoreSettings store;
  BrokerSettings broker;
  HubSettings hub;
  VisitSettings visit;
  LogSettings log;
  friend bool operator==(const Configuration&, const Configuration&) = default;
};

// A missing key keeps its default, and without a path all of them do; relative paths are taken from the
// folder of the file. Errors, all of them at once, one per line: unknown keys, wrong types, values out of
// range, each with file, line and cure.
[[nodiscard]] Result<Configuration> read_configuration(const std::filesystem::path& path);
// The same from text; `path` stands in messages and is the base of relative paths.
[[nodiscard]] Result<Configuration> parse_configuration(std::string_view text,
                                                        const std::filesystem::path& path);

// Whether answers that were given up are kept, where the visit says `privacy`.
[[nodiscard]] bool keeps_abandoned(const KioskSettings& kiosk, const Privacy& privacy);

// Every key that the parser knows, as "table.key". A test compares them with config/tertulia.toml.
[[nodiscard]] std::vector<std::string> configuration_keys();

}  // namespace tertulia::formats
