// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/control.h"

#include <algorithm>
#include <random>
#include <vector>

#include "firmware/wire/bodies.h"
#include "firmware/wire/topics.h"

namespace tertulia::hub {
namespace {

Message state_message(const wire::HubState& state) {
  return retained_message(std::string(wire::kHubStateTopic), wire::encode(state));
}

// The n-th part of `all`, of at most `most` each.
template <class Word>
std::vector<Word> part_of(const std::vector<Word>& all, std::size_t n, std::size_t most) {
  const auto at = [&](std::size_t index) {
    return all.begin() + static_cast<std::ptrdiff_t>(std::min(index, all.size()));
  };
  return {at(n * most), at((n + 1) * most)};
}

// As many acks as the receipts and refusals need messages; one when there are none.
std::vector<Ack> parts_of(const Ack& ack) {
  std::vector<Ack> parts;
  do {
    const std::size_t n = parts.size();
    parts.push_back({ack.epoch, ack.seq, ack.miss, part_of(ack.receipts, n, wire::kMostReceipts), ack.number,
                     ack.hub, part_of(ack.refused, n, wire::kMostRefusals)});
  } while (parts.size() * wire::kMostReceipts < ack.receipts.size() ||
           parts.size() * wire::kMostRefusals < ack.refused.size());
  return parts;
}

}  // namespace

Control::Control(FairQueue& queue, Budgets& budgets, Announcements& announcements, const Clock& clock,
                 const wire::SigningKey& key)
    : queue_(queue),
      budgets_(budgets),
      announcements_(announcements),
      clock_(clock),
      key_(key),
      backoff_(random_jitter(std::random_device{}())) {}

void Control::on_ready(Connection&) {
  published_.reset();
  state_packet_.reset();
  not_before_ = {};
  // Acks may have been lost with the last connection: the writer announces one for each device again.
  queue_.put(arrival::Reconnected{});
}

void Control::on_message(Message message) {
  const auto topic = wire::parse_device_topic(message.topic);
  if (topic && topic->branch == "ack") return read_own_ack(message);
  if (topic && !budgets_.hears(topic->origin, now())) return;
  queue_.put(sort_message(message));
}

// A retained ack lay at the broker before this connection. The others are the echo of what it publishes.
void Control::read_own_ack(const Message& message) {
  if (!message.retain || !key_.public_key().has_signed(message)) return;
  const auto ack = wire::decode_ack(message.payload);
  if (ack.ok()) queue_.put(arrival::Heard{ack.value().number, ack.value().hub});
}

void Control::on_turn(Connection& connection) {
  publish_acks(connection);
  // After the loss of a collector the same state goes out again: devices then offer anew what that collector
  // may have taken along.
  const auto current = announcements_.availability();
  if ((current != published_ || announcements_.losses() != published_losses_) && now() >= not_before_)
    publish_state(connection, current);
}

std::optional<BootTime> Control::due() const {
  return published_ ? std::nullopt : std::optional(not_before_);
}

void Control::on_acknowledged(Connection&, int packet, int reason) {
  if (state_packet_ != packet) return;
  state_packet_.reset();
  if (reason >= broker_event::kFirstErrorCode) return retry_state();
  backoff_.reset();
}

void Control::on_stop(Connection& connection) {
  publish_acks(connection);
  publish_state(connection, Availability::kOffline);
}

void Control::publish_state(Connection& connection, Availability availability) {
  published_losses_ = announcements_.losses();
  published_ = availability;
  state_packet_ = connection.publish(
      state_message({availability == Availability::kOnline, to_rfc3339(clock_.now().wall)}));
  if (!state_packet_) retry_state();
}

void Control::retry_state() {
  published_.reset();
  not_before_ = now() + backoff_.next();
}

void Control::publish_acks(Connection& connection) {
  for (const StreamAck& each : announcements_.take())
    for (const Ack& part : parts_of(each.ack))
      connection.publish(key_.sign(retained_message(wire::ack_topic(each.origin), wire::encode(part))));
}

ConnectionPlan control_plan(BrokerAddress address, const std::string& name) {
  address.client_id = name + "-control";
  address.clean_start = true;
  address.session_expiry_seconds = 0;
  return {std::move(address),
          Will{state_message({}), 0},
          {std::string(wire::kAckFilter), std::string(wire::kStateFilter), std::string(wire::kMetaFilter)}};
}

}  // namespace tertulia::hub
