// SPDX-License-Identifier: Apache-2.0
// The keeper: the thread that owns the store. Carries out requests in order, answers, and tells the courier
// of new rows. Answers that a full box does not take wait here and go out first at the next request: late,
// never lost. That somebody has left the kiosk is kept likewise where the store refuses it, and written
// before the next request. Hints (NewRows, Pending) that a full box does not take are dropped: the next one
// says more.
#pragma once

#include "firmware/app/state/messages.h"
#include "firmware/ports/store.h"

namespace tertulia {

struct KeeperBoxes {  // all must outlive the keeper's thread
  KeeperBox& in;
  MainBox& main;
  CourierBox& courier;
};

// Body of the keeper's thread: returns when boxes.in is closed and empty. `store` is used by this thread
// alone.
void run_keeper(Store& store, const KeeperBoxes& boxes);

}  // namespace tertulia
