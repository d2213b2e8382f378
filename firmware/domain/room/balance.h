// SPDX-License-Identifier: Apache-2.0
// Who has spoken, by group and never by person. Nothing is kept but seconds. Pure.
#pragma once

#include <compare>
#include <map>
#include <string>

#include "firmware/domain/room/anchor.h"

namespace tertulia {

struct Balance {
  std::map<std::string, Milliseconds> spoken;  // by id of a group of the visit, up to the anchor
  std::string floor;                           // the group that has it; empty: nobody
  Anchor since;                                // `floor` speaks since then
  bool revealed = false;                       // the room's display shows it
  bool kept = false;                           // it outlives its session, on purpose

  friend auto operator<=>(const Balance&, const Balance&) = default;
};

[[nodiscard]] BootTime anchor_of(const Balance& balance);
// Whether a time in it runs.
[[nodiscard]] bool is_running(const Balance& balance);
[[nodiscard]] Balance reanchored(const Balance& balance, const Transit& transit, const Now& now);

// What each group has spoken, with the one that speaks now.
[[nodiscard]] std::map<std::string, Milliseconds> spoken_at(const Balance& balance, const Now& now);
// One touch: `group` takes the floor. Empty, or the group that has it: nobody has it then.
[[nodiscard]] Balance give_floor(const Balance& balance, const std::string& group, const Now& now);
// Share of each group that has spoken, in percent; they add up to 100. Empty before anybody spoke a second.
[[nodiscard]] std::map<std::string, int> shares_at(const Balance& balance, const Now& now);

}  // namespace tertulia
