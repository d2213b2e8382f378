// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/control.h"

#include <algorithm>
#include <vector>

#include "firmware/wire/bodies.h"
#include "firmware/wire/topics.h"

namespace tertulia::hub {
namespace {

Message retained(std::string topic, std::string payload) {
  Message message;
  message.topic = std::move(topic);
  message.payload = std::move(payload);
  message.retain = true;
  message.content_type = "application/json";
  return message;
}

Message state_message(const wire::HubState& state) {
  return retained(std::string(wire::kHubStateTopic), wire::encode(state));
}

// The n-th part of `all`, of at most `most` each.
template <class Word>
std::vector<Word> part_of(const std::vector<Word>& all, std::size_t n, std::size_t most) {
  const auto at = [&](std::size_t index) {
    return all.begin() + static_cast<std::ptrdiff_t>(std::min(index, all.size()));
  };
  return {at(n * most), at((n + 1) * most)};
}

// The same ack as often as its receipts and refusals need messages; once when it has none.
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

void Control::on_ready(Link& link) {
  said_.reset();
  on_wake(link);
  // Acks may have gone down with the last connection: the writer says them again.
  static_cast<void>(queue_.push(arrival::Reconnected{}));
}

void Control::on_message(Message message) {
  const auto topic = wire::parse_device_topic(message.topic);
  if (topic && topic->branch == "ack") return hear(message);
  static_cast<void>(queue_.push(sort_message(message)));
}

// Retained: what lay at the broker before this connection. The others are the echo of what is said on it.
void Control::hear(const Message& message) {
  if (!message.retain || !key_.public_key().has_signed(message)) return;
  const auto ack = wire::decode_ack(message.payload);
  if (ack.ok()) static_cast<void>(queue_.push(arrival::Heard{ack.value().number, ack.value().hub}));
}

void Control::on_wake(Link& link) {
  say_acks(link);
  // Said again after a collector was lost, too: devices then offer what they think is on its way.
  const auto current = announcements_.availability();
  if (current != said_ || announcements_.losses() != losses_said_) say_state(link, current);
}

void Control::on_stop(Link& link) {
  say_acks(link);
  say_state(link, Availability::kOffline);
}

void Control::say_state(Link& link, Availability availability) {
  losses_said_ = announcements_.losses();
  link.publish(state_message({availability == Availability::kOnline, to_rfc3339(clock_.now().wall)}));
  said_ = availability;
}

void Control::say_acks(Link& link) {
  for (const Said& said : announcements_.take())
    for (const Ack& part : parts_of(said.ack))
      link.publish(key_.sign(retained(wire::ack_topic(said.origin), wire::encode(part))));
}

LinkPlan control_plan(BrokerAddress address, const std::string& name) {
  address.client_id = name + "-control";
  address.clean_start = true;
  address.session_expiry_seconds = 0;
  return {std::move(address),
          Will{state_message({}), 0},
          {std::string(wire::kAckFilter), std::string(wire::kStateFilter), std::string(wire::kMetaFilter)}};
}

}  // namespace tertulia::hub
