// SPDX-License-Identifier: Apache-2.0
// What an order of the hub does to the house. Pure. Main thread only.
#pragma once

#include <optional>

#include "firmware/app/house.h"
#include "firmware/domain/order.h"
#include "firmware/ports/views.h"

namespace tertulia {

inline constexpr BootTime kIdentifyFor = std::chrono::seconds(20);

// Whether the program goes on after an order, and why not.
enum class Ending { kClosed, kRestart };

struct Obedience {
  std::optional<OrderAnswer> answer;  // none: the exporter gives it when it is done
  std::optional<Ending> ending;       // none: it goes on
};
[[nodiscard]] Obedience obey(House& house, const Task& task, const Now& now);

// What is over is forgotten.
void forget_notices(House& house, const Now& now);
// When forget_notices() next has something to do.
[[nodiscard]] std::optional<BootTime> next_notice_end(const House& house);

// Every screen instead of its own View while the device is to be found; none otherwise.
[[nodiscard]] std::optional<DoorView> identify_view(const House& house, const RoleSettings& settings,
                                                    const Now& now);

}  // namespace tertulia
