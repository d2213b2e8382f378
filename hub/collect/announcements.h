// SPDX-License-Identifier: Apache-2.0
// What the control connection has to publish: the newest ack of each stream, and whether devices may send.
// The writer puts in acks and the health of the database. Collectors report that they are connected or lost.
// The control connection takes out the acks. A newer ack replaces the older one of its stream and takes over
// its receipts, so the memory is bounded by the number of streams. Each ack takes constant time, however many
// wait. Any thread may call any function.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "firmware/domain/ack.h"
#include "firmware/wire/envelope.h"

namespace tertulia::hub {

enum class Availability { kOnline, kOffline };
enum class Health { kTaking, kFailing };  // of the database

// The most receipts, and the most refusals, that are kept for one stream. Beyond it the oldest are dropped;
// the devices send those answers again.
inline constexpr std::size_t kMostReceiptsKept = 5000;

// A stream is one epoch of one device.
struct StreamAck {
  wire::Origin origin;
  Ack ack;
};

class Announcements {
 public:
  // `wake` is called after each change, on the thread that made it. Set it before the threads start.
  void on_change(std::function<void()> wake) { wake_ = std::move(wake); }

  void announce(std::vector<StreamAck> acks);
  void set_health(Health health);
  [[nodiscard]] Health health() const;

  // A collector is subscribed, or no longer.
  void add_collector();
  void remove_collector();
  // How often a collector was lost. With each loss, messages may be gone that the broker had acknowledged to
  // a device.
  [[nodiscard]] std::uint64_t losses() const;
  // Online while the database takes rows and a collector is subscribed; otherwise rows would go nowhere.
  [[nodiscard]] Availability availability() const;

  // All acks that were not taken yet, the one announced last at the end.
  [[nodiscard]] std::vector<StreamAck> take();

 private:
  using Waiting = std::list<StreamAck>;

  void put(StreamAck fresh);
  void wake() const;

  mutable std::mutex mutex_;
  Waiting acks_;  // the one announced last at the end
  std::unordered_map<std::string, Waiting::iterator> by_stream_;
  Health health_ = Health::kTaking;
  int collectors_ = 0;
  std::uint64_t losses_ = 0;
  std::function<void()> wake_;
};

}  // namespace tertulia::hub
