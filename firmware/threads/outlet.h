// SPDX-License-Identifier: Apache-2.0
// The sending side of a mailbox for a thread that must not wait: keeps, in order, what a full box did not
// take.
#pragma once

#include <cstddef>
#include <deque>
#include <utility>

#include "firmware/threads/mailbox.h"

namespace tertulia {

template <class T>
class Outlet {
 public:
  static constexpr std::size_t kEverything = static_cast<std::size_t>(-1);

  // `box` must outlive this. Of more than `most_kept` messages the oldest goes: who does not read for so long
  // is gone.
  explicit Outlet(Mailbox<T>& box, std::size_t most_kept = kEverything) : box_(box), most_kept_(most_kept) {}

  void put(T message) {
    kept_.push_back(std::move(message));
    if (kept_.size() > most_kept_) kept_.pop_front();
    flush();
  }
  // For a state, where only the newest is of use: takes the place of a message of the same alternative of the
  // variant T that still waits here.
  void put_newest(T message) {
    std::erase_if(kept_, [&message](const T& waiting) { return waiting.index() == message.index(); });
    put(std::move(message));
  }
  // For what is worth nothing later: goes at once, behind nothing that is kept, or not at all.
  void hint(T message) {
    if (kept_.empty()) static_cast<void>(box_.put(std::move(message)));
  }
  void flush() {
    while (!kept_.empty() && box_.put(kept_.front())) kept_.pop_front();
  }
  [[nodiscard]] bool empty() const { return kept_.empty(); }

 private:
  Mailbox<T>& box_;
  std::size_t most_kept_;
  std::deque<T> kept_;
};

}  // namespace tertulia
