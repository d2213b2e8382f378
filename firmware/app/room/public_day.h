// SPDX-License-Identifier: Apache-2.0
// What the public screens may know of a whole day: the sessions of every room through the gate of closed
// sessions, and what begins next anywhere. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/app/state/device_state.h"
#include "firmware/domain/public.h"

namespace tertulia {

// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): only for_public() makes a PublicSession
struct PublicEntry {
  PublicSession session;
  WallTime start;  // expected, like the end: a session that runs late delays what follows in its room
  WallTime end;

  [[nodiscard]] bool is_break() const { return session.open() && session.open()->is_break; }
};

struct PublicRow {
  std::string room;                  // its id
  std::vector<PublicEntry> entries;  // by start; without those that last all day
  Milliseconds late{};               // what runs there is behind its plan by so much; 0: it is not
};

// Points into the agenda; valid until that changes.
struct PublicDay {
  WallTime from;                // local midnight
  std::vector<PublicRow> rows;  // every room of the visit, in its order

  [[nodiscard]] bool has_begun(WallTime now) const;       // a session of the day is over or runs
  [[nodiscard]] bool has_more_after(WallTime now) const;  // a session of the day runs or comes
};

// The day that `now` has in the zone of the visit. Without rows when the zone is unknown.
[[nodiscard]] PublicDay public_day(const DeviceState& device_state, const Now& now);

// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): as above
struct PublicBeginning {
  PublicSession session;
  std::string where;  // the name of its room, or its place as the calendar has it; may be empty
};
// The first session that starts after `now`, in any room; of those that start at once the one in `room`. None
// when nothing follows. In the language of `words`.
[[nodiscard]] std::optional<PublicBeginning> next_beginning(const DeviceState& device_state,
                                                            const std::string& room, const Catalogue& words,
                                                            const Now& now);

// "We begin at 09:30 in Sala Magna", with the day when that is another one.
[[nodiscard]] std::string begins_text(const PublicBeginning& next, const Catalogue& words, const Visit& visit,
                                      const Now& now);

}  // namespace tertulia
