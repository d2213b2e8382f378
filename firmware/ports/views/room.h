// SPDX-License-Identifier: Apache-2.0
// What a room display and a door sign show. Part of views.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/rundown.h"
#include "firmware/ports/views/parts.h"

namespace tertulia {

struct ComingUp {
  std::string time;
  std::string title;
  std::string detail;
  SegmentKind kind = SegmentKind::kOther;
  friend bool operator==(const ComingUp&, const ComingUp&) = default;
};

// A clock beside that of the part: of an intervention, or of a working group.
struct SideTime {
  std::string label;
  std::string countdown;
  Tone tone = Tone::kCalm;
  friend bool operator==(const SideTime&, const SideTime&) = default;
};

struct RoomView {
  Tongue tongue;
  std::string room;
  std::string visit;  // "Exchange visit, day 2 of 4"
  std::optional<Chip> chip;
  std::optional<Chip> step;  // "Not in step": the display counts on without the others of its room
  std::string clock;
  std::string kicker;  // "Round table · segment 2 of 4"
  std::string title;
  std::string speaker;
  std::string countdown;  // empty between sessions
  Tone tone = Tone::kCalm;
  std::string state;  // the word that goes with the tone: "Wrap up", "Paused"
  std::optional<TimeBar> bar;
  std::string started;
  std::string ends;
  std::vector<SideTime> clocks = {};
  std::string coming_up_label;
  std::vector<ComingUp> coming_up;
  std::string outcome_label;
  std::string outcome;
  friend bool operator==(const RoomView&, const RoomView&) = default;
};

enum class DoorState { kFree, kOpenSession, kClosedSession };
struct DoorView {
  Tongue tongue;
  DoorState state = DoorState::kFree;
  std::string room;
  std::string clock;
  std::string kicker;
  std::string headline;
  std::string detail;
  std::string next_time;  // empty when nothing follows
  std::string next_title;
  std::string next_access;
  friend bool operator==(const DoorView&, const DoorView&) = default;
};

}  // namespace tertulia
