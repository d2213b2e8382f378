// SPDX-License-Identifier: Apache-2.0
// What a room survives: plugs, lines and brokers that fail, in all orders.
#include "firmware/app/rooms/room_relay.h"

#include <gtest/gtest.h>

#include "firmware/app/rooms/room_lists.h"
#include "tests/app/a_venue.h"

namespace tertulia {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

class room_relay : public testing::Test {
 protected:
  AVenue venue{{"desk", "display-1", "display-2", "display-3", "kiosk-1"}};

  void start() {
    venue.press("desk", command::Load{"session", 0});
    venue.press("desk", command::Start{});
    venue.pass(seconds(1));
  }
  void expect_agreement() {
    EXPECT_TRUE(venue.is_of_one_mind());
    EXPECT_LE(venue.spread(), Milliseconds(50)) << venue.described();
    for (const char* name : {"desk", "display-1", "display-2", "display-3", "kiosk-1"})
      EXPECT_EQ(venue.device(name).backwards, 0) << name;
  }
};

TEST_F(room_relay, a_press_is_on_every_screen_within_a_second) {
  start();
  expect_agreement();
  EXPECT_EQ(venue.timer("display-3").phase, TimerPhase::kRunning);
  EXPECT_NEAR(static_cast<double>(venue.left("display-1").count()), 1'199'000, 20);
}

TEST_F(room_relay, a_room_hears_which_pack_its_desk_shows_until_the_desk_is_gone) {
  venue.device("desk").relay->show_at_desk("version-2", venue.now(venue.device("desk")).boot);
  venue.pass(seconds(1));
  const auto heard = [this](const char* name) {
    return venue.device(name).relay->desk_packs(venue.now(venue.device(name)).boot);
  };
  EXPECT_EQ(heard("display-1"), std::set<std::string>{"version-2"});
  EXPECT_TRUE(heard("desk").empty()) << "its own does not count";
  venue.pull_plug("desk");
  venue.pass(seconds(31));
  EXPECT_TRUE(heard("display-1").empty());
}

TEST_F(room_relay, a_desk_that_loses_power_for_20_s_late_in_a_part_gets_its_own_timer_back) {
  start();
  venue.pass(Minutes(17));
  venue.pull_plug("desk");
  venue.pass(seconds(20));
  const Milliseconds before = venue.left("display-1");
  venue.plug_in("desk");
  venue.pass(seconds(5));
  expect_agreement();
  EXPECT_NEAR(static_cast<double>(venue.left("display-1").count()),
              static_cast<double>(before.count() - 5000), 50);
  EXPECT_TRUE(
      venue.device("desk").relay->leads(venue.device("desk").state, venue.now(venue.device("desk")).boot));
}

TEST_F(room_relay, the_same_with_a_clock_that_nobody_has_set) {
  start();
  venue.pass(Minutes(17));
  venue.pull_plug("desk");
  venue.pass(seconds(20));
  venue.device("desk").quality = ClockQuality::kUnsynced;
  venue.device("desk").wall_offset = -hours(100'000);
  venue.plug_in("desk");
  venue.pass(seconds(5));
  expect_agreement();
  EXPECT_FALSE(venue.timer("desk").asks);
}

TEST_F(room_relay, a_display_that_restarts_follows_the_running_timer) {
  start();
  venue.pass(Minutes(5));
  venue.pull_plug("display-2");
  venue.pass(seconds(30));
  venue.plug_in("display-2");
  venue.pass(seconds(12));
  expect_agreement();
}

TEST_F(room_relay, a_display_that_starts_late_is_right_within_50_ms_soon_after) {
  venue.pull_plug("display-3");
  start();
  venue.pass(Minutes(3) + Milliseconds(730));
  venue.plug_in("display-3");
  venue.pass(seconds(6));
  expect_agreement();
}

TEST_F(room_relay, another_desk_takes_over_from_one_that_never_comes_back) {
  start();
  venue.pass(Minutes(10));
  venue.pull_plug("desk");
  venue.pass(Minutes(1));
  venue.press("kiosk-1", command::Add{Minutes(2)});
  venue.pass(seconds(1));
  expect_agreement();
  EXPECT_NEAR(static_cast<double>(venue.left("display-1").count()), 1'200'000 - 660'000 - 2'000 + 120'000,
              60);
}

TEST_F(room_relay, a_broker_that_lost_its_memory_gets_everything_back) {
  start();
  venue.pass(Minutes(2));
  venue.pull_plug("desk");  // its author is away as well
  venue.stop_broker(true);
  venue.pass(Minutes(1));
  venue.start_broker();
  venue.pass(seconds(5));
  venue.pull_plug("display-1");
  venue.forget_disk("display-1");
  venue.plug_in("display-1");
  venue.pass(seconds(30));
  expect_agreement();
  EXPECT_EQ(venue.timer("display-1").phase, TimerPhase::kRunning);
}

TEST_F(room_relay, a_broker_that_is_away_for_an_hour_freezes_nothing) {
  start();
  venue.stop_broker(false);
  venue.pass(hours(1));
  EXPECT_LT(venue.left("display-1"), -Minutes(40) + seconds(2));
  venue.start_broker();
  venue.pass(seconds(3));
  expect_agreement();
}

TEST_F(room_relay, two_desks_that_press_in_the_same_second_have_one_winner_everywhere) {
  start();
  venue.press("desk", command::Pause{});
  venue.press("kiosk-1", command::Next{});
  venue.pass(seconds(3));
  expect_agreement();
  EXPECT_EQ(venue.timer("desk").segment, 1U);
}

TEST_F(room_relay, two_halves_of_a_venue_agree_after_ten_minutes_apart) {
  start();
  for (const char* name : {"display-3", "kiosk-1"}) venue.cut(name);
  venue.press("desk", command::Add{Minutes(1)});
  venue.press("desk", command::Add{Minutes(1)});
  venue.press("kiosk-1", command::Pause{});
  venue.pass(Minutes(10));
  for (const char* name : {"display-3", "kiosk-1"}) venue.mend(name);
  venue.pass(seconds(3));
  expect_agreement();
  EXPECT_EQ(venue.timer("display-3").phase, TimerPhase::kRunning);
}

TEST_F(room_relay, a_slow_and_lossy_line_of_one_display_does_not_show_more_than_its_delay) {
  venue.device("display-2").delay = Milliseconds(250);
  venue.device("display-2").loss = 30;
  start();
  venue.pass(Minutes(2));
  EXPECT_LE(venue.spread(), Milliseconds(150));
  venue.device("display-2").delay = Milliseconds(6000);  // a stall
  venue.pass(seconds(30));
  venue.device("display-2").delay = Milliseconds(250);
  venue.pass(seconds(30));
  EXPECT_LE(venue.spread(), Milliseconds(150));
  EXPECT_EQ(venue.device("display-2").backwards, 0);
}

TEST_F(room_relay, a_wall_clock_that_jumps_changes_no_countdown) {
  start();
  for (const char* name : {"desk", "display-1"}) {
    venue.device(name).wall_offset = hours(3);
    venue.pass(seconds(15));
    expect_agreement();
    venue.device(name).wall_offset = -hours(30);
    venue.pass(seconds(15));
    expect_agreement();
  }
}

TEST_F(room_relay, all_plugs_pulled_and_put_back_in_any_order_lose_no_position) {
  const std::vector<std::string> names = {"desk", "display-1", "display-2", "display-3", "kiosk-1"};
  std::mt19937 dice(11);
  for (int round = 0; round < 6; ++round) {
    venue.press("desk", command::Load{"session", 0});
    venue.press("desk", command::Start{});
    venue.pass(Minutes(9));
    venue.stop_broker(true);
    for (const std::string& name : names) venue.pull_plug(name);
    venue.pass(seconds(40));
    venue.start_broker();
    auto order = names;
    std::shuffle(order.begin(), order.end(), dice);
    for (const std::string& name : order) {
      venue.plug_in(name);
      venue.pass(seconds(2));
    }
    venue.pass(seconds(20));
    EXPECT_TRUE(venue.is_of_one_mind()) << round;
    EXPECT_LE(venue.spread(), Milliseconds(100)) << round;
    const auto left = venue.left("display-1");
    EXPECT_NEAR(static_cast<double>(left.count()), 1'200'000 - 540'000 - 70'000, 1'500) << round;
  }
}

TEST_F(room_relay, no_question_and_no_support_is_lost_or_doubled) {
  const auto share_of = [&](const std::string& name) {
    const auto& floor = venue.device(name).state.open.floor;
    const auto own = floor.find(name);
    return own == floor.end() ? FloorShare{} : own->second.value;
  };
  const auto ask = [&](const std::string& name, const std::string& id) {
    FloorShare share = share_of(name);
    share.questions[id].text = "Who pays?";
    venue.say(name, tertulia::say(venue.device(name).state, share, name, nullptr));
  };
  const auto support = [&](const std::string& name, const std::string& id) {
    const auto share = with_support(share_of(name), id, venue.device(name).boot_id);
    venue.say(name, tertulia::say(venue.device(name).state, share, name, nullptr));
  };
  ask("kiosk-1", "q1");
  for (int hand = 0; hand < 3; ++hand) support("display-1", "q1");
  venue.pass(seconds(2));
  venue.pull_plug("kiosk-1");
  venue.forget_disk("kiosk-1");
  venue.cut("kiosk-1");
  venue.plug_in("kiosk-1");
  ask("kiosk-1", "q2");
  support("kiosk-1", "q1");
  venue.pass(seconds(2));
  venue.mend("kiosk-1");
  venue.stop_broker(true);
  venue.pass(seconds(2));
  venue.start_broker();
  venue.pass(seconds(5));
  EXPECT_TRUE(venue.is_of_one_mind());
  for (const char* name : {"desk", "kiosk-1", "display-3"}) {
    const auto list = venue.device(name).state.floor();
    ASSERT_EQ(list.size(), 2U) << name << venue.described();
    EXPECT_EQ(list[0].id, "q1");
    EXPECT_EQ(list[0].supports, 4U);
  }
}

FloorShare questions_of(std::size_t count, std::size_t length, bool are_removed = false) {
  FloorShare share;
  for (std::size_t each = 0; each < count; ++each) {
    FloorQuestion& question = share.questions["question-" + std::to_string(each)];
    question.removed = are_removed;
    if (!are_removed) question.text = std::string(length, 'y');
  }
  return share;
}

TEST_F(room_relay, what_does_not_fit_is_neither_kept_nor_stored_nor_said) {
  auto& kiosk = venue.device("kiosk-1");
  const auto say = [&](std::size_t count) {
    const RoomWord word = tertulia::say(kiosk.state, questions_of(count, 1000), "kiosk-1", nullptr);
    return kiosk.relay->said(kiosk.state, word, venue.now(kiosk));
  };
  EXPECT_FALSE(say(40).is_refused);
  const RoomState before = kiosk.state;
  const RoomActions actions = say(60);
  EXPECT_TRUE(actions.is_refused);
  EXPECT_TRUE(actions.store.empty());
  EXPECT_EQ(actions.complaints.size(), 1U);
  EXPECT_EQ(kiosk.state, before);
}

TEST_F(room_relay, nothing_is_said_that_others_do_not_read) {
  RoomState state;
  merge(state, tertulia::say(state, questions_of(300, 0, true), "kiosk-2", nullptr));
  RoomRelay relay("display", 1, BootTime(0));
  relay.connected(BootTime(0));
  const Now now{WallTime{Minutes(1)}, seconds(60), "boot-1", ClockQuality::kSynced};
  const Now later{WallTime{Minutes(2)}, seconds(120), "boot-1", ClockQuality::kSynced};
  static_cast<void>(relay.due(state, now));
  const RoomActions actions = relay.due(state, later);
  ASSERT_EQ(actions.say.size(), 1U);
  const std::string text = wire::encode({actions.say[0].word, {"boot-1", seconds(60), {}, {}}});
  EXPECT_TRUE(wire::decode_word(text, RoomValue::kFloor).ok());
}

TEST_F(room_relay, a_list_that_no_message_takes_is_looked_at_again_later_and_not_in_every_turn) {
  RoomState state;  // its own, as it was stored
  merge(state, tertulia::say(state, questions_of(100, 1000), "kiosk-2", nullptr));
  RoomRelay relay("kiosk-2", 0, BootTime(0));
  relay.connected(BootTime(0));
  Now now{WallTime{Minutes(1)}, seconds(60), "boot-1", ClockQuality::kSynced};
  static_cast<void>(relay.due(state, now));
  now.boot = seconds(120);
  EXPECT_TRUE(relay.due(state, now).say.empty());
  EXPECT_GT(relay.next_due(now.boot), now.boot);
}

TEST_F(room_relay, a_device_more_than_a_room_has_is_left_out_and_that_is_said_once) {
  RoomState state;
  RoomRelay relay("desk", 0, BootTime(0));
  const Now now{WallTime{Minutes(1)}, seconds(60), "boot-1", ClockQuality::kSynced};
  std::vector<std::string> said;
  for (std::size_t each = 0; each < kMostDevices + 2; ++each) {
    const std::string name = "kiosk-" + std::to_string(each);
    Heard heard;
    heard.word = tertulia::say(RoomState{}, questions_of(1, 0), name, nullptr);
    heard.sent.boot_id = name;
    for (const std::string& complaint : relay.heard(state, heard, now).complaints) said.push_back(complaint);
  }
  EXPECT_EQ(state.open.floor.size(), kMostDevices);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_NE(said[0].find("kiosk-64"), std::string::npos) << said[0];
}

TEST_F(room_relay, what_left_a_full_list_does_not_come_back_from_others_again_and_again) {
  venue.say("kiosk-1",
            tertulia::say(venue.device("kiosk-1").state, questions_of(250, 0, true), "kiosk-1", nullptr));
  venue.pass(seconds(3));
  for (int each = 0; each < 8; ++each) {
    FloorShare share = venue.device("kiosk-1").state.open.floor.at("kiosk-1").value;
    share.questions["another-" + std::to_string(each)].text = "Why?";
    venue.say("kiosk-1", tertulia::say(venue.device("kiosk-1").state, share, "kiosk-1", nullptr));
    venue.pass(seconds(1));
  }
  venue.pass(seconds(10));
  const std::size_t before = venue.published();
  venue.pass(seconds(20));
  EXPECT_EQ(venue.published(), before);
  const RoomState& display = venue.device("display-1").state;
  EXPECT_EQ(display.floor().size(), 8U);
  EXPECT_LE(display.open.floor.at("kiosk-1").value.questions.size(), 256U);
}

TEST_F(room_relay, a_hostile_revision_breaks_nothing) {
  start();
  RoomWord word = words_of(venue.device("kiosk-1").state)[0];
  std::get<Register<PublicTimer>>(word.word).rank = {0, kMostRevision, WordKind::kSaid, "kiosk-1"};
  venue.say("kiosk-1", word);
  venue.pass(seconds(1));
  venue.press("desk", command::Pause{});
  venue.pass(seconds(1));
  expect_agreement();
  EXPECT_EQ(venue.timer("display-1").phase, TimerPhase::kPaused);
}

TEST_F(room_relay, a_device_that_hears_nobody_for_30_s_says_so_and_counts_on) {
  start();
  venue.pass(seconds(40));
  auto& display = venue.device("display-1");
  EXPECT_EQ(display.relay->step(display.state, venue.now(display).boot), wire::Step::kInStep);
  EXPECT_EQ(venue.device("desk").relay->screens_in_step(venue.device("desk").state,
                                                        venue.now(venue.device("desk")).boot),
            4);
  venue.cut("display-1");
  venue.pass(seconds(31));
  EXPECT_EQ(display.relay->step(display.state, venue.now(display).boot), wire::Step::kAlone);
  EXPECT_EQ(venue.device("desk").relay->screens_in_step(venue.device("desk").state,
                                                        venue.now(venue.device("desk")).boot),
            3);
}

TEST_F(room_relay, a_late_first_message_does_not_shift_a_display_that_comes_in) {
  start();
  venue.pass(seconds(20));
  venue.pull_plug("display-1");
  venue.pass(seconds(5));
  auto& display = venue.device("display-1");
  display.delay = Milliseconds(600);  // busy with its own start
  venue.plug_in("display-1");
  venue.pass(Milliseconds(1500));
  display.delay = Milliseconds(1);
  venue.pass(seconds(4));
  expect_agreement();
}

TEST_F(room_relay, a_quiet_room_says_little) {
  start();
  venue.pass(Minutes(1));
  const std::size_t before = venue.published();
  venue.pass(Minutes(10));
  EXPECT_LE(venue.published() - before, 61U);  // the author's repeats, every 10 s
}

}  // namespace
}  // namespace tertulia
