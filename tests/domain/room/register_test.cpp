// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/room/register.h"

#include <gtest/gtest.h>

#include "firmware/domain/room/room_state.h"

namespace tertulia {
namespace {

Register<NextSession> place_word(std::uint64_t revision, const std::string& author, const std::string& place,
                                 WordKind kind = WordKind::kSaid) {
  return {{0, revision, kind, author}, "", {std::nullopt, place}};
}

TEST(register_, a_higher_revision_wins_over_any_author) {
  auto held = place_word(4, "z", "here");
  EXPECT_EQ(merge(held, place_word(5, "a", "there")), Merge::kNews);
  EXPECT_EQ(held.value.place, "there");
  EXPECT_EQ(merge(held, place_word(4, "z", "here")), Merge::kOld);
}

TEST(register_, what_somebody_said_wins_over_what_a_device_guessed_after_its_restart) {
  auto held = place_word(5, "z", "guessed", WordKind::kRestored);
  EXPECT_EQ(merge(held, place_word(5, "a", "said")), Merge::kNews);
  EXPECT_EQ(merge(held, place_word(5, "z", "guessed", WordKind::kRestored)), Merge::kOld);
  EXPECT_EQ(merge(held, place_word(6, "z", "later", WordKind::kRestored)), Merge::kNews);
}

TEST(register_, of_two_that_pressed_in_the_same_second_the_greater_author_wins_everywhere) {
  auto held = place_word(5, "moderator-1", "here");
  EXPECT_EQ(merge(held, place_word(5, "moderator-2", "there")), Merge::kNews);
  EXPECT_EQ(merge(held, place_word(5, "moderator-1", "here")), Merge::kOld);
}

TEST(register_, the_same_word_with_a_later_anchor_corrects_a_running_time) {
  Register<Balance> held{{0, 1, WordKind::kSaid, "desk"}, "", {{}, "hosts", {BootTime(5), "boot"}}};
  auto repeat = held;
  repeat.value.since.boot = BootTime(9);
  repeat.value.spoken["hosts"] = Milliseconds(4);
  EXPECT_EQ(merge(held, repeat), Merge::kRepeat);
  EXPECT_EQ(held, repeat);
  EXPECT_EQ(merge(held, repeat), Merge::kSame);
}

TEST(register_, after_the_greatest_revision_a_new_era_begins_that_wins_and_can_be_read) {
  auto held = place_word(kMostRevision, "zz-hostile", "nowhere");
  const auto next = say(held, NextSession{std::nullopt, "here"}, "desk", "");
  EXPECT_LE(next.rank.revision, kMostRevision);
  EXPECT_EQ(merge(held, next), Merge::kNews);
  EXPECT_EQ(held.value.place, "here");
}

TEST(register_, at_the_end_of_all_eras_every_number_can_still_be_read) {
  auto held = place_word(kMostRevision, "hostile", "nowhere");
  held.rank.era = kMostRevision;
  const auto next = say(held, NextSession{std::nullopt, "here"}, "moderator", "");
  EXPECT_EQ(next.rank.era, kMostRevision);
  EXPECT_EQ(next.rank.revision, kMostRevision);
  EXPECT_EQ(merge(held, next), Merge::kNews);
}

TEST(register_, every_kind_of_word_is_read_back_from_its_name) {
  for (const WordKind kind : {WordKind::kSaid, WordKind::kRestored})
    EXPECT_EQ(word_kind_from(to_text(kind)).value(), kind);
  EXPECT_FALSE(word_kind_from("heard").ok());
  for (int value = 0; value < 8; ++value)
    EXPECT_EQ(room_value_from(to_text(static_cast<RoomValue>(value))).value(), static_cast<RoomValue>(value));
}

}  // namespace
}  // namespace tertulia
