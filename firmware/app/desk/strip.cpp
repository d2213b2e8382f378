// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/strip.h"

#include <utility>

#include "firmware/app/status/pack_problem.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

Chip link_chip(const DeviceState& device_state, const Catalogue& words) {
  const auto waiting = device_state.counts.waiting;
  // translators: messages that are kept until the hub can be reached
  const std::string pattern = words.plural("{count} waiting", "{count} waiting", waiting);
  const std::string count = fill(pattern, {{"count", std::to_string(waiting)}});
  switch (device_state.link) {
    case Link::kOnline:
      // translators: the hub is the programme's computer that collects all answers
      return {waiting == 0 ? words.text("Hub online") : joined(words.text("Hub online"), count), Tone::kCalm};
    case Link::kNotConfigured:
      // translators: this device works without a hub, on purpose
      return {joined(words.text("On its own"), count), Tone::kMuted};
    case Link::kNotEnrolled:
      // translators: the hub does not know this device yet
      return {joined(words.text("Not enrolled yet"), count), Tone::kAmber};
    case Link::kConnecting:
      // translators: to the hub, at this moment
      return {joined(words.text("Connecting"), count), Tone::kMuted};
    case Link::kHubAway:
      return {joined(words.text("Hub away"), count), Tone::kAmber};
    case Link::kBrokerAway:
      if (device_state.problem == LinkProblem::kClockBehind ||
          (device_state.tls && device_state.tls->fault == TlsFault::kNotYetValid))
        // translators: of the machine, so that it cannot tell whether the network is the right one
        return {joined(words.text("The clock is wrong"), count), Tone::kRed};
      return {joined(words.text("No network"), count), Tone::kAmber};
    case Link::kRefused:
      return {joined(words.text("Hub refuses this device"), count), Tone::kRed};
    case Link::kTakenOver:
      return {joined(words.text("Another device has this identity"), count), Tone::kRed};
  }
  return {};
}

}  // namespace

DeskStrip desk_strip(const DeviceState& device_state, const RoleSettings& settings, std::string role,
                     const Now& now) {
  const Visit& visit = device_state.pack.visit;
  const Language& language = device_state.catalogues.of(language_of(device_state, settings)).language();
  return {room_name(visit, settings.room, language), std::move(role), {}, clock_text(now.wall, visit.zone)};
}

std::optional<Chip> step_chip(const DeviceState& device_state, const RoleSettings& settings,
                              const Catalogue& words) {
  const auto link = device_state.room_links.find(settings.room);
  if (link == device_state.room_links.end() || link->second.screens_in_step <= 0) return std::nullopt;
  const auto count = static_cast<std::uint64_t>(link->second.screens_in_step);
  // translators: displays of this room that show the same as the moderator's desk
  const std::string pattern = words.plural("{count} screen in step", "{count} screens in step", count);
  return Chip{fill(pattern, {{"count", std::to_string(count)}}), Tone::kCalm};
}

std::vector<Chip> link_chips(const DeviceState& device_state, const Catalogue& words) {
  std::vector<Chip> chips;
  if (!device_state.store_problem.empty()) chips.push_back({words.text("Storage problem"), Tone::kRed});
  if (const auto chip = pack_problem_chip(device_state, words)) chips.push_back(*chip);
  chips.push_back(link_chip(device_state, words));
  return chips;
}

}  // namespace tertulia
