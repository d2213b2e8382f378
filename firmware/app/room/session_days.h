// SPDX-License-Identifier: Apache-2.0
// A session may last several days: each part is planned on a day of its own, and the nights between are no
// delay. Days are those of `zone`, the IANA name of the visit's. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "firmware/domain/agenda.h"

namespace tertulia {

// From the start of the first part of a day to the end of its last one.
struct DaySpan {
  WallTime start;
  WallTime end;
};
// What the plan has of the session on the day of `time`; of a session within one day, all of it. None: no
// part of it starts on that day.
[[nodiscard]] std::optional<DaySpan> span_on(const Session& session, WallTime time, std::string_view zone);

// The first part that is planned to start after `time`. None: all have begun.
[[nodiscard]] std::optional<std::size_t> next_part(const Session& session, WallTime time);

// The part with which a session joins its plan: the one that is planned for now, else the next one of today,
// else the first one of today, else the next one. The first of all by a clock that nobody has set.
[[nodiscard]] std::size_t part_to_start(const Session& session, const Now& now, std::string_view zone);

// The last part that is planned for the day of `time`. Where none is: the last of all.
[[nodiscard]] std::size_t last_part_on(const Session& session, WallTime time, std::string_view zone);

// Whether a session that ended at `ended` is planned to go on today: it ended on an earlier day.
[[nodiscard]] bool goes_on_today(const Session& session, WallTime ended, const Now& now,
                                 std::string_view zone);

// When the session goes on, on another day, if `time` lies in a night between two of its days: what it left
// is wanted again. The last part before that night may still last. None: it does not rest.
[[nodiscard]] std::optional<WallTime> rest_end(const Session& session, WallTime time, std::string_view zone);

// Whether a part of it is planned for a day after that on which it ended.
[[nodiscard]] bool goes_on_later(const Session& session, WallTime ended, std::string_view zone);

}  // namespace tertulia
