// SPDX-License-Identifier: Apache-2.0
// The program erases what belongs to a closed session: in the store of the device and at the broker.
#include "firmware/wire/room_words.h"
#include "tests/app/loop_rig.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

constexpr const char* kNobodyElse = "We sell it to nobody";

class the_end_of_a_closed_session : public LoopTest {
 protected:
  the_end_of_a_closed_session() {
    clock.advance(3h + 20min);  // 14:05, it runs
    device_state.link = Link::kOnline;
    for (const Session& each : device_state.pack.agenda.sessions)
      if (each.slug == "retreat") write(for_public(each));
  }
  void write(const PublicSession& session) {
    RoomState& room = device_state.rooms["magna"];
    RoomNote note;
    note.text = kNobodyElse;
    note.session = session.slug();
    merge(room, say_note(room, "n1", note, "device-1", &session));
    FloorShare share;
    share.questions["q1"].text = kNobodyElse;
    share.questions["q1"].session = session.slug();
    merge(room, say(room, share, "kiosk-7", &session));
  }
  // The newest of each row and of each topic.
  void look() {
    for (const auto& row : only<to_keeper::SaveRoomWord>(keeper.drain())) rows_[row.place] = row.body;
    for (const auto& letter : only<to_courier::SayInRoom>(courier.drain()))
      topics_[wire::place_of(letter.word)] = wire::encode({letter.word, {"boot", BootTime{1}}});
  }
  void passes(BootTime time) {
    for (const BootTime end = clock.now().boot + time; clock.now().boot < end;) {
      turn();
      look();
    }
  }

  std::map<std::string, std::string> rows_;
  std::map<std::string, std::string> topics_;
};

TEST_F(the_end_of_a_closed_session, leaves_nothing_in_the_store_and_at_the_broker) {
  serve({moderator(), room()});
  ASSERT_TRUE(in.put(to_main::RoomsLinked{true}));
  tap(intent::Steer{Control::kStart});
  passes(5s);
  EXPECT_NE(topics_["closed/notes/device-1"].find(kNobodyElse), std::string::npos);
  tap(intent::Steer{Control::kEnd});
  passes(20s);
  for (const char* place : {"closed/notes/device-1", "closed/floor/kiosk-7"}) {
    ASSERT_TRUE(rows_.contains(place)) << place;
    ASSERT_TRUE(topics_.contains(place)) << place;
    EXPECT_EQ(rows_[place].find(kNobodyElse), std::string::npos) << rows_[place];
    EXPECT_EQ(topics_[place].find(kNobodyElse), std::string::npos) << topics_[place];
  }
}

TEST_F(the_end_of_a_closed_session, keeps_everything_while_it_runs) {
  serve({moderator(), room()});
  ASSERT_TRUE(in.put(to_main::RoomsLinked{true}));
  tap(intent::Steer{Control::kStart});
  passes(2min);
  EXPECT_NE(topics_["closed/notes/device-1"].find(kNobodyElse), std::string::npos);
  EXPECT_FALSE(rows_.contains("closed/notes/device-1"));
}

}  // namespace
