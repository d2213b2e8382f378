// SPDX-License-Identifier: Apache-2.0
// What the courier receives, and what it publishes beside the outbox.
#include <algorithm>
#include <utility>

#include "firmware/app/courier/courier.h"
#include "firmware/wire/hub_commands.h"
#include "firmware/wire/room_words.h"
#include "firmware/wire/topics.h"

namespace tertulia {
namespace {

// At most so often while only numbers change, and for a presence that could not be published.
constexpr BootTime kPresenceInterval = std::chrono::seconds(30);
constexpr std::uint32_t kReplyExpirySeconds = 3600;
constexpr std::size_t kMostReplies = 20;  // that wait for a connection

}  // namespace

// What it receives

void Courier::handle(const broker_event::Connected& event) {
  maximum_packet_ = event.maximum_packet;
  if (auto freed = outbox_.connected(event.receive_maximum)) keeper_.put(*std::move(freed));
  connection_.connected(now());
}

void Courier::handle(const broker_event::Refused& event) {
  outbox_.lost();
  link_rooms(false);
  connection_.refused(now(), event.reason, event.text);
}

void Courier::handle(const broker_event::Lost& event) {
  carry_out(connection_action::Abandon{});
  connection_.lost(now(), event);
}

void Courier::handle(const broker_event::Subscribed& event) {
  if (event.granted)
    connection_.subscribed(now());
  else
    connection_.subscription_refused(now());
}

void Courier::handle(const broker_event::Acknowledged& event) {
  if (goodbye_ == event.packet) goodbye_.reset();
  set_aside(outbox_.acknowledged(now(), event.packet, event.reason));
}

// A message that cannot be read changes nothing: the last good one stays.
void Courier::handle(const broker_event::Received& event) {
  const Message& message = event.message;
  if (message.topic == wire::kHubStateTopic)
    handle_hub_state(message);
  else if (message.topic == wire::ack_topic(settings_.origin))
    handle_ack(message);
  else if (const auto command = wire::command_of(message.topic, settings_.origin))
    handle_command(message, *command);
  else if (message.topic == wire::echo_topic(settings_.origin))
    handle_echo(message);
  else if (wire::parse_room_topic(settings_.origin.programme, message.topic))
    handle_room(message);
  else
    refuse("a message that this device did not ask for");
}

void Courier::refuse(const std::string& reason) {
  if (const auto line = refusals_.note(now(), reason)) settings_.log(*line);
}

void Courier::handle_ack(const Message& message) {
  auto ack = gate_.ack_from(message);
  if (!ack.ok()) return refuse(ack.error().message);
  follow_hub(ack.value().hub);
  outbox_.acknowledged(now(), ack.value());
  // A refusal that the broker kept may be older than the cure: the answer is tried once more.
  if (!message.retain)
    for (to_keeper::Park& letter : outbox_.refused(ack.value())) set_aside(std::move(letter));
  if (outbox_.is_disputed(ack.value()))
    refuse("a receipt for an answer, with another content than it has here");
  if (!message.retain) connection_.proven();
  acks_.add(std::move(ack).value());
}

// A hub that was restored from a backup does not hold everything that it once acknowledged. The store notices
// the new epoch and offers again what is still in its grace period; the outbox then starts from its first
// row. Acknowledgements of both epochs are handed over separately.
void Courier::follow_hub(const std::string& epoch) {
  if (epoch.empty() || epoch == hub_epoch_) return;
  hand_over_acks();
  if (!hub_epoch_.empty())
    settings_.log(
        "The hub is another one than before, or was restored from a backup: what is kept is offered again");
  hub_epoch_ = epoch;
  outbox_.start_over();
}

// The keeper writes down the number before main receives the command, so that no restart makes it new again.
// A flood of refused commands is answered as seldom as it is logged.
void Courier::handle_command(const Message& message, const std::string& name) {
  const auto command = gate_.command_from(message, clock_.machine().wall);
  if (command.ok()) return keeper_.put(to_keeper::RecordCommand{command.value()});
  const std::string& why = command.error().message;
  const auto line = refusals_.note(now(), "the command " + name + ": " + why);
  if (!line) return;
  settings_.log(*line);
  send_reply(name, message.correlation, {ReplyResult::kRefused, why});
}

void Courier::handle_hub_state(const Message& message) {
  const auto state = wire::decode_hub_state(message.payload);
  if (!state.ok()) return;
  if (state.value().online) {
    outbox_.hub_came(now());
    connection_.hub_came();
  } else {
    outbox_.hub_went();
    connection_.hub_went();
  }
}

// What it publishes

Message Courier::presence(wire::PresenceState state, std::uint64_t birth) const {
  wire::Presence presence;
  presence.state = state;
  presence.epoch = settings_.epoch;
  presence.birth = birth;
  presence.version = settings_.meta.version;
  presence.pending = pending_.waiting;
  presence.oldest = pending_.oldest;
  presence.quality = clock_.now().quality;
  return retained_message(wire::state_topic(settings_.origin), wire::encode(presence));
}

// False when it is not ready, or the message was refused on this side. The connection stays then: if it
// broke, wait() reports that.
bool Courier::publish(const Message& message) {
  if (!connection_.ready()) return false;
  const auto packet = broker_.publish(message);
  if (!packet.ok()) settings_.log("Cannot publish on " + message.topic + ": " + packet.error().message);
  return packet.ok();
}

void Courier::publish_presence() {
  presence_published_ = now();
  presence_changed_ = !publish(presence(wire::PresenceState::kReady, connection_.birth()));
  if (!meta_published_)
    meta_published_ =
        publish(retained_message(wire::meta_topic(settings_.origin), wire::encode(settings_.meta)));
}

std::optional<BootTime> Courier::presence_due() const {
  const bool is_wanted = connection_.ready() && (presence_changed_ || !meta_published_);
  return is_wanted ? std::optional(presence_published_ + kPresenceInterval) : std::nullopt;
}

void Courier::send_reply(const std::string& command, const std::string& correlation,
                         const CommandReply& reply) {
  Message message;
  message.topic = wire::reply_topic(settings_.origin, command);
  message.payload = wire::encode(reply);
  message.content_type = "application/json";
  message.correlation = correlation;
  message.expiry_seconds = kReplyExpirySeconds;
  if (replies_.size() < kMostReplies) replies_.push_back(std::move(message));
  publish_replies();
}

// A command may arrive with the session, before this device has announced itself. A reply that cannot be
// published is dropped: the hub reports that none came.
void Courier::publish_replies() {
  if (!connection_.ready()) return;
  for (const Message& message : std::exchange(replies_, {})) static_cast<void>(publish(message));
}

}  // namespace tertulia
