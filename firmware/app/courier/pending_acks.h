// SPDX-License-Identifier: Apache-2.0
// The acknowledgements that the keeper was not given yet. The latest of an epoch replaces the one before it
// and takes over its receipts. Each costs the keeper a transaction, so they are handed over at most four
// times a second, or when many receipts wait. A value; it reads no clock.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "firmware/domain/ack.h"
#include "firmware/domain/time.h"

namespace tertulia {

class PendingAcks {
 public:
  static constexpr BootTime kInterval = std::chrono::milliseconds(250);
  static constexpr std::size_t kManyReceipts = 512;  // worth a transaction at once

  void add(Ack ack) {
    Ack& latest = acks_[ack.epoch];
    auto receipts = std::move(latest.receipts);
    receipts.insert(receipts.end(), ack.receipts.begin(), ack.receipts.end());
    latest = std::move(ack);
    latest.receipts = std::move(receipts);
    if (latest.receipts.size() >= kManyReceipts) not_before_ = {};
  }

  // None while there is nothing to hand over.
  [[nodiscard]] std::optional<BootTime> due() const {
    return acks_.empty() ? std::nullopt : std::optional(not_before_);
  }
  [[nodiscard]] std::vector<Ack> take(BootTime now) {
    std::vector<Ack> taken;
    for (auto& [epoch, ack] : acks_) taken.push_back(std::move(ack));
    if (!taken.empty()) not_before_ = now + kInterval;
    acks_.clear();
    return taken;
  }

 private:
  std::map<std::string, Ack> acks_;  // by epoch
  BootTime not_before_{};
};

}  // namespace tertulia
