// SPDX-License-Identifier: Apache-2.0
// The bounded queue between the hub's connections and its writer, fair between devices. Each device waits in
// a line of its own, and lines take turns: a device that sends without end delays another by a message at a
// time. When the queue is full, a message is left out of the line that is heaviest; so a device alone may
// fill it, and one of many keeps its part. What is left out was never acknowledged: its device sends it
// again. put() never blocks. A collector that waited here would let the broker's queue for it run over, and
// the broker drops messages of every device. Any thread may put; one thread takes.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "firmware/threads/mailbox.h"
#include "hub/arrival/arrival.h"

namespace tertulia::hub {

// Sums of weight_of().
struct QueueLimits {
  std::size_t waiting = 32U << 20U;  // more than all rows that 15 devices have on their way
  std::size_t batch = 1536U << 10U;  // 500 answers of usual size; a commit of more would keep others waiting
};

class FairQueue {
 public:
  explicit FairQueue(const QueueLimits& limits = {}) : limits_(limits) {}

  // False: closed, or full and no other line is heavier. What is the hub's own is always taken.
  bool put(Arrival arrival);

  // Waits at most `patience` for a first message, then until there are enough or the first one is old enough.
  // One message of each line in turn; the hub's own come first. May be empty.
  [[nodiscard]] std::vector<Arrival> take_batch(const BatchLimits& limits,
                                                std::chrono::milliseconds patience);

  // Nothing more comes in. What is there can still be taken.
  void close();
  // Waits for close(), at most `patience`. Returns whether the queue is closed.
  [[nodiscard]] bool wait_closed(std::chrono::milliseconds patience);
  [[nodiscard]] bool closed() const;
  [[nodiscard]] std::size_t size() const;

 private:
  struct Line {
    std::string name;
    std::deque<Arrival> waiting;
    std::size_t weight = 0;
  };
  using Lines = std::list<Line>;

  void wait_for(std::unique_lock<std::mutex>& lock, std::size_t count, std::chrono::milliseconds patience);
  [[nodiscard]] Lines::iterator line_of(const Arrival& arrival);
  [[nodiscard]] bool make_room(Lines::iterator line, std::size_t weight);
  [[nodiscard]] Arrival take_from(Lines::iterator line);
  void forget_if_empty(Lines::iterator line);

  const QueueLimits limits_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::condition_variable is_closed_;
  Lines lines_;  // none is empty; the one whose turn it is comes first
  std::unordered_map<std::string, Lines::iterator> by_name_;
  std::size_t count_ = 0;
  std::size_t weight_ = 0;
  std::size_t awaited_ = 1;  // by the receiver
  bool closed_ = false;
};

}  // namespace tertulia::hub
