// SPDX-License-Identifier: Apache-2.0
// A device with a kiosk and the display of its room, while the moderator reveals what people answered.
#include <gmock/gmock.h>

#include "tests/app/loop_rig.h"

namespace tertulia::test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class results_loop : public LoopTest {
 protected:
  void SetUp() override { serve({room(), kiosk()}); }
  void reveal(bool revealed = true) {
    const Session* session = device_state_now().pack.agenda.find("status@visit");
    const PublicSession about = for_public(*session);
    ShownNow shown;
    shown.kind = ShownKind::kResults;
    shown.item = "pulse/useful";
    shown.revealed = revealed;
    const RoomState state;
    RoomWord word = say(state, shown, "desk-1", &about);
    std::get<Register<ShownNow>>(word.word).rank.revision = ++revision_;
    const wire::Sent sent{"another boot", clock.now().boot, {}, {}};
    storage_says(to_main::HeardInRoom{"magna", {word, sent, clock.now().boot, {}, {}}});
  }
  [[nodiscard]] const DeviceState& device_state_now() const { return loop->device_state(); }
  std::vector<to_keeper::CountResults> asked() { return only<to_keeper::CountResults>(keeper.drain()); }
  [[nodiscard]] ResultsShare counted(std::uint64_t people) const {
    ResultsShare share{PublicId::received("status"), "pulse", "hash-of-pulse", false, {}, {}};
    share.questions["useful"] = {
        2 * people, {{{0, "1"}, {people, 2 * people}}, {{1, "2"}, {people, 2 * people}}}, {}, 0};
    return share;
  }
  std::uint64_t revision_ = 0;
};

TEST_F(results_loop, a_kiosk_counts_when_answers_are_revealed_and_again_when_there_are_more) {
  turn();
  EXPECT_THAT(asked(), IsEmpty());
  reveal();
  auto letters = asked();
  ASSERT_THAT(letters, SizeIs(1));
  EXPECT_EQ(letters[0].room, "magna");
  EXPECT_EQ(letters[0].what.session.text(), "status");
  EXPECT_EQ(letters[0].time.label, device_state_now().pack.agenda.find("status@visit")->start());
  turn();
  EXPECT_THAT(asked(), IsEmpty());
  StoreCounts counts = device_state_now().counts;
  ++counts.submitted;
  storage_says(to_main::CountsChanged{counts});
  EXPECT_THAT(asked(), SizeIs(1));
}

TEST_F(results_loop, a_kiosk_counts_again_later_where_the_store_refused) {
  reveal();
  EXPECT_THAT(asked(), SizeIs(1));
  storage_says(to_main::ResultsCounted{"magna", std::nullopt, false});
  EXPECT_THAT(asked(), IsEmpty());
  clock.advance(std::chrono::seconds(25));
  turn();
  EXPECT_THAT(asked(), SizeIs(1));
}

TEST_F(results_loop, a_kiosk_counts_nothing_that_is_hidden) {
  reveal(false);
  EXPECT_THAT(asked(), IsEmpty());
}

TEST_F(results_loop, what_was_counted_is_said_in_the_room_once_and_shown) {
  reveal();
  static_cast<void>(keeper.drain());
  storage_says(to_main::ResultsCounted{"magna", counted(10)});
  EXPECT_EQ(device_state_now().rooms.at("magna").open.results.at(device_state_now().device).value,
            counted(10));
  EXPECT_THAT(only<to_keeper::SaveRoomWord>(keeper.drain()), SizeIs(1));
  storage_says(to_main::ResultsCounted{"magna", counted(10)});
  EXPECT_THAT(only<to_keeper::SaveRoomWord>(keeper.drain()), IsEmpty());
  storage_says(to_main::ResultsCounted{"magna", counted(15)});
  EXPECT_THAT(only<to_keeper::SaveRoomWord>(keeper.drain()), SizeIs(1));
}

}  // namespace
}  // namespace tertulia::test
