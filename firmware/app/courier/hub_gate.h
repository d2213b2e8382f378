// SPDX-License-Identifier: Apache-2.0
// Decides which messages of the hub this device follows. The rules:
//   - One of the hub's known keys has signed the message for this topic.
//   - An acknowledgement is in order (AckOrder), so that an old one cannot be replayed.
//   - A command has a higher number than the one before, was not retained by the broker, has not expired, and
//     expires within 30 minutes.
// Reads no clock and no disk. An error says why the message is refused, and repeats nothing of it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "firmware/domain/ack.h"
#include "firmware/domain/ack_order.h"
#include "firmware/domain/hub_command.h"
#include "firmware/domain/message.h"
#include "firmware/domain/result.h"
#include "firmware/domain/time.h"
#include "firmware/wire/signature.h"

namespace tertulia {

class HubGate {
 public:
  // `marks` are the store's: the numbers that were followed before this start.
  HubGate(std::vector<wire::PublicKey> keys, const std::map<std::string, std::uint64_t>& marks);

  [[nodiscard]] Result<Ack> ack_from(const Message& message);
  // `now` is the machine's wall clock.
  [[nodiscard]] Result<HubCommand> command_from(const Message& message, WallTime now);

 private:
  [[nodiscard]] bool is_signed(const Message& message) const;

  const std::vector<wire::PublicKey> keys_;  // several while one replaces another
  AckOrder acks_;
  std::uint64_t last_command_ = 0;
};

}  // namespace tertulia
