// SPDX-License-Identifier: Apache-2.0
// What a touch said in a room is taken back by saying again what held before.
#include "firmware/domain/room/taking_back.h"

#include <gtest/gtest.h>

#include "firmware/domain/room/side_clocks.h"

namespace tertulia {
namespace {

using namespace std::chrono_literals;

Now boot_after(Milliseconds time) { return {WallTime{} + time, time, "boot-1", ClockQuality::kSynced}; }

ShownNow showing(ShownKind kind) {
  ShownNow shown;
  shown.kind = kind;
  return shown;
}

Session closed_session() {
  Session session;
  session.id = "retreat@visit";
  session.slug = "s-4f2a";
  session.access = Access::kClosed;
  return session;
}

class Touched {
 public:
  void says(const RoomWord& word) {
    undo.words.push_back({"magna", holding(rooms["magna"], word), word.rank()});
    merge(rooms["magna"], word);
  }
  void takes_back() {
    for (const SaidBefore& each : undo.words)
      merge(rooms["magna"], say_again(rooms["magna"], each.before, "desk"));
  }
  [[nodiscard]] RoomState& state() { return rooms["magna"]; }

  RoomStates rooms = {{"magna", {}}};
  SaidUndo undo{{}, 10s};
};

TEST(taking_back, what_held_before_holds_again) {
  Touched desk;
  merge(desk.state(), say(desk.state(), showing(ShownKind::kLearningPoints), "desk", nullptr));
  desk.says(say(desk.state(), showing(ShownKind::kBlackout), "desk", nullptr));
  ASSERT_TRUE(can_take_back(desk.undo, desk.rooms, 9s));
  EXPECT_FALSE(can_take_back(desk.undo, desk.rooms, 10s));
  desk.takes_back();
  EXPECT_EQ(desk.state().shown().value.kind, ShownKind::kLearningPoints);
  EXPECT_FALSE(can_take_back(desk.undo, desk.rooms, 9s)) << "once";
}

TEST(taking_back, a_clock_that_was_stopped_has_not_lost_a_second) {
  Touched desk;
  merge(desk.state(), say(desk.state(), with_clock({}, "1", 10min, boot_after(0s)), "desk", nullptr));
  desk.says(say(desk.state(), without_clock(desk.state().shown().value, "1"), "desk", nullptr));
  desk.takes_back();
  EXPECT_EQ(left_at(desk.state().shown().value.clocks.at(0).left, boot_after(4min)), 6min);
}

TEST(taking_back, nobody_takes_back_what_another_has_said_since) {
  Touched desk;
  desk.says(say(desk.state(), showing(ShownKind::kBlackout), "desk", nullptr));
  merge(desk.state(), say(desk.state(), showing(ShownKind::kPlan), "desk-2", nullptr));
  EXPECT_FALSE(can_take_back(desk.undo, desk.rooms, 1s));
}

TEST(taking_back, what_belonged_to_a_closed_session_stays_there) {
  Touched desk;
  const Session session = closed_session();
  const PublicSession closed = for_public(session);
  ShownNow secret = showing(ShownKind::kMessage);
  secret.text = "The merger fails";
  merge(desk.state(), say(desk.state(), secret, "desk", &closed));
  desk.says(say(desk.state(), showing(ShownKind::kPlan), "desk", &closed));
  desk.takes_back();
  EXPECT_EQ(desk.state().shown().value, secret);
  EXPECT_EQ(desk.state().shown().session, "s-4f2a");
  EXPECT_TRUE(desk.state().open.shown.is_empty());
}

TEST(taking_back, the_first_word_of_a_room_leaves_nothing_shown) {
  Touched desk;
  desk.says(say(desk.state(), showing(ShownKind::kBlackout), "desk", nullptr));
  desk.takes_back();
  EXPECT_EQ(desk.state().shown().value, ShownNow{});
}

}  // namespace
}  // namespace tertulia
