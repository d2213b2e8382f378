// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/courier/hub_gate.h"

#include <algorithm>
#include <utility>

#include "firmware/ports/store.h"
#include "firmware/wire/bodies.h"
#include "firmware/wire/hub_commands.h"

namespace tertulia {
namespace {

// A command lives 5 minutes; the rest is room for clocks that differ.
constexpr std::chrono::minutes kLongestLife{30};

std::uint64_t number_in(const std::map<std::string, std::uint64_t>& marks, const char* name) {
  const auto mark = marks.find(name);
  return mark == marks.end() ? 0 : mark->second;
}

}  // namespace

HubGate::HubGate(std::vector<wire::PublicKey> keys, const std::map<std::string, std::uint64_t>& marks)
    : keys_(std::move(keys)), acks_(marks), last_command_(number_in(marks, kLastCommand)) {}

bool HubGate::is_signed(const Message& message) const {
  return std::any_of(keys_.begin(), keys_.end(),
                     [&](const wire::PublicKey& key) { return key.has_signed(message); });
}

Result<Ack> HubGate::ack_from(const Message& message) {
  if (!is_signed(message)) return Error{"an acknowledgement that the hub has not signed for this device"};
  TRY(auto ack, wire::decode_ack(message.payload));
  if (!acks_.is_followed(ack))
    return Error{
        "an acknowledgement that is older than one before; if the hub was restored, tell it so: tertulia-hub "
        "restored"};
  acks_.follow(ack);
  return ack;
}

Result<HubCommand> HubGate::command_from(const Message& message, WallTime now) {
  if (!is_signed(message))
    return Error{"the hub has not signed it for this device, or not with a key that it knows"};
  if (message.retain) return Error{"the broker had kept it: commands are never retained"};
  TRY(auto command, wire::hub_command_from(message));
  if (command.number <= last_command_)
    return Error{"it is not newer than the one before: it was given already, or overtaken"};
  if (now > command.expires || command.expires - now > kLongestLife)
    return Error{"it expires at " + to_rfc3339(command.expires) + " and the clock of this device says " +
                 to_rfc3339(now)};
  last_command_ = command.number;
  return command;
}

}  // namespace tertulia
