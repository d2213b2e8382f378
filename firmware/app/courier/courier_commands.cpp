// SPDX-License-Identifier: Apache-2.0
// Commands of the hub on their way to main: only what the hub signed for this device, once, and in time. The
// keeper writes down the number before main hears of the command, so that no restart makes it new again.
#include <utility>

#include "firmware/app/courier/courier_state.h"
#include "firmware/wire/hub_commands.h"

namespace tertulia {
namespace {

// Of a command that was just given, with room for clocks that differ.
constexpr std::chrono::minutes kLongestLife{30};

}  // namespace

void Courier::State::handle_command(const Message& message, const std::string& name) {
  if (!is_from_hub(message))
    return refuse_command(message, name,
                          "the hub has not signed it for this device, or not with a key that it knows");
  if (message.retain)
    return refuse_command(message, name, "the broker had kept it: commands are never retained");
  const auto command = wire::hub_command_from(message);
  if (!command.ok()) return refuse_command(message, name, command.error().message);
  if (command.value().number <= last_command)
    return refuse_command(message, name,
                          "it is not newer than the one before: it was given already, or overtaken");
  const WallTime wall = clock.machine().wall;
  if (wall > command.value().expires || command.value().expires - wall > kLongestLife)
    return refuse_command(message, name,
                          "it expires at " + to_rfc3339(command.value().expires) +
                              " and the clock of this device says " + to_rfc3339(wall));
  last_command = command.value().number;
  keeper.put(to_keeper::RecordCommand{command.value()});
}

// A flood of bad commands is answered as seldom as it is logged.
void Courier::State::refuse_command(const Message& message, const std::string& name, const std::string& why) {
  const auto line = refusals.note(now(), "the command " + name + ": " + why);
  if (!line) return;
  settings.log(*line);
  say_reply(name, message.correlation, {ReplyResult::kRefused, why});
}

void Courier::State::say_reply(const std::string& command, const std::string& correlation,
                               const CommandReply& reply) {
  Message message;
  message.topic = wire::reply_topic(settings.origin, command);
  message.payload = wire::encode(reply);
  message.content_type = "application/json";
  message.correlation = correlation;
  message.expiry_seconds = kReplyExpirySeconds;
  if (replies.size() < kMostReplies) replies.push_back(std::move(message));
  say_replies();
}

// A command may come in with the session, before this device has said that it is there.
void Courier::State::say_replies() {
  if (!connection.ready()) return;
  for (const Message& message : std::exchange(replies, {})) say(message);
}

}  // namespace tertulia
