// SPDX-License-Identifier: Apache-2.0
// Orders of the hub on their way to main: only what the hub signed for this device, once, and in time. The
// keeper writes down the number before main hears of the order, so that no restart makes it new again.
#include <utility>

#include "firmware/app/courier/courier_state.h"
#include "firmware/wire/hub_commands.h"

namespace tertulia {
namespace {

// Of an order that was just given, with room for clocks that differ.
constexpr std::chrono::minutes kLongestLife{30};

}  // namespace

void Courier::State::handle_order(const Message& message, const std::string& name) {
  if (!is_from_hub(message))
    return refuse_order(message, name,
                        "the hub has not signed it for this device, or not with a key that it knows");
  if (message.retain) return refuse_order(message, name, "the broker had kept it: orders are never retained");
  const auto order = wire::order_from(message);
  if (!order.ok()) return refuse_order(message, name, order.error().message);
  if (order.value().number <= last_order)
    return refuse_order(message, name,
                        "it is not newer than the one before: it was given already, or overtaken");
  const WallTime wall = clock.machine().wall;
  if (wall > order.value().expires || order.value().expires - wall > kLongestLife)
    return refuse_order(message, name,
                        "it expires at " + to_rfc3339(order.value().expires) +
                            " and the clock of this device says " + to_rfc3339(wall));
  last_order = order.value().number;
  keeper.put(to_keeper::RecordCommand{order.value()});
}

// A flood of bad orders is answered as seldom as it is logged.
void Courier::State::refuse_order(const Message& message, const std::string& name, const std::string& why) {
  const auto line = refusals.note(now(), "the command " + name + ": " + why);
  if (!line) return;
  settings.log(*line);
  say_answer(name, message.correlation, {Obeyed::kRefused, why});
}

void Courier::State::say_answer(const std::string& command, const std::string& correlation,
                                const CommandReply& answer) {
  Message message;
  message.topic = wire::answer_topic(settings.origin, command);
  message.payload = wire::encode(answer);
  message.content_type = "application/json";
  message.correlation = correlation;
  message.expiry_seconds = kAnswerExpirySeconds;
  if (answers.size() < kMostAnswers) answers.push_back(std::move(message));
  say_answers();
}

// An order may come in with the session, before this device has said that it is there.
void Courier::State::say_answers() {
  if (!connection.ready()) return;
  for (const Message& message : std::exchange(answers, {})) say(message);
}

}  // namespace tertulia
