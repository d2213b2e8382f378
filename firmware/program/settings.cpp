// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/settings.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <utility>

#include "firmware/domain/room/shown.h"
#include "firmware/formats/configuration/credentials.h"
#include "firmware/program/identity.h"
#include "firmware/program/pin.h"

namespace tertulia {
namespace {

ui::ThemeChoice theme_of(formats::ScreenTheme theme) {
  switch (theme) {
    case formats::ScreenTheme::kByRole:
      return ui::ThemeChoice::kByRole;
    case formats::ScreenTheme::kPaper:
      return ui::ThemeChoice::kAlwaysPaper;
    case formats::ScreenTheme::kNight:
      return ui::ThemeChoice::kAlwaysNight;
    case formats::ScreenTheme::kContrast:
      return ui::ThemeChoice::kContrasting;
  }
  return ui::ThemeChoice::kByRole;
}

Result<std::vector<wire::PublicKey>> keys_from(const std::vector<std::string>& texts) {
  std::vector<wire::PublicKey> keys;
  for (const std::string& text : texts) {
    auto key = wire::PublicKey::parse(text);
    if (!key.ok()) return Error{"Configuration, [hub], keys: \"" + text + "\" is " + key.error().message};
    keys.push_back(key.value());
  }
  return keys;
}

// How the device comes to the broker, and whom it believes.
Outcome set_trust(const formats::Configuration& configuration, CourierSettings& settings) {
  std::vector<std::string> keys = configuration.hub.keys;
  if (!configuration.broker.identity.empty()) {
    TRY(const Identity identity, read_identity(configuration.broker.identity));
    settings.address.ca_file = identity.authority;
    settings.address.cert_file = identity.certificate;
    settings.address.key_file = identity.key;
    keys.push_back(identity.hub_key);
  }
  if (!configuration.broker.credentials.empty()) {
    TRY(const formats::Credentials credentials, formats::read_credentials(configuration.broker.credentials));
    settings.address.username = credentials.username;
    settings.address.password = credentials.password;
  }
  if (keys.empty() && !configuration.broker.host.empty())
    return Error{
        "Configuration, [hub], keys: no public key of the hub is given, so this device could not check "
        "its messages, and no answer would leave this device. Write what `tertulia-hub make-key` printed, or "
        "host = \"\" under [broker] for a device that works alone."};
  TRY(settings.hub_keys, keys_from(keys));
  return Done{};
}

}  // namespace

Result<Size> size_from(const std::string& text) {
  int width = 0, height = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) != 2 || width < 320 || height < 240 ||
      width > 8192 || height > 8192)
    return Error{"The size " + text + ": write it like 1280x800"};
  return Size{width, height};
}

Result<std::vector<formats::ScreenSettings>> screens_of(const formats::Configuration& configuration,
                                                        const RunOptions& options) {
  auto screens = configuration.screens;
  if (!options.roles.empty()) {
    screens.clear();
    for (const std::string& name : options.roles) {
      formats::ScreenSettings screen;
      TRY(screen.role, formats::role_from(name));
      screens.push_back(screen);
    }
  }
  Size size{0, 0};
  if (!options.size.empty()) {
    TRY(size, size_from(options.size));
  }
  int x = 0;
  for (auto& screen : screens) {
    if (size.width > 0) screen.width = size.width, screen.height = size.height;
    if (!options.room.empty()) screen.room = options.room;
    if (!options.language.empty()) screen.language = options.language;
    if (!screen.x || !options.roles.empty() || size.width > 0) screen.x = x, screen.y = 0;
    x += screen.width;
  }
  return screens;
}

std::vector<std::string> rooms_of(const std::vector<formats::ScreenSettings>& screens) {
  std::vector<std::string> rooms;
  for (const auto& screen : screens)
    if (!screen.room.empty()) rooms.push_back(screen.room);
  return rooms;
}

Result<std::vector<RoleSettings>> roles_of(const formats::Configuration& configuration,
                                           const std::vector<formats::ScreenSettings>& screens,
                                           const Visit& visit) {
  std::vector<RoleSettings> roles;
  TRY(const auto pins, pins_of(configuration));
  for (const auto& screen : screens) {
    RoleSettings settings;
    TRY(settings.role, role_from(formats::to_text(screen.role)));
    settings.room = screen.room.empty() ? visit.rooms.front().id : screen.room;
    if (!visit.room(settings.room))
      return Error{"The visit has no room \"" + settings.room + "\": see [[rooms]] in visit.toml"};
    settings.language = screen.language;
    settings.idle = std::chrono::seconds{configuration.kiosk.idle_seconds};
    settings.still_there = std::chrono::seconds{configuration.kiosk.still_there_seconds};
    settings.thanks = std::chrono::seconds{configuration.kiosk.thanks_seconds};
    settings.blank_after = std::chrono::minutes{configuration.display.blank_after_minutes};
    settings.pins = pins;
    settings.lock_after = std::chrono::minutes{configuration.desk.lock_after_minutes};
    settings.offered = configuration.kiosk.languages;
    settings.asks =
        configuration.kiosk.asks == formats::KioskAsks::kAlways ? KioskAsks::kAlways : KioskAsks::kEnded;
    settings.asks_for = std::chrono::minutes{configuration.kiosk.asks_minutes};
    settings.shows_day = screen.shows == formats::RoomShows::kDay;
    settings.chimes = screen.chime;
    settings.forms = screen.forms;
    settings.dims_at_night = configuration.display.night_dimming;
    settings.large_targets = configuration.kiosk.large_targets;
    settings.spoken_prompts = configuration.kiosk.spoken_prompts;
    settings.abandoned =
        formats::keeps_abandoned(configuration.kiosk, visit.privacy) ? Abandoned::kKeep : Abandoned::kDrop;
    roles.push_back(std::move(settings));
  }
  return roles;
}

std::vector<ui::Look> looks_of(const formats::Configuration& configuration,
                               const std::vector<formats::ScreenSettings>& screens, Branding branding) {
  std::vector<ui::Look> looks;
  std::shared_ptr<const Picture> logo;
  if (branding.logo) logo = std::make_shared<const Picture>(*std::move(branding.logo));
  for (const auto& screen : screens) {
    ui::Look look;
    if (configuration.display.reduced_motion) look.motion = ui::Motion::kReduced;
    look.theme = theme_of(screen.theme);
    const bool is_sign = screen.role == formats::Role::kRoom || screen.role == formats::Role::kDoor;
    look.shifts = is_sign && configuration.display.burn_in_care;
    look.text_scale = static_cast<float>(screen.text_scale);
    if (branding.accent) look.accent = ui::rgb(*branding.accent);
    look.logo = logo;
    looks.push_back(look);
  }
  return looks;
}

Budgets budgets_of(const formats::StoreBudgets& from) {
  const auto one = [](const formats::Budget& budget) {
    return Budget{static_cast<std::uint64_t>(budget.rows), static_cast<std::uint64_t>(budget.megabytes)
                                                               << 20U};
  };
  Budgets budgets;
  budgets.classes = {{EventKind::kFeedback, one(from.feedback)}, {EventKind::kSession, one(from.session)},
                     {EventKind::kTimer, one(from.timer)},       {EventKind::kContent, one(from.content)},
                     {EventKind::kAudit, one(from.audit)},       {EventKind::kHealth, one(from.health)}};
  budgets.whole = {};
  for (const auto& [kind, budget] : budgets.classes) {
    budgets.whole.rows += budget.rows;
    budgets.whole.bytes += budget.bytes;
  }
  return budgets;
}

ClockFloor clock_floor(const std::map<std::string, std::uint64_t>& marks) {
  ClockFloor floor{WallTime(std::chrono::seconds(TERTULIA_BUILD_TIME)), {}};
  if (const auto mark = marks.find(kLastGoodTime); mark != marks.end())
    floor.last_good = WallTime(Milliseconds(static_cast<std::int64_t>(mark->second)));
  return floor;
}

Result<CourierSettings> courier_settings(const formats::Configuration& configuration,
                                         const std::vector<RoleSettings>& roles, const VisitPack& pack) {
  CourierSettings settings;
  settings.origin = {configuration.device.programme, configuration.device.id};
  settings.address.host = configuration.broker.host;
  settings.address.port = configuration.broker.port;
  settings.address.ca_file = configuration.broker.ca_file;
  settings.address.client_id = settings.origin.device;
  TRY_DONE(set_trust(configuration, settings));
  settings.meta.version = TERTULIA_VERSION;
  settings.meta.languages = pack.visit.languages;
  for (const RoleSettings& role : roles) {
    settings.meta.roles.emplace_back(to_text(role.role));
    if (std::find(settings.rooms.begin(), settings.rooms.end(), role.room) == settings.rooms.end())
      settings.rooms.push_back(role.room);
  }
  settings.rooms.push_back(all_rooms(pack.visit.id));
  return settings;
}

}  // namespace tertulia
