// SPDX-License-Identifier: Apache-2.0
// The bounded queue through which one thread hands messages to another, on the device and on the hub. Any
// thread may put; one thread takes. A full mailbox never grows: the sender chooses what happens then.
//   put()          returns false at once, and the sender keeps or drops the message
//   put_waiting()  blocks until there is room
//   Sender         keeps what did not fit, in order, and puts it in later
// Where strangers cause messages, a mailbox is bounded by their bytes as well.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <iterator>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace tertulia {

// When take_batch() stops waiting for more.
struct BatchLimits {
  std::size_t count = 500;
  std::chrono::milliseconds age{50};  // since the first message of the batch was seen
};

// The bytes that messages may have together. One that is larger by itself fits into an empty mailbox.
template <class T>
struct ByteLimit {
  std::size_t most = static_cast<std::size_t>(-1);
  std::size_t (*bytes_of)(const T&) = [](const T&) { return std::size_t{0}; };
};

template <class T>
class Mailbox {
 public:
  // `wake` is called after each put and after close(), outside the lock, on the sender's thread. A
  // receiver that sleeps in its own poll() needs it. What `wake` uses must outlive the mailbox.
  explicit Mailbox(std::size_t capacity, std::function<void()> wake = {}, ByteLimit<T> limit = {})
      : capacity_(capacity), wake_(std::move(wake)), limit_(limit) {}

  // False when the mailbox is full or closed: the message was not taken.
  [[nodiscard]] bool put(T message) {
    std::unique_lock lock(mutex_);
    if (closed_ || !has_room_for(message)) return false;
    return add(std::move(message), std::move(lock));
  }

  // Blocks while the mailbox is full. False when it is closed: the message was not taken.
  [[nodiscard]] bool put_waiting(T message) {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [&] { return closed_ || has_room_for(message); });
    if (closed_) return false;
    return add(std::move(message), std::move(lock));
  }

  // Blocks until there is a message. None once the mailbox is closed and empty.
  [[nodiscard]] std::optional<T> take() {
    std::unique_lock lock(mutex_);
    awaited_ = 1;
    has_messages_.wait(lock, [this] { return closed_ || !messages_.empty(); });
    if (messages_.empty()) return std::nullopt;
    return std::move(remove(1).front());
  }

  // Everything that is there, without waiting.
  [[nodiscard]] std::vector<T> drain() {
    const std::lock_guard lock(mutex_);
    return remove(messages_.size());
  }

  // Waits at most `patience` for a first message, then until the batch is full or old enough. May be empty.
  [[nodiscard]] std::vector<T> take_batch(const BatchLimits& limits, std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    wait_for(lock, 1, patience);
    if (!messages_.empty()) wait_for(lock, std::min(limits.count, capacity_), limits.age);
    return remove(std::min(limits.count, messages_.size()));
  }

  // Nothing more comes in. What is there can still be taken.
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    has_messages_.notify_all();
    has_room_.notify_all();
    if (wake_) wake_();
  }

  // Waits for close(), at most `patience`. Returns whether the mailbox is closed.
  [[nodiscard]] bool wait_closed(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    return has_room_.wait_for(lock, patience, [this] { return closed_; });
  }
  [[nodiscard]] bool closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
  }
  [[nodiscard]] const ByteLimit<T>& limit() const { return limit_; }
  [[nodiscard]] bool closed_and_empty() const {
    const std::lock_guard lock(mutex_);
    return closed_ && messages_.empty();
  }

 private:
  [[nodiscard]] bool has_room_for(const T& message) const {
    if (messages_.empty()) return capacity_ > 0;
    return messages_.size() < capacity_ && bytes_ + limit_.bytes_of(message) <= limit_.most;
  }

  bool add(T message, std::unique_lock<std::mutex> lock) {
    bytes_ += limit_.bytes_of(message);
    messages_.push_back(std::move(message));
    const bool is_enough = messages_.size() >= awaited_;  // a receiver is not woken for less
    lock.unlock();
    if (is_enough) has_messages_.notify_one();
    if (wake_) wake_();
    return true;
  }

  std::vector<T> remove(std::size_t count) {
    const auto end = messages_.begin() + static_cast<std::ptrdiff_t>(count);
    for (auto each = messages_.begin(); each != end; ++each) bytes_ -= limit_.bytes_of(*each);
    std::vector<T> removed(std::make_move_iterator(messages_.begin()), std::make_move_iterator(end));
    messages_.erase(messages_.begin(), end);
    if (count > 0) has_room_.notify_all();
    return removed;
  }

  void wait_for(std::unique_lock<std::mutex>& lock, std::size_t count, std::chrono::milliseconds patience) {
    awaited_ = count;
    has_messages_.wait_for(lock, patience, [&] { return closed_ || messages_.size() >= count; });
  }

  const std::size_t capacity_;
  const std::function<void()> wake_;
  mutable std::mutex mutex_;
  std::condition_variable has_messages_;
  std::condition_variable has_room_;
  std::size_t awaited_ = 1;  // by the receiver
  std::deque<T> messages_;
  const ByteLimit<T> limit_;
  std::size_t bytes_ = 0;  // of messages_
  bool closed_ = false;
};

// The sending side of a mailbox for a thread that must not block. It keeps the messages that a full mailbox
// refused, and puts them in, oldest first, at the next put() or flush(). One thread; the mailbox must outlive
// it.
template <class T>
class Sender {
 public:
  // Above `most_kept` messages the oldest is dropped: a receiver that reads nothing for so long is gone.
  // Above the bytes of the mailbox, the oldest that counts towards them.
  explicit Sender(Mailbox<T>& box, std::size_t most_kept = static_cast<std::size_t>(-1))
      : box_(box), most_kept_(most_kept) {}

  void put(T message) {
    bytes_ += box_.limit().bytes_of(message);
    kept_.push_back(std::move(message));
    flush();
    if (kept_.size() > most_kept_) drop(kept_.begin());
    while (bytes_ > box_.limit().most) drop(first_with_bytes());
  }
  // For a state, of which only the newest is of use: it takes the place of a kept message of the same
  // alternative of the variant T.
  void put_newest(T message) {
    for (auto each = kept_.begin(); each != kept_.end();)
      each = each->index() == message.index() ? drop(each) : std::next(each);
    put(std::move(message));
  }
  // Puts in a message that is useless later. Drops it if the mailbox is full or older messages are kept.
  void offer(T message) {
    if (kept_.empty()) static_cast<void>(box_.put(std::move(message)));
  }
  void flush() {
    while (!kept_.empty() && box_.put(kept_.front())) drop(kept_.begin());
  }
  [[nodiscard]] bool empty() const { return kept_.empty(); }

 private:
  using Kept = typename std::deque<T>::iterator;

  Kept drop(Kept each) {
    bytes_ -= box_.limit().bytes_of(*each);
    return kept_.erase(each);
  }
  [[nodiscard]] Kept first_with_bytes() {
    return std::find_if(kept_.begin(), kept_.end(),
                        [this](const T& each) { return box_.limit().bytes_of(each) > 0; });
  }

  Mailbox<T>& box_;
  const std::size_t most_kept_;
  std::deque<T> kept_;
  std::size_t bytes_ = 0;  // of kept_
};

}  // namespace tertulia
