// SPDX-License-Identifier: Apache-2.0
// The sending side of a mailbox for a thread that must not wait: keeps, in order, what a full box did not
// take.
#pragma once

#include <cstddef>
#include <deque>
#include <utility>

#include "firmware/app/mailbox.h"

namespace tertulia {

template <class T>
class Outlet {
 public:
  static constexpr std::size_t kMostKept =
      1000;  // then the oldest goes: who does not read for so long is gone

  // `box` must outlive this.
  explicit Outlet(Mailbox<T>& box) : box_(box) {}

  void put(T message) {
    kept_.push_back(std::move(message));
    if (kept_.size() > kMostKept) kept_.pop_front();
    flush();
  }
  void flush() {
    while (!kept_.empty() && box_.put(kept_.front())) kept_.pop_front();
  }
  [[nodiscard]] bool empty() const { return kept_.empty(); }

 private:
  Mailbox<T>& box_;
  std::deque<T> kept_;
};

}  // namespace tertulia
