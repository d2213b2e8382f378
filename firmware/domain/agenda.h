// SPDX-License-Identifier: Apache-2.0
// The agenda of a visit: sessions with place, time and access, and the questions that screens ask of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/rundown.h"
#include "firmware/domain/text.h"
#include "firmware/domain/time.h"

namespace tertulia {

enum class Access { kOpen, kClosed };
enum class Presence { kInPerson, kOnline, kHybrid };
[[nodiscard]] std::string_view to_text(Access access);
[[nodiscard]] Result<Access> access_from(std::string_view text);
[[nodiscard]] std::string_view to_text(Presence presence);
[[nodiscard]] Result<Presence> presence_from(std::string_view text);

struct Session {
  std::string id;    // UID of the calendar entry (RFC 5545), or made from it; unique in the agenda
  std::string slug;  // [a-z0-9-]{1,32}, unique; what topics and events carry
  LocalizedText title;
  LocalizedText expected_outcomes;
  std::string room;    // id of a room of the visit; empty when the place is elsewhere
  std::string place;   // as written in the calendar
  std::string format;  // session format id, e.g. "round-table"; may be empty
  std::string form;    // id of the questionnaire asked at the kiosk; may be empty
  Access access = Access::kOpen;
  Presence presence = Presence::kInPerson;
  bool all_day = false;
  bool is_break = false;
  WallTime end;
  Rundown rundown;  // start of the session = rundown.start; one segment when the calendar says no more

  [[nodiscard]] WallTime start() const { return rundown.start; }
  // It starts when it is planned, whatever runs late before it: its first segment is pinned.
  [[nodiscard]] bool holds() const {
    return !rundown.segments.empty() && rundown.segments.front().policy == ReflowPolicy::kPinned;
  }
  friend bool operator==(const Session&, const Session&) = default;
};

// Sorted by start, then by room.
struct Agenda {
  std::vector<Session> sessions;

  [[nodiscard]] const Session* find(std::string_view id) const;
  // The session of `room` with start <= time < end; the one that started last when several overlap.
  [[nodiscard]] const Session* running_in(std::string_view room, WallTime time) const;
  // All sessions of `room` that end after `time`, in order.
  [[nodiscard]] std::vector<const Session*> upcoming_in(std::string_view room, WallTime time) const;
  friend bool operator==(const Agenda&, const Agenda&) = default;
};

void sort_sessions(Agenda& agenda);

}  // namespace tertulia
