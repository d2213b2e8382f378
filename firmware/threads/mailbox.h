// SPDX-License-Identifier: Apache-2.0
// A bounded queue between two threads. Putting never blocks: a full box says so, and the sender decides what
// is honest.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace tertulia {

template <class T>
class Mailbox {
 public:
  // `wake` is called after each put, outside the lock; it must outlive the mailbox's senders. For receivers
  // that wait in a poll() of their own; empty for those that use take().
  explicit Mailbox(std::size_t capacity, std::function<void()> wake = {})
      : capacity_(capacity), wake_(std::move(wake)) {}

  // False when the box is full or closed: the message was not taken.
  [[nodiscard]] bool put(T message) {
    {
      const std::lock_guard lock(mutex_);
      if (closed_ || messages_.size() >= capacity_) return false;
      messages_.push_back(std::move(message));
    }
    arrived_.notify_one();
    if (wake_) wake_();
    return true;
  }

  // Waits for one message; none once the box is closed and empty.
  [[nodiscard]] std::optional<T> take() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return closed_ || !messages_.empty(); });
    if (messages_.empty()) return std::nullopt;
    T message = std::move(messages_.front());
    messages_.pop_front();
    return message;
  }

  // Everything that is there, without waiting.
  [[nodiscard]] std::vector<T> drain() {
    const std::lock_guard lock(mutex_);
    std::vector<T> all(std::make_move_iterator(messages_.begin()), std::make_move_iterator(messages_.end()));
    messages_.clear();
    return all;
  }

  // Nothing more comes in; what is there can still be taken.
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    arrived_.notify_all();
    if (wake_) wake_();
  }

  [[nodiscard]] bool closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
  }

 private:
  const std::size_t capacity_;
  const std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<T> messages_;
  bool closed_ = false;
};

}  // namespace tertulia
