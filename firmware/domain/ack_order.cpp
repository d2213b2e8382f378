// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/ack_order.h"

namespace tertulia {

AckOrder::AckOrder(const Marks& marks) {
  for (const auto& [name, number] : marks)
    if (name == kLastAck || name.starts_with(kHeardEpoch)) marks_.emplace(name, number);
}

bool AckOrder::is_followed(const Ack& ack) const {
  const bool is_new_hub = !ack.hub.empty() && !marks_.contains(kHeardEpoch + ack.hub);
  const auto last = marks_.find(kLastAck);
  return is_new_hub || last == marks_.end() || ack.number >= last->second;
}

void AckOrder::follow(const Ack& ack) {
  marks_[kLastAck] = ack.number;
  if (!ack.hub.empty()) marks_[kHeardEpoch + ack.hub] = 1;
}

}  // namespace tertulia
