// SPDX-License-Identifier: Apache-2.0
// Bounded queue between the collectors and the writer. Full, it makes the sender wait: messages then wait in
// the broker and with the devices, not in the hub's memory. Any thread pushes, one takes.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <iterator>
#include <mutex>
#include <vector>

namespace tertulia::hub {

// When a batch is full enough to be written.
struct BatchLimits {
  std::size_t count = 500;
  std::chrono::milliseconds age{50};  // of its first item
};

template <class T>
class Queue {
 public:
  explicit Queue(std::size_t capacity) : capacity_(capacity) {}

  // False: closed, the item is dropped (its device sends it again).
  bool push(T item) {
    std::unique_lock lock(mutex_);
    taken_.wait(lock, [this] { return closed_ || items_.size() < capacity_; });
    if (closed_) return false;
    items_.push_back(std::move(item));
    if (items_.size() >= awaited_) pushed_.notify_one();
    return true;
  }

  // Waits at most `patience` for a first item, then until the batch is full or old enough. May be empty.
  std::vector<T> take(const BatchLimits& limits, std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    await(lock, 1, patience);
    if (items_.empty()) return {};
    await(lock, std::min(limits.count, capacity_), limits.age);
    const std::size_t count = std::min(limits.count, items_.size());
    const auto end = items_.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<T> batch(std::make_move_iterator(items_.begin()), std::make_move_iterator(end));
    items_.erase(items_.begin(), end);
    taken_.notify_all();
    return batch;
  }

  // Nothing goes in any more; what is in can still be taken.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    pushed_.notify_all();
    taken_.notify_all();
  }

  // True as soon as it is closed; false after `patience`.
  bool wait_closed(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    return taken_.wait_for(lock, patience, [this] { return closed_; });
  }

  [[nodiscard]] bool is_spent() const {
    const std::lock_guard lock(mutex_);
    return closed_ && items_.empty();
  }

 private:
  void await(std::unique_lock<std::mutex>& lock, std::size_t count, std::chrono::milliseconds patience) {
    awaited_ = count;  // a sender wakes nobody for less
    pushed_.wait_for(lock, patience, [&] { return closed_ || items_.size() >= count; });
  }

  mutable std::mutex mutex_;
  std::condition_variable pushed_;  // for the one that takes
  std::condition_variable taken_;
  std::size_t awaited_ = 1;
  std::deque<T> items_;
  std::size_t capacity_;
  bool closed_ = false;
};

}  // namespace tertulia::hub
