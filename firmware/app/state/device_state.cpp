// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/state/device_state.h"

#include <array>

namespace tertulia {
namespace {

constexpr std::array<std::pair<Role, std::string_view>, 4> kRoles{
    {{Role::kKiosk, "kiosk"}, {Role::kRoom, "room"}, {Role::kDoor, "door"}, {Role::kModerator, "moderator"}}};

}  // namespace

std::string_view to_text(Role role) {
  for (const auto& [value, text] : kRoles)
    if (value == role) return text;
  return "kiosk";
}

Result<Role> role_from(std::string_view text) {
  for (const auto& [value, name] : kRoles)
    if (name == text) return value;
  return Error{"\"" + std::string(text) + "\" is not a role: use kiosk, room, door or moderator"};
}

const Language& language_of(const DeviceState& device_state, const RoleSettings& settings) {
  return settings.language.empty() ? device_state.pack.visit.default_language() : settings.language;
}

}  // namespace tertulia
