// SPDX-License-Identifier: Apache-2.0
// Sends one signed command to a device, or to all devices of a programme, and waits for the replies.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "firmware/domain/hub_command.h"
#include "firmware/ports/broker.h"
#include "firmware/ports/clock.h"
#include "firmware/wire/envelope.h"
#include "firmware/wire/signature.h"

namespace tertulia::hub {

// A command as it stands on the command line. `texts` are for announce, each as "en=Lunch is served".
struct CommandLine {
  std::string name;
  std::vector<std::string> texts;
  int minutes = 10;
};
// Errors: there is no such command; announce has no text, or a text without its language.
[[nodiscard]] Result<HubAction> action_from(const CommandLine& line);

struct CommandRequest {
  BrokerAddress broker;
  wire::Origin to;                    // the device may be "all"
  HubCommand command;                 // without correlation
  std::chrono::seconds patience{10};  // for the replies, once the command was published
};

// Called for each reply with the name of the device.
using OnReply = std::function<void(const std::string&, const CommandReply&)>;

// Blocks until the device replies that the command is done or refused; for "all", until the patience ends:
// then any reply is a success. Errors: the first failure of the connection; the broker does not allow it; no
// device is connected; no reply within the patience; the device accepted the command and did not report its
// end in time; it refused.
[[nodiscard]] Outcome send_command(std::unique_ptr<Broker> broker, const Clock& clock,
                                   const wire::SigningKey& key, const CommandRequest& request,
                                   const OnReply& on_reply);

}  // namespace tertulia::hub
