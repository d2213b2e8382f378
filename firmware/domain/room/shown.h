// SPDX-License-Identifier: Apache-2.0
// What the displays of a room show beside the plan, because the moderator said so. Values.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/room/anchor.h"

namespace tertulia {

enum class ShownKind {
  kPlan,            // the running session, or what comes: nothing beside it
  kQuestion,        // `item`: id of a question from the floor
  kResults,         // `item`: a question of a questionnaire, "closing/useful"
  kLearningPoints,  // of the session
  kNextSession,     // date and place, see NextSession
  kMessage,         // `text` alone
  kBlackout         // nothing but the clock
};
[[nodiscard]] std::string_view to_text(ShownKind kind);
[[nodiscard]] Result<ShownKind> shown_kind_from(std::string_view text);

// What reaches every room of a visit is said in a room of its own, by the same rules. Nobody is in it. The id
// is a level of a topic: [a-z0-9-]{1,32}.
[[nodiscard]] std::string all_rooms(std::string_view visit);

// Over whatever else is shown; the part's countdown goes on behind it. Empty text: there is none.
struct RoomAnnouncement {
  std::string text;
  WallTime said;          // label only
  Milliseconds length{};  // "Shown for 5 minutes"
  Countdown left;         // it goes when this is over
  bool to_all = false;    // to all rooms, else to this one

  friend auto operator<=>(const RoomAnnouncement&, const RoomAnnouncement&) = default;
};

// A clock beside that of the part: of an intervention from the floor (30 s to 5 min), or of a working group.
struct SideClock {
  std::string label;  // number of the group, "1" to "3"; empty: an intervention
  Milliseconds length{};
  Countdown left;

  friend auto operator<=>(const SideClock&, const SideClock&) = default;
};
inline constexpr std::size_t kMostSideClocks = 4;  // one intervention and three groups

struct ShownNow {
  ShownKind kind = ShownKind::kPlan;
  std::string item;
  std::string text;
  bool revealed = false;       // of results: shown, else their place is
  bool counts_to_end = false;  // displays count to the end of the session in place of the part
  RoomAnnouncement announcement;
  std::vector<SideClock> clocks;

  friend auto operator<=>(const ShownNow&, const ShownNow&) = default;
};

[[nodiscard]] BootTime anchor_of(const ShownNow& shown);
// Whether a time in it runs.
[[nodiscard]] bool is_running(const ShownNow& shown);
[[nodiscard]] ShownNow reanchored(const ShownNow& shown, const Transit& transit, const Now& now);

// A device's guess after a restart of the machine. With a good clock what ran goes on by its label, and is
// gone when it was over for half an hour. Without one a clock of a group stands still with what was left, and
// an announcement is gone.
[[nodiscard]] ShownNow restored(const ShownNow& shown, const Now& now);

// Whether there is an announcement, and its time is not over.
[[nodiscard]] bool is_announced(const ShownNow& shown, const Now& now);

// When the announcement that is shown was made, on this device's boot clock.
[[nodiscard]] BootTime announced_at(const RoomAnnouncement& announcement);

}  // namespace tertulia
