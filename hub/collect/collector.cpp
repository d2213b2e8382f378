// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/collector.h"

#include "firmware/wire/topics.h"

namespace tertulia::hub {
namespace {

// Hubs of several versions on one broker share only under the same name: never change it.
constexpr std::string_view kShare = "collect-share-v1";

// A collector must read faster than a rogue device sends, also on a busy machine: what the broker cannot hand
// on it drops, whoever sent it.
constexpr int kReceiveMaximum = 1'000;

}  // namespace

// Nothing was acknowledged of what is left out, or not taken by the queue: the device sends it again.
void Collector::on_message(Message message) {
  const auto topic = wire::parse_device_topic(message.topic);
  if (topic && !budgets_.takes(topic->origin, clock_.now().boot)) return;
  queue_.put(sort_message(message));
}

ConnectionPlan collector_plan(BrokerAddress address, const std::string& name, unsigned number,
                              const wire::SigningKey& key) {
  address.client_id = name + "-collect-" + std::to_string(number);
  address.clean_start = true;
  address.session_expiry_seconds = 0;
  address.receive_maximum = kReceiveMaximum;
  return {std::move(address), std::nullopt, {wire::collect_filter(key.secret_name(kShare))}};
}

}  // namespace tertulia::hub
