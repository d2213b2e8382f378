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

#include "firmware/app/state/messages.h"
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

// TLS is not tried under a clock that cannot judge a certificate (firmware/docs/wire.md, "Clock").
struct ClockFloor {
  WallTime built{};      // the program: no right clock shows less
  WallTime last_good{};  // the latest that a good clock has shown

  // A good clock may show less than last_good: one that was set wrongly once must not lock the device out for
  // good.
  [[nodiscard]] bool allows(const Now& now) const {
    return now.wall >= built && (now.wall >= last_good || is_good(now.quality));
  }
};

struct CourierSettings {
  BrokerAddress address;
  wire::Origin origin;
  wire::Meta meta;
  std::string epoch;
  std::vector<std::string> rooms;  // whose timers this device follows
  ClockFloor floor;
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
