// SPDX-License-Identifier: Apache-2.0
// When answers that wait may be shown to whoever reads the database. Pure.
//
// Somebody who copies the database at each commit knows which device brought an answer in which second, but
// not which answer. When several are laid open at once, each may be any of those that look alike from
// outside. So an answer waits until enough others that look like it have come, or until it has waited for
// long.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "firmware/domain/time.h"

namespace tertulia::hub {

// So many must come from other devices than the one that brought most of them. One device that knows which
// answers are its own takes away none of these: it cannot make somebody stand alone.
inline constexpr std::size_t kOthers = 20;
// After this, fewer will have to do: whoever gave an answer to the same session has given it by then. A
// device keeps what the hub has taken for its grace_hours. They are 48 unless somebody sets others. Where
// they are more than this wait, the device still has an answer that waits here. Where they are fewer, it may
// have erased it, and the file of the keys alone can open it.
inline constexpr std::chrono::hours kLongestWait{6};
// So many of one device wait at most. They hide among themselves, and no device fills the table.
inline constexpr std::size_t kMostOfOne = 1000;
// More than so many of one device at once are a backlog, and tell no second in which somebody answered: they
// need not wait at all.
inline constexpr std::size_t kBacklog = 200;

// What the rule looks at.
struct Waiter {
  std::string crowd;  // the same for answers that look alike
  std::string giver;  // the same for answers of one device
  WallTime arrived;
};

// Which of them need not wait any longer. A whole crowd goes at once, but for the devices with more than
// `most_of_one`. A clock that was wrong makes nobody wait for ever.
[[nodiscard]] std::vector<bool> ripe(std::span<const Waiter> waiting, WallTime now,
                                     std::size_t most_of_one = kMostOfOne);

}  // namespace tertulia::hub
