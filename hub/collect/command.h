// SPDX-License-Identifier: Apache-2.0
// Gives one command to a device, or to all of a programme, and waits for what they say.
#pragma once

#include <functional>
#include <string>

#include "firmware/domain/hub_command.h"
#include "firmware/ports/broker.h"
#include "firmware/ports/clock.h"
#include "firmware/wire/envelope.h"
#include "firmware/wire/signature.h"

namespace tertulia::hub {

// From the words of the command line. `texts` are "en=Lunch is served", for announce. Errors: an unknown
// command.
struct CommandWords {
  std::string name;
  std::vector<std::string> texts;
  int minutes = 10;
};
[[nodiscard]] Result<HubAction> action_from(const CommandWords& words);

struct Dispatch {
  BrokerAddress broker;
  wire::Origin to;     // device may be "all"
  HubCommand command;  // without correlation
  std::chrono::seconds patience{10};
};

// Called for each reply: (device, reply).
using Heard = std::function<void(const std::string&, const CommandReply&)>;

// Blocks. To one device: until it replies that the command is done or refused; to all: to the end of the patience.
// Errors: no broker; nobody listens; no reply in time, or only that the command is accepted; refused.
[[nodiscard]] Outcome send_command(Broker& broker, const Clock& clock, const wire::SigningKey& key,
                                   const Dispatch& dispatch, const Heard& heard);

}  // namespace tertulia::hub
