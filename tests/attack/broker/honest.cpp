// SPDX-License-Identifier: Apache-2.0
#include "tests/attack/broker/honest.h"

#include <algorithm>

#include "firmware/wire/bodies.h"
#include "firmware/wire/topics.h"

namespace tertulia::attack {
namespace {

constexpr BootTime kPatience = std::chrono::seconds(10);

}  // namespace

bool Honest::comes_in(const BrokerAddress& address, const wire::Origin& origin) {
  device_ = {origin, "honest-" + std::to_string(kernel_now().count())};
  sequence_ = 0;
  if (!line_.comes_in(address)) return false;
  if (!line_.talk().subscribes({wire::ack_topic(origin), std::string(wire::kHubStateTopic)})) return false;
  const BootTime deadline = kernel_now() + kPatience;
  while (kernel_now() < deadline) {
    const auto heard = line_.talk().hear<broker_event::Received>(deadline - kernel_now());
    if (heard && heard->message.topic == wire::kHubStateTopic &&
        wire::decode_hub_state(heard->message.payload).value().online)
      return true;
  }
  return false;
}

std::optional<std::chrono::milliseconds> Honest::answer() {
  ++sequence_;
  Submission given = hub::submission(static_cast<std::uint64_t>(kernel_now().count()));
  const Message message = hub::message_of(device_, sequence_, event::FeedbackSubmitted{given});
  const BootTime begin = kernel_now();
  if (!line_.broker().publish(message).ok()) return std::nullopt;
  if (!has_receipt(given.id.text(), begin + kPatience)) return std::nullopt;
  return std::chrono::duration_cast<std::chrono::milliseconds>(kernel_now() - begin);
}

bool Honest::has_receipt(const std::string& id, BootTime deadline) {
  while (kernel_now() < deadline) {
    const auto heard = line_.talk().hear<broker_event::Received>(deadline - kernel_now());
    if (!heard) return false;
    const auto ack = wire::decode_ack(heard->message.payload);
    if (ack.ok() && std::any_of(ack.value().receipts.begin(), ack.value().receipts.end(),
                                [&](const Receipt& receipt) { return receipt.submission == id; }))
      return true;
  }
  return false;
}

}  // namespace tertulia::attack
