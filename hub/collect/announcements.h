// SPDX-License-Identifier: Apache-2.0
// What the control connection has to publish: the newest ack of each stream, and whether devices may send.
// The writer and the collectors put it in, the control connection takes it out. A newer ack replaces the
// older one of its stream and takes over its receipts, so the memory is bounded by the number of streams. Any
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <vector>

#include "firmware/domain/ack.h"
#include "firmware/wire/envelope.h"

namespace tertulia::hub {

enum class Availability { kOnline, kOffline };
enum class Health { kTaking, kFailing };  // of the database

inline constexpr std::size_t kMostReceiptsKept = 5000;  // of one stream

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
  // How often a collector was lost. Each time messages may be gone that the broker had already acknowledged.
  [[nodiscard]] std::uint64_t losses() const;
  // Online while the database takes rows and a collector is subscribed; otherwise rows would go nowhere.
  [[nodiscard]] Availability availability() const;

  // All acks that were not taken yet, the one announced last at the end.
  [[nodiscard]] std::vector<StreamAck> take();

 private:
  void wake() const;

  mutable std::mutex mutex_;
  std::vector<StreamAck> acks_;
  Health health_ = Health::kTaking;
  int collectors_ = 0;
  std::uint64_t losses_ = 0;
  std::function<void()> wake_;
};

}  // namespace tertulia::hub
