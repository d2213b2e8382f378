// SPDX-License-Identifier: Apache-2.0
// The courier: the thread that owns the broker connection. Connects, drains the outbox in order, hands on
// what arrives. Decides nothing by itself: ConnectionPlanner and OutboxPlanner do.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "firmware/app/messages.h"
#include "firmware/ports/broker.h"
#include "firmware/ports/clock.h"
#include "firmware/wire/bodies.h"
#include "firmware/wire/envelope.h"
#include "firmware/wire/signature.h"

namespace tertulia {

struct CourierBoxes {  // all must outlive the courier's thread; `in` wakes Broker::wait through its wake
                       // function
  CourierBox& in;
  KeeperBox& keeper;
  MainBox& main;
};

struct CourierSettings {
  BrokerAddress address;
  wire::Origin origin;
  wire::Meta meta;
  std::string epoch;
  std::vector<std::string> rooms;  // whose timers this device follows
  // TLS is not tried while the machine's wall clock is before this: the later of build date and last known
  // good time.
  std::optional<WallTime> earliest_time;
  std::uint64_t jitter_seed = 0;               // of the random rests; 0: made of client id and boot clock
  std::vector<wire::PublicKey> hub_keys;       // whose word is followed; several while one replaces another
  std::map<std::string, std::uint64_t> marks;  // of the store: what was followed before this start
  std::function<void(const std::string&)> log = [](const std::string&) {};  // on the courier's thread
};

// One turn at a time; run_courier() does nothing else. One thread; broker, clock and boxes must outlive it.
class Courier {
 public:
  Courier(Broker& broker, const Clock& clock, CourierSettings settings, const CourierBoxes& boxes);
  ~Courier();

  // Reads the box, carries out what the planners say, waits once for the broker, handles what it brought.
  void turn();
  // The box was closed and the good-bye is said.
  [[nodiscard]] bool done() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Body of the courier's thread: returns when boxes.in is closed, after a clean good-bye ("disconnected",
// DISCONNECT 0).
void run_courier(Broker& broker, const Clock& clock, const CourierSettings& settings,
                 const CourierBoxes& boxes);

}  // namespace tertulia
