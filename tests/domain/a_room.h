// SPDX-License-Identifier: Apache-2.0
// A room with a timer and a clock, for the tests: verbs that read like what people do there.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "firmware/domain/timer_transitions.h"

namespace tertulia {

// The instant that RFC 3339 text names.
inline WallTime at(std::string_view text) {
  const Result<WallTime> time = wall_from_rfc3339(text);
  EXPECT_TRUE(time.ok()) << text;
  return time.ok() ? time.value() : WallTime{};
}

inline Segment segment_of(std::string id, Milliseconds length) {
  Segment segment;
  segment.id = std::move(id);
  segment.length = length;
  return segment;
}

// "a" for 20 min at 10:00, "b" for 10 min at 10:20, "c" for 30 min at 10:30.
inline Rundown three_segments() {
  return {at("2027-05-11T10:00:00Z"),
          {segment_of("a", Minutes(20)), segment_of("b", Minutes(10)), segment_of("c", Minutes(30))}};
}

class ARoom {
 public:
  explicit ARoom(Rundown plan = three_segments()) : rundown(std::move(plan)) {
    now.wall = rundown.start;
    now.boot = std::chrono::hours(3);
    now.boot_id = "boot-1";
    now.quality = ClockQuality::kSynced;
  }

  // Time goes by, nobody looks.
  void pass(Milliseconds time) {
    now.wall += time;
    now.boot += time;
  }
  // Network time corrects the wall clock; the boot clock never jumps.
  void step_wall_clock(Milliseconds by) { now.wall += by; }
  // The appliance's own clock looks.
  std::vector<TimerFact> look() { return take(elapse(timer, rundown, now)); }

  std::vector<TimerFact> press(const TimerCommand& command) {
    const Result<TimerTransition> result = apply(timer, rundown, command, now);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().message);
    return result.ok() ? take(result.value()) : std::vector<TimerFact>{};
  }
  // What the appliance says to a command that makes no sense now; empty when it obeys.
  [[nodiscard]] std::string refusal(const TimerCommand& command) const {
    const Result<TimerTransition> result = apply(timer, rundown, command, now);
    return result.ok() ? "" : result.error().message;
  }

  void load(std::size_t segment = 0) { press(command::Load{"session", segment}); }
  void start(std::size_t segment = 0) {
    load(segment);
    press(command::Start{});
  }
  void power_cut(Milliseconds off) {
    pass(off);
    now.boot = std::chrono::seconds(20);
    now.boot_id += "+1";
    timer = restore(timer, now);
  }

  [[nodiscard]] Milliseconds left() const { return remaining_at(timer, now); }
  [[nodiscard]] Milliseconds spoken() const { return anchored(timer, now).elapsed; }
  [[nodiscard]] Milliseconds late() const { return offset_at(timer, rundown, now); }

  Rundown rundown;
  Now now;
  Timer timer;

 private:
  std::vector<TimerFact> take(const TimerTransition& transition) {
    timer = transition.timer;
    return transition.facts;
  }
};

using Facts = std::vector<TimerFact>;

}  // namespace tertulia
