// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/loop/hub_commands.h"

#include <algorithm>

#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

struct CarryOut {
  DeviceState& device_state;
  const Now& now;

  CommandResult operator()(const hub_action::Announce& announce) const {
    device_state.announcement = Announcement{announce.text, now.boot + announce.length};
    return {CommandReply{ReplyResult::kDone, "it is on the room displays of this device"}, {}};
  }
  CommandResult operator()(const hub_action::Identify&) const {
    device_state.identify_until = now.boot + kIdentifyFor;
    return {CommandReply{ReplyResult::kDone, "every screen shows its name for 20 seconds"}, {}};
  }
  // A changed pack is read at the start, in a child process, while the last good pack stays.
  CommandResult operator()(const hub_action::ReloadPack&) const { return {{}, true}; }
  CommandResult operator()(const hub_action::Restart&) const { return {{}, true}; }
  CommandResult operator()(const hub_action::ExportNow&) const { return {}; }
};

}  // namespace

CommandResult apply_command(DeviceState& device_state, const HubAction& action, const Now& now) {
  return std::visit(CarryOut{device_state, now}, action);
}

CommandReply restart_accepted() {
  return {ReplyResult::kAccepted,
          "somebody answers at it: it restarts when nobody does, in 10 minutes at the latest"};
}

CommandReply restart_done(const HubAction& action) {
  const bool is_reload = std::holds_alternative<hub_action::ReloadPack>(action);
  return {ReplyResult::kDone,
          is_reload ? "it restarts and reads the visit pack if it has changed" : "it restarts"};
}

void remove_old_notices(DeviceState& device_state, const Now& now) {
  if (device_state.announcement && device_state.announcement->until <= now.boot)
    device_state.announcement.reset();
  if (device_state.identify_until && *device_state.identify_until <= now.boot)
    device_state.identify_until.reset();
}

std::optional<BootTime> next_notice_end(const DeviceState& device_state) {
  const auto announced =
      device_state.announcement ? std::optional(device_state.announcement->until) : std::nullopt;
  if (!announced || !device_state.identify_until) return announced ? announced : device_state.identify_until;
  return std::min(*announced, *device_state.identify_until);
}

std::optional<DoorView> identify_view(const DeviceState& device_state, const RoleSettings& settings,
                                      const Now& now) {
  if (!device_state.identify_until) return std::nullopt;
  const Language& language = language_of(device_state, settings);
  DoorView view;
  view.tongue = tongue_of(language);
  view.room = room_name(device_state.pack.visit, settings.room, language);
  view.clock = clock_text(now.wall, device_state.pack.visit.zone);
  // translators: above the name of the machine itself, so that somebody finds it among several
  view.kicker = device_state.catalogues.of(language).text("This device");
  view.headline = device_state.device;
  return view;
}

}  // namespace tertulia
