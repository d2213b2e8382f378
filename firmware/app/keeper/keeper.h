// SPDX-License-Identifier: Apache-2.0
// The keeper: the thread that owns the store. It carries out requests (backlog.h says in which order),
// answers them, and tells the courier of new rows. Where a mailbox is full or the disk refuses:
//
// - Answers wait here and go out first at the next request: late, never lost. Of a state (counts, inventory,
//   an error of the store) only the newest waits.
// - Hints (NewRows, Pending) are dropped: the next one says more.
// - Who asked is told that the store has refused, and asks again. The keeper tries nothing again by itself.
// - A draft that nobody has touched for kLongestDraft is emptied: what its person had answered and not sent
//   is erased from the disk (decision 062).
#pragma once

#include "firmware/app/state/messages.h"
#include "firmware/ports/store.h"

namespace tertulia {

inline constexpr Milliseconds kLongestDraft = std::chrono::hours(1);

struct KeeperBoxes {  // all must outlive the keeper's thread
  KeeperBox& in;
  MainBox& main;
  CourierBox& courier;
};

// Body of the keeper's thread: returns when boxes.in is closed and empty. `store` is used by this thread
// alone.
void run_keeper(Store& store, const KeeperBoxes& boxes);

}  // namespace tertulia
