// SPDX-License-Identifier: Apache-2.0
#include "hub/collect/collector.h"

#include "firmware/wire/topics.h"

namespace tertulia::hub {
namespace {

// Hubs of several versions on one broker share only under the same name: never change it.
constexpr std::string_view kShare = "collect-share-v1";

}  // namespace

// The queue refuses only when the hub stops. Nothing was acknowledged then: the device sends the row again.
void Collector::on_message(Message message) { static_cast<void>(queue_.put_waiting(sort_message(message))); }

ConnectionPlan collector_plan(BrokerAddress address, const std::string& name, unsigned number,
                              const wire::SigningKey& key) {
  address.client_id = name + "-collect-" + std::to_string(number);
  address.clean_start = true;
  address.session_expiry_seconds = 0;
  return {std::move(address), std::nullopt, {wire::collect_filter(key.secret_name(kShare))}};
}

}  // namespace tertulia::hub
