// SPDX-License-Identifier: Apache-2.0
// What the writer wants the control connection to publish: the newest ack per stream, and whether the hub can
// take rows at all. A newer ack replaces the older one but for its receipts, of which so many are kept: it is
// bounded by the number of streams. Any thread.
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

struct Said {
  wire::Origin origin;
  Ack ack;
};

class Announcements {
 public:
  // Called after each change, on the thread that made it: wakes the control connection. Set before the
  // threads start.
  void on_change(std::function<void()> heard) { heard_ = std::move(heard); }

  void say(std::vector<Said> acks);
  void set_health(Health health);
  [[nodiscard]] Health health() const;

  // A collector is subscribed, or no longer.
  void add_listener();
  void remove_listener();
  // How often one was lost: each may have taken messages along that the broker had acknowledged.
  [[nodiscard]] std::uint64_t losses() const;
  // Devices may drain: the database takes rows and somebody listens. Said earlier, their rows would go
  // nowhere.
  [[nodiscard]] Availability availability() const;

  // All acks not yet taken, in the order in which they were said last.
  [[nodiscard]] std::vector<Said> take();

 private:
  void tell() const;

  mutable std::mutex mutex_;
  std::vector<Said> acks_;
  Health health_ = Health::kTaking;
  int listeners_ = 0;
  std::uint64_t losses_ = 0;
  std::function<void()> heard_;
};

}  // namespace tertulia::hub
