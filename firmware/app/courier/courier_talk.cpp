// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/app/courier/courier_state.h"
#include "firmware/wire/hub_commands.h"
#include "firmware/wire/topics.h"

namespace tertulia {
namespace {

Message retained(std::string topic, std::string payload) {
  Message message;
  message.topic = std::move(topic);
  message.payload = std::move(payload);
  message.retain = true;
  message.content_type = "application/json";
  return message;
}

}  // namespace

// What the broker says

void Courier::State::handle(const broker_event::Connected& event) {
  maximum_packet = event.maximum_packet;
  outbox.connected(event.receive_maximum);
  connection.connected(now());
}

void Courier::State::handle(const broker_event::Refused& event) {
  outbox.lost();
  timers.lost();
  connection.refused(now(), event.reason, event.text);
}

void Courier::State::handle(const broker_event::Lost& event) {
  lose(event.reason, event.is_untrusted ? LinkProblem::kUntrusted : LinkProblem::kCutOff, event.text);
}

void Courier::State::handle(const broker_event::Subscribed& event) {
  if (event.granted)
    connection.subscribed();
  else
    connection.subscription_refused(now());
}

void Courier::State::handle(const broker_event::Acknowledged& event) {
  if (goodbye == event.packet) goodbye.reset();
  if (auto park = outbox.acknowledged(now(), event.packet, event.reason)) keeper.put(std::move(*park));
}

// A message that cannot be read changes nothing: the last good one stays.
void Courier::State::handle(const broker_event::Received& event) {
  const Message& message = event.message;
  if (message.topic == wire::kHubStateTopic)
    handle_hub_state(message);
  else if (message.topic == wire::ack_topic(settings.origin))
    handle_ack(message);
  else if (const auto command = wire::command_of(message.topic, settings.origin))
    handle_command(message, *command);
  else if (wire::room_of_timer_topic(message.topic))
    handle_timer(message);
  else
    refuse("a message that this device did not ask for");
}

void Courier::State::handle_hub_state(const Message& message) {
  const auto state = wire::decode_hub_state(message.payload);
  if (!state.ok()) return;
  if (state.value().online) {
    outbox.hub_came(now());
    connection.hub_came();
  } else {
    outbox.hub_went();
    connection.hub_went();
  }
}

void Courier::State::handle_timer(const Message& message) {
  const auto room = wire::room_of_timer_topic(message.topic);
  const auto anchor = wire::decode_timer(message.payload);
  if (!room || !anchor.ok()) return;
  const Timer& timer = anchor.value().timer;
  const auto kept_for =
      wire::kTimerExpirySeconds -
      std::min(message.expiry_seconds.value_or(wire::kTimerExpirySeconds), wire::kTimerExpirySeconds);
  const auto age = std::chrono::duration_cast<Milliseconds>(anchor.value().sent - timer.boot) +
                   std::chrono::seconds(kept_for);
  if (auto news = timers.received(*room, timer, age, clock.now()))
    main.put(to_main::TimerArrived{*room, std::move(*news)});
}

// What this device says

Message Courier::State::presence(wire::PresenceState state, std::uint64_t birth) const {
  wire::Presence presence;
  presence.state = state;
  presence.epoch = settings.epoch;
  presence.birth = birth;
  presence.version = settings.meta.version;
  presence.pending = pending.waiting;
  presence.oldest = pending.oldest;
  presence.quality = clock.now().quality;
  return retained(wire::state_topic(settings.origin), wire::encode(presence));
}

void Courier::State::say(const Message& message) {
  if (!connection.ready()) return;
  if (const auto packet = broker.publish(message); !packet.ok())
    lose(0, LinkProblem::kCutOff, packet.error().message);
}

void Courier::State::say_presence() {
  pending_unsaid = false;
  presence_said = now();
  say(presence(wire::PresenceState::kReady, connection.birth()));
}

void Courier::State::say_meta() {
  say(retained(wire::meta_topic(settings.origin), wire::encode(settings.meta)));
}

void Courier::State::say_timers() {
  const Now moment = clock.now();
  for (const auto& [room, due] : timers.due(moment.boot)) {
    const Timer& timer = due.timer();
    const bool comparable = timer.boot_id == moment.boot_id && timer.boot <= moment.boot;
    Message message = retained(wire::timer_topic(settings.origin.programme, room),
                               wire::encode(wire::TimerAnchor{timer, comparable ? moment.boot : timer.boot}));
    message.expiry_seconds = wire::kTimerExpirySeconds;
    say(message);
  }
}

}  // namespace tertulia
