// SPDX-License-Identifier: Apache-2.0
// A visit pack that changes while the program runs: who takes it when, and what goes on.
#include "firmware/app/loop/taken_pack.h"

#include <gmock/gmock.h>

#include "firmware/app/room/room_now.h"
#include "firmware/app/rooms/room_relay.h"
#include "tests/app/loop_rig.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

Session& session_of(VisitPack& pack, std::string_view slug) {
  for (Session& session : pack.agenda.sessions)
    if (session.slug == slug) return session;
  return pack.agenda.sessions.front();
}

void shift(Session& session, Minutes by) {
  session.rundown.start += by;
  session.end += by;
}

// The sample, in which lunch is later, the forum is gone, and the running session has a longer end.
VisitPack changed() {
  VisitPack pack = sample_device().pack;
  pack.version = "version-2";
  shift(session_of(pack, "lunch"), Minutes(30));
  session_of(pack, "status").rundown.segments[1].length += Minutes(5);
  session_of(pack, "status").end += Minutes(5);
  std::erase_if(pack.agenda.sessions, [](const Session& each) { return each.slug == "forum"; });
  return pack;
}

to_main::PackRead reading(VisitPack pack, bool has_new_look = false) {
  return {std::make_shared<const VisitPack>(std::move(pack)), has_new_look, {}};
}
to_main::PackRead wrong() {
  return {nullptr, false, PackProblem{"visit.toml, line 12", "The table [visit] is missing.", 0, false}};
}

DeviceState after(const to_main::PackRead& read) {
  DeviceState device_state = sample_device();
  take_reading(device_state, read, at(10, 30));
  return device_state;
}

void hear_desk(DeviceState& device_state, std::string pack) {
  device_state.room_links["magna"].desk_packs = {std::move(pack)};
}

TEST(taken_pack, one_that_cannot_be_used_is_a_problem_and_a_good_one_ends_it) {
  DeviceState device_state = after(wrong());
  EXPECT_TRUE(device_state.pack_problem);
  EXPECT_FALSE(device_state.update);
  take_reading(device_state, reading(changed()), at(10, 31));
  EXPECT_FALSE(device_state.pack_problem);
  ASSERT_TRUE(device_state.update);
  take_reading(device_state, wrong(), at(10, 32));
  EXPECT_FALSE(device_state.update) << "it is no longer what lies on the disk";
}

TEST(taken_pack, one_with_nothing_new_is_no_news) {
  VisitPack same = sample_device().pack;
  same.version = "a comment more";
  const DeviceState device_state = after(reading(same));
  EXPECT_FALSE(device_state.update);
  EXPECT_EQ(device_state.pack.version, "a comment more");
  EXPECT_TRUE(after(reading(same, true)).update) << "another logo";
}

TEST(taken_pack, only_another_frame_makes_the_screens_begin_anew) {
  EXPECT_FALSE(after(reading(changed())).update->begins_anew);
  EXPECT_TRUE(after(reading(changed(), true)).update->begins_anew);
  VisitPack pack = changed();
  pack.visit.rooms.push_back({"azul", LocalizedText("en", "Sala Azul")});
  EXPECT_TRUE(after(reading(pack)).update->begins_anew);
  pack = changed();
  pack.visit.title = LocalizedText("en", "Another title");
  EXPECT_FALSE(after(reading(pack)).update->begins_anew);
}

TEST(taken_pack, a_device_on_its_own_takes_it_at_once_and_one_with_a_broker_when_no_desk_is_heard) {
  DeviceState device_state = after(reading(changed()));
  EXPECT_EQ(takes_alone(device_state)->at, device_state.update->since);
  device_state.link = Link::kBrokerAway;
  EXPECT_EQ(takes_alone(device_state)->at, device_state.update->since + RoomRelay::kSilence);
}

TEST(taken_pack, a_device_follows_a_desk_of_its_room_and_a_desk_is_asked) {
  DeviceState device_state = after(reading(changed()));
  hear_desk(device_state, "version-1");
  EXPECT_FALSE(takes_alone(device_state)) << "the desk shows another one";
  hear_desk(device_state, "version-2");
  EXPECT_TRUE(takes_alone(device_state)->follows);
  device_state.room_links.clear();
  device_state.desks.insert("magna");
  EXPECT_FALSE(takes_alone(device_state)) << "this desk is asked";
  hear_desk(device_state, "version-2");
  EXPECT_TRUE(takes_alone(device_state)->follows) << "the other desk of the room has taken it";
}

class a_changed_pack : public LoopTest {
 protected:
  void comes(to_main::PackRead read = reading(changed())) { storage_says(std::move(read)); }
  const Session* session(std::string_view slug) {
    for (const Session& each : loop->device_state().pack.agenda.sessions)
      if (each.slug == slug) return &each;
    return nullptr;
  }
  bool is_taken() { return loop->device_state().pack.version == "version-2"; }
};

TEST_F(a_changed_pack, is_shown_at_the_desk_and_taken_at_a_touch_while_what_runs_goes_on) {
  serve({moderator(), room()});
  tap(intent::Steer{Control::kStart});
  comes();
  ASSERT_TRUE(painter.last<ModeratorView>(0).news);
  EXPECT_EQ(plain(painter.last<ModeratorView>(0).news->text), "New programme: 3 changes");
  tap(intent::Steer{Control::kAgenda});
  ASSERT_TRUE(painter.shows<ChangesView>(0));
  const ChangesView page = painter.last<ChangesView>(0);
  ASSERT_THAT(page.rows, SizeIs(3));
  EXPECT_EQ(plain(page.rows[0].label), "Moved · Other parts");
  EXPECT_EQ(page.rows[1].title, "Lunch");
  EXPECT_EQ(page.rows[2].label, "Cancelled");
  EXPECT_FALSE(is_taken());
  const Timer before = loop->device_state().timers.at("magna");
  tap(intent::Steer{Control::kApply});
  EXPECT_TRUE(is_taken());
  EXPECT_TRUE(painter.shows<ModeratorView>(0));
  EXPECT_FALSE(painter.last<ModeratorView>(0).news);
  const Timer timer = loop->device_state().timers.at("magna");
  EXPECT_EQ(timer.segment_id, before.segment_id);
  EXPECT_EQ(timer.run, before.run);
  EXPECT_EQ(remaining_at(timer, clock.now()), remaining_at(before, clock.now()));
  EXPECT_TRUE(painter.shows<RoomView>(1)) << "the session goes on";
  EXPECT_EQ(session("lunch")->start(), at(12, 30).wall);
  EXPECT_EQ(session("forum"), nullptr);
}

TEST_F(a_changed_pack, whose_sessions_are_the_same_is_taken_without_asking_and_told_to_all) {
  serve({moderator()});
  VisitPack same = sample_device().pack;
  same.version = "version-2";
  comes(reading(std::move(same)));
  EXPECT_TRUE(is_taken());
  EXPECT_THAT(only<to_keeper::Record>(keeper.drain()),
              testing::Contains(testing::Truly([](const auto& record) {
                const auto* loaded = std::get_if<event::PackLoaded>(&record.event);
                return loaded && loaded->version == "version-2";
              })));
}

TEST_F(a_changed_pack, that_could_not_be_kept_for_the_next_start_is_said) {
  serve({moderator()});
  to_main::PackRead read = reading(changed());
  read.notice = "The disk is full.";
  comes(std::move(read));
  ASSERT_TRUE(loop->device_state().last_error);
  EXPECT_EQ(loop->device_state().last_error->detail, "The disk is full.");
}

TEST_F(a_changed_pack, is_told_to_the_hub_when_it_is_taken) {
  serve({moderator()});
  comes();
  static_cast<void>(keeper.drain());
  tap(intent::Steer{Control::kApply});
  bool is_told = false;
  for (const auto& record : only<to_keeper::Record>(keeper.drain()))
    if (const auto* loaded = std::get_if<event::PackLoaded>(&record.event))
      is_told = loaded->version == "version-2";
  EXPECT_TRUE(is_told);
}

TEST_F(a_changed_pack, that_cancels_the_running_session_leaves_it_running) {
  serve({moderator(), room()});
  tap(intent::Steer{Control::kStart});
  VisitPack pack = changed();
  std::erase_if(pack.agenda.sessions, [](const Session& each) { return each.slug == "status"; });
  comes(reading(std::move(pack)));
  tap(intent::Steer{Control::kApply});
  EXPECT_TRUE(is_taken());
  ASSERT_TRUE(painter.shows<RoomView>(1));
  EXPECT_EQ(painter.last<RoomView>(1).title, "Status of the artist");
}

TEST_F(a_changed_pack, waits_when_the_moderator_says_not_now_and_can_still_be_taken) {
  serve({moderator()});
  comes();
  tap(intent::Steer{Control::kAgenda});
  tap(intent::Steer{Control::kNotNow});
  ASSERT_TRUE(painter.shows<ModeratorView>());
  EXPECT_FALSE(is_taken());
  EXPECT_TRUE(painter.last<ModeratorView>().news) << "nothing runs: it stands there still";
  tap(intent::Steer{Control::kApply});
  EXPECT_TRUE(is_taken());
}

TEST_F(a_changed_pack, that_was_put_off_does_not_stand_before_what_is_said_of_the_running_part) {
  serve({moderator()});
  tap(intent::Steer{Control::kStart});
  comes();
  tap(intent::Steer{Control::kNotNow});
  EXPECT_TRUE(painter.last<ModeratorView>().news) << "the part is in time: nothing else is said";
  clock.advance(2min);
  turn();
  ASSERT_TRUE(loop->paint().ok());
  EXPECT_FALSE(painter.last<ModeratorView>().state.empty() && painter.last<ModeratorView>().proposal.empty());
  EXPECT_FALSE(painter.last<ModeratorView>().news);
}

TEST_F(a_changed_pack, with_errors_is_said_at_the_desk_with_its_cure_and_changes_nothing) {
  serve({moderator(), room()});
  comes(wrong());
  tap(intent::Steer{Control::kAgenda});
  ASSERT_TRUE(painter.shows<ChangesView>());
  const ChangesView page = painter.last<ChangesView>();
  EXPECT_EQ(plain(page.rows.at(0).label + ": " + page.rows.at(0).title),
            "visit.toml, line 12: The table [visit] is missing.");
  EXPECT_THAT(page.note, HasSubstr("Correct this and copy the visit pack"));
  EXPECT_THAT(page.controls, SizeIs(1));
  EXPECT_NE(session("forum"), nullptr);
}

TEST_F(a_changed_pack, is_not_taken_by_a_desk_that_is_locked_or_by_a_note_taker) {
  RoleSettings locked = moderator();
  locked.pins[DeskRole::kModerator] = Pin{"hash", 4};
  serve({locked});
  comes();
  ASSERT_TRUE(painter.shows<PinView>());
  tap(intent::Steer{Control::kApply});
  EXPECT_FALSE(is_taken());
  tap(intent::ChooseRole{DeskRole::kNoteTaker});  // has no PIN here
  tap(intent::Steer{Control::kApply});
  EXPECT_FALSE(is_taken());
}

TEST_F(a_changed_pack, is_taken_without_a_desk_as_soon_as_nobody_answers) {
  serve({kiosk(), room()});
  tap(intent::Begin{});
  comes();
  EXPECT_FALSE(is_taken()) << "somebody answers";
  for (int turns = 0; turns < 200 && !is_taken(); ++turns) {
    turn();
    static_cast<void>(keeper.drain());
  }
  EXPECT_TRUE(is_taken()) << "whoever answered has walked away";
}

TEST_F(a_changed_pack, that_waits_is_said_on_the_status_screen) {
  serve({moderator()});
  comes();
  tap(intent::ShowStatus{});
  EXPECT_THAT(painter.last<StatusView>().facts,
              testing::Contains(testing::Field(&StatusFact::detail, HasSubstr("A new visit pack waits"))));
}

TEST_F(a_changed_pack, leaves_who_answers_the_form_that_was_opened) {
  serve({kiosk(), moderator()});
  tap(intent::Begin{});
  const QuestionView before = painter.last<QuestionView>();
  VisitPack pack = changed();
  pack.questionnaires.clear();
  pack.visit.default_form.clear();
  for (Session& each : pack.agenda.sessions) each.form.clear();
  comes(reading(std::move(pack)));
  tap(intent::Steer{Control::kApply}, 1);
  EXPECT_TRUE(is_taken());
  ASSERT_TRUE(painter.shows<QuestionView>());
  EXPECT_EQ(painter.last<QuestionView>(), before);
  tap(intent::Choose{"useful", "4"});
  const auto closed = only<to_keeper::CloseSubmission>(keeper.drain());
  ASSERT_THAT(closed, SizeIs(1));
  EXPECT_EQ(closed[0].submission.form, "pulse");
  storage_says(to_main::SubmissionClosed{closed[0].submission.id, true, {}});
  EXPECT_TRUE(painter.shows<ThanksView>());
}

TEST_F(a_changed_pack, for_which_the_screens_begin_anew_ends_the_loop_for_it) {
  serve({moderator()});
  comes(reading(changed(), true));
  tap(intent::Steer{Control::kAgenda});
  EXPECT_THAT(painter.last<ChangesView>().note, HasSubstr("begin anew"));
  painter.expect_touch(intent::Steer{Control::kApply});
  window->tap({0, 0});
  EXPECT_EQ(loop->run().value(), Ending::kNewPack);
}

TEST_F(a_changed_pack, of_which_nothing_else_is_known_shows_no_closed_session_in_public) {
  serve({room(), role_in(Role::kDoor, "magna"), kiosk(), moderator()});
  VisitPack pack = changed();
  shift(session_of(pack, "retreat"), Minutes(60));
  comes(reading(std::move(pack)));
  tap(intent::Steer{Control::kAgenda}, 3);
  const ChangesView page = painter.last<ChangesView>(3);
  ASSERT_THAT(page.rows, SizeIs(4));
  EXPECT_EQ(page.rows[2].title, "The merger") << "the desk knows it";
  EXPECT_EQ(painter.last<RoomView>(0).title, "Status of the artist");
  for (const int screen : {0, 1, 2})
    for (const View& view : painter.views(screen)) EXPECT_FALSE(std::holds_alternative<ChangesView>(view));
}

TEST_F(a_changed_pack, that_the_desk_of_the_room_shows_is_taken_by_the_displays_there) {
  device_state.link = Link::kOnline;
  serve({room()});
  const auto desk_shows = [this](std::string version) {
    HeardHere heard{"desk-1", {}, clock.now().boot, {}};
    heard.here.sent = {"boot-of-desk", BootTime(1), {}, {}};
    heard.here.desk_pack = std::move(version);
    storage_says(to_main::HeardHereInRoom{"magna", heard});
  };
  desk_shows("version-1");
  comes();
  desk_shows("version-1");
  EXPECT_FALSE(is_taken());
  desk_shows("version-2");
  turn();
  EXPECT_TRUE(is_taken());
}

TEST_F(a_changed_pack, that_a_desk_has_taken_is_said_to_the_devices_of_its_room) {
  device_state.link = Link::kOnline;
  device_state.pack.version = "version-1";
  serve({moderator()});
  const auto said = [this] {
    std::string last;
    for (const auto& here : only<to_courier::SayHere>(courier.drain()))
      if (here.room == "magna") last = here.here.desk_pack;
    return last;
  };
  storage_says(to_main::RoomsLinked{true});
  clock.advance(1s);
  turn();
  EXPECT_EQ(said(), "version-1");
  comes();
  tap(intent::Steer{Control::kApply});
  turn();
  EXPECT_EQ(said(), "version-2");
}

}  // namespace
