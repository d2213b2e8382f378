// SPDX-License-Identifier: Apache-2.0
// Every device of a room ends with the same state, whatever happened to the messages.
#include "firmware/domain/room/room_state.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/domain/room/random_words.h"

namespace tertulia {
namespace {

constexpr int kRounds = 400;

RoomState after_hearing(const std::vector<RoomWord>& words) {
  RoomState state;
  for (const RoomWord& word : words) merge(state, word);
  return state;
}

ShownNow message(const std::string& text) {
  ShownNow shown;
  shown.kind = ShownKind::kMessage;
  shown.text = text;
  return shown;
}

TEST(room_state, any_order_of_words_ends_in_one_state) {
  RandomWords random(1);
  for (int round = 0; round < kRounds; ++round) {
    auto words = random.words(30);
    const RoomState first = after_hearing(words);
    for (int order = 0; order < 3; ++order) {
      std::shuffle(words.begin(), words.end(), random.dice());
      ASSERT_EQ(after_hearing(words), first) << "round " << round;
    }
  }
}

TEST(room_state, a_word_that_comes_again_changes_nothing) {
  RandomWords random(2);
  for (int round = 0; round < kRounds; ++round) {
    const auto words = random.words(30);
    RoomState state = after_hearing(words);
    const RoomState first = state;
    for (const RoomWord& word : words) {
      const Merge merged = merge(state, word);
      EXPECT_TRUE(merged == Merge::kOld || merged == Merge::kSame) << static_cast<int>(merged);
    }
    ASSERT_EQ(state, first) << "round " << round;
  }
}

TEST(room_state, two_halves_that_were_apart_agree_after_one_exchange_of_what_they_hold) {
  RandomWords random(3);
  for (int round = 0; round < kRounds; ++round) {
    const auto early = random.words(10);
    auto one = after_hearing(early);
    auto other = one;
    for (const RoomWord& word : random.words(15)) merge(one, word);
    for (const RoomWord& word : random.words(15)) merge(other, word);
    const auto of_one = words_of(one);
    for (const RoomWord& word : words_of(other)) merge(one, word);
    for (const RoomWord& word : of_one) merge(other, word);
    ASSERT_EQ(one, other) << "round " << round;
  }
}

RoomState together(RoomState one, const RoomState& other) {
  for (const RoomWord& word : words_of(other)) merge(one, word);
  return one;
}

TEST(room_state, merging_whole_states_is_commutative_associative_and_idempotent) {
  RandomWords random(5);
  for (int round = 0; round < kRounds; ++round) {
    const RoomState a = after_hearing(random.words(8));
    const RoomState b = after_hearing(random.words(8));
    const RoomState c = after_hearing(random.words(8));
    ASSERT_EQ(together(a, b), together(b, a)) << "round " << round;
    ASSERT_EQ(together(together(a, b), c), together(a, together(b, c))) << "round " << round;
    ASSERT_EQ(together(a, a), a) << "round " << round;
    ASSERT_EQ(together(together(a, b), b), together(a, b)) << "round " << round;
  }
}

TEST(room_state, what_it_holds_is_all_that_another_device_needs) {
  RandomWords random(4);
  for (int round = 0; round < kRounds; ++round) {
    const RoomState state = after_hearing(random.words(40));
    EXPECT_EQ(after_hearing(words_of(state)), state);
  }
}

TEST(room_state, the_newer_of_an_open_and_a_closed_word_holds_in_the_room) {
  RoomState state;
  Session closed;
  closed.slug = "s-4f2a";
  closed.access = Access::kClosed;
  const PublicSession session = for_public(closed);
  ShownNow shown;
  shown.kind = ShownKind::kBlackout;
  merge(state, say(state, shown, "desk", nullptr));
  shown.kind = ShownKind::kQuestion;
  merge(state, say(state, shown, "desk", &session));
  EXPECT_EQ(state.shown().value.kind, ShownKind::kQuestion);
  EXPECT_EQ(state.open.shown.value.kind, ShownKind::kBlackout);
  merge(state, say(state, ShownNow{}, "desk", nullptr));
  EXPECT_EQ(state.shown().value.kind, ShownKind::kPlan);
}

TEST(room_state, nothing_of_a_closed_session_is_left_but_what_may_leave_the_room) {
  RoomState state;
  Session closed;
  closed.slug = "s-4f2a";
  closed.access = Access::kClosed;
  const PublicSession session = for_public(closed);
  RoomNote note;
  note.session = session.slug();
  note.text = "The merger fails";
  merge(state, say_note(state, "n1", note, "desk", &session));
  note.text = "Ask earlier";
  note.may_leave = true;
  merge(state, say_note(state, "n2", note, "desk", &session));
  ShownNow shown;
  shown.kind = ShownKind::kMessage;
  shown.text = "The merger fails";
  merge(state, say(state, shown, "desk", &session));
  ASSERT_EQ(state.notes().size(), 2U);

  for (const RoomWord& word : erase_closed(state, "s-4f2a", "desk", Erases::kAll)) merge(state, word);
  ASSERT_EQ(state.notes().size(), 1U);
  EXPECT_EQ(state.notes()[0].note.text, "Ask earlier");
  EXPECT_EQ(state.shown().value, ShownNow{});
  for (const auto& [id, word] : state.closed.notes.at("desk").value.notes)
    EXPECT_TRUE(word.value.removed && word.value.text.empty()) << id;
  EXPECT_EQ(state.closed.shown.value, ShownNow{});
}

TEST(room_state, an_erased_word_of_a_closed_session_never_hides_what_was_said_since) {
  RoomState state;
  Session closed;
  closed.slug = "s-4f2a";
  closed.access = Access::kClosed;
  const PublicSession session = for_public(closed);
  merge(state, say(state, message("inside"), "desk", &session));
  merge(state, say(state, message("outside"), "desk", nullptr));
  for (const RoomWord& word : erase_closed(state, "s-4f2a", "z-desk", Erases::kAll)) merge(state, word);
  EXPECT_EQ(state.shown().value.text, "outside");
}

TEST(room_state, the_owner_of_a_share_that_lost_its_store_keeps_what_the_room_remembers_and_what_is_new) {
  RoomState before;
  FloorShare share;
  share.questions["q1"].text = "Who pays?";
  for (int hand = 0; hand < 4; ++hand) share = with_support(share, "q1", "first-store");
  for (int said = 0; said < 5; ++said) merge(before, say(before, share, "kiosk-1", nullptr));

  RoomState after;
  FloorShare fresh;
  fresh.questions["q2"].text = "How long?";
  fresh = with_support(fresh, "q1", "second-store");
  merge(after, say(after, fresh, "kiosk-1", nullptr));
  const RoomWord own = words_of(after)[0];
  const RoomWord heard = words_of(before)[0];
  merge(after, reunited(own, heard));
  merge(before, words_of(after)[0]);
  EXPECT_EQ(before, after);
  ASSERT_EQ(after.floor().size(), 2U);
  EXPECT_EQ(after.floor()[0].supports, 5U);
}

}  // namespace
}  // namespace tertulia
