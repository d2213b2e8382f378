// SPDX-License-Identifier: Apache-2.0
// The courier on a bus in memory and a clock that is set by hand: one turn at a time, on the test's own
// thread.
#include <thread>

#include <gtest/gtest.h>

#include "tests/app/a_courier.h"

namespace tertulia {
namespace {

using std::chrono::seconds;

class courier : public ACourier {};

RoomWord running(std::uint64_t revision, const std::string& author, const Now& now) {
  Timer timer;
  timer.session = "opening";
  timer.phase = TimerPhase::kRunning;
  timer.length = timer.remaining = Milliseconds(600'000);
  timer.boot_id = now.boot_id;
  timer.boot = now.boot;
  Register<PublicTimer> word{{0, revision, WordKind::kSaid, author}, "opening", {}};
  word.value = PublicTimer::received(timer);
  return {word, {}, false};
}

TEST_F(courier, says_ready_and_what_it_is_when_it_is_in) {
  settle();
  EXPECT_EQ(presence().state, wire::PresenceState::kReady);
  EXPECT_EQ(presence().epoch, "e");
  EXPECT_EQ(presence().birth, 1U);
  const auto meta = bus.retained("trt/1/valley/kiosk-1/meta");
  ASSERT_TRUE(meta);
  EXPECT_EQ(wire::decode_meta(meta->payload).value(), how.meta);
}

TEST_F(courier, its_will_says_lost_after_30_s_with_the_same_birth_number) {
  settle();
  bus.drop_all(0);
  EXPECT_EQ(presence().state, wire::PresenceState::kReady);
  bus.pass_will_delays();
  EXPECT_EQ(presence().state, wire::PresenceState::kLost);
  EXPECT_EQ(presence().birth, 1U);
}

TEST_F(courier, says_disconnected_and_leaves_no_will_when_its_box_is_closed) {
  settle();
  in.close();
  settle();
  EXPECT_TRUE(it->done());
  EXPECT_EQ(presence().state, wire::PresenceState::kDisconnected);
  bus.pass_will_delays();
  EXPECT_EQ(presence().state, wire::PresenceState::kDisconnected);
  EXPECT_EQ(bus.connections(), 0U);
}

TEST_F(courier, ends_without_a_connection_too) {
  bus.stop();
  settle();
  in.close();
  settle();
  EXPECT_TRUE(it->done());
}

TEST_F(courier, nothing_leaves_without_the_hub) {
  store(event::Audited{"start"});
  settle();
  EXPECT_EQ(sent(), 0U);
  hub_comes();
  EXPECT_EQ(sent(), 1U);
}

TEST_F(courier, sends_events_in_binary_mode_that_the_hub_can_read) {
  hub_comes();
  store(event::SessionStarted{"ballroom", PublicId::received("opening")});
  settle();
  const auto messages = bus.published_on("trt/1/+/+/ev/session");
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_EQ(messages[0].content_type, "application/json");
  const auto envelope = wire::from_message(messages[0]);
  ASSERT_TRUE(envelope.ok()) << envelope.error().message;
  EXPECT_EQ(wire::to_event(envelope.value()).value(),
            Event(event::SessionStarted{"ballroom", PublicId::received("opening")}));
}

TEST_F(courier, hands_the_hub_s_word_to_the_keeper) {
  hub_comes();
  store(event::Audited{"start"});
  settle();
  EXPECT_TRUE(acks.empty()) << "a PUBACK is no delivery";
  acknowledge(1);
  EXPECT_EQ(acks, (std::vector<Ack>{{"e", 1, {}}}));
}

TEST_F(courier, hands_over_only_the_latest_of_many_acks) {
  hub_comes();
  for (std::uint64_t seq = 1; seq <= 30; ++seq) bus.publish(key.sign(ack_message({"e", seq, {}})));
  settle();
  pass(Milliseconds(300));
  ASSERT_FALSE(acks.empty());
  EXPECT_LE(acks.size(), 2U);
  EXPECT_EQ(acks.back().seq, 30U);
}

TEST_F(courier, sends_again_after_45_s_without_the_hub_s_word) {
  hub_comes();
  store(event::Audited{"start"});
  settle();
  pass(seconds(44));
  EXPECT_EQ(sent(), 1U);
  pass(seconds(1));
  EXPECT_EQ(sent(), 2U);
}

TEST_F(courier, goes_on_after_the_broker_was_away) {
  hub_comes();
  store(event::Audited{"start"});
  settle();
  bus.stop();
  settle();
  EXPECT_EQ(links.back(), Link::kBrokerAway);
  store(event::Audited{"stop"});
  bus.start();
  pass(seconds(2));
  hub_comes();
  EXPECT_EQ(links.back(), Link::kOnline);
  EXPECT_EQ(sent(), 3U) << "the first one again: the broker may have lost it";
  EXPECT_EQ(presence().birth, 2U);
}

TEST_F(courier, tells_how_it_stands_with_the_world) {
  settle();
  hub_comes();
  say(wire::kHubStateTopic, wire::encode(wire::HubState{false, ""}));
  settle();
  EXPECT_EQ(links, (std::vector<Link>{Link::kConnecting, Link::kHubAway, Link::kOnline, Link::kHubAway}));
}

TEST_F(courier, tells_a_wrong_password) {
  bus.set({.password = "other"});
  settle();
  EXPECT_EQ(links.back(), Link::kRefused);
}

TEST_F(courier, gives_up_an_attempt_that_nobody_answers) {
  bus.set({.answers_connect = false});
  settle();
  pass(seconds(10));
  EXPECT_EQ(links.back(), Link::kBrokerAway);
  bus.set({});
  pass(seconds(1));
  EXPECT_EQ(links.back(), Link::kHubAway);
}

TEST_F(courier, parks_what_cannot_be_read_and_sends_the_rest) {
  hub_comes();
  store(event::Audited{"start"});
  stored[0].body = "{";
  store(event::Audited{"stop"});
  settle();
  ASSERT_EQ(parked.size(), 1U);
  EXPECT_EQ(parked[0].event_id, "e-1");
  EXPECT_EQ(sent(), 1U);
}

TEST_F(courier, parks_what_the_broker_does_not_take_for_its_size) {
  bus.set({.maximum_packet = 100});
  hub_comes();
  store(event::Audited{"start"});
  settle();
  ASSERT_EQ(parked.size(), 1U);
  EXPECT_EQ(sent(), 0U);
}

TEST_F(courier, parks_what_the_broker_does_not_allow) {
  bus.set({.puback = [](const Message& message) { return message.retain ? 0 : 0x87; }});
  hub_comes();
  store(event::Audited{"start"});
  settle();
  ASSERT_EQ(parked.size(), 1U);
  EXPECT_FALSE(parked[0].reason.empty());
}

TEST_F(courier, parks_a_row_that_the_connection_does_not_take_and_sends_the_others) {
  bus.set({.takes = [](const Message& message) { return message.property("id") != "e-1"; }});
  hub_comes();
  store(event::Audited{"start"});
  store(event::Audited{"stop"});
  settle();
  EXPECT_TRUE(parked.empty()) << "once proves nothing";
  for (int i = 0; i < 2; ++i) pass(seconds(2));
  ASSERT_EQ(parked.size(), 1U);
  EXPECT_EQ(parked[0].event_id, "e-1");
  EXPECT_EQ(parked[0].reason.find("It cannot be sent: "), 0U);
  EXPECT_EQ(sent(), 1U);
}

TEST_F(courier, a_row_that_was_not_taken_once_is_sent_a_second_later) {
  int refusals = 1;
  bus.set(
      {.takes = [&](const Message& message) { return message.property("id") != "e-1" || refusals-- <= 0; }});
  hub_comes();
  store(event::Audited{"start"});
  settle();
  EXPECT_EQ(sent(), 0U);
  pass(seconds(1));
  EXPECT_EQ(sent(), 1U);
  EXPECT_TRUE(parked.empty());
}

TEST_F(courier, a_presence_that_could_not_be_published_is_published_30_s_later) {
  bool takes = false;
  bus.set({.takes = [&](const Message& message) { return takes || !message.retain; }});
  settle();
  EXPECT_FALSE(bus.retained("trt/1/valley/kiosk-1/state"));
  ASSERT_TRUE(broker.last_until()) << "it must not wait without end";
  EXPECT_LE(*broker.last_until() - clock.now().boot, seconds(30));
  takes = true;
  pass(seconds(30));
  EXPECT_EQ(presence().state, wire::PresenceState::kReady);
  EXPECT_TRUE(bus.retained("trt/1/valley/kiosk-1/meta"));
}

TEST_F(courier, a_timer_that_could_not_be_published_is_published_10_s_later) {
  bool takes = false;
  bus.set({.takes = [&](const Message& message) { return takes || !message.topic.ends_with("/timer"); }});
  hub_comes();
  ASSERT_TRUE(in.put(to_courier::SayInRoom{"ballroom", running(1, "kiosk-1", clock.now()), {}}));
  clock.advance(seconds(1));
  it->turn();
  EXPECT_TRUE(broker.last_until()) << "it must not wait without end";
  settle();
  EXPECT_FALSE(bus.retained("trt/1/valley/room/ballroom/timer"));
  EXPECT_EQ(links.back(), Link::kOnline) << "the connection stands";
  takes = true;
  pass(seconds(10));
  EXPECT_TRUE(bus.retained("trt/1/valley/room/ballroom/timer"));
}

TEST_F(courier, speaks_under_its_own_name_after_it_was_renamed) {
  hub_comes();
  how.origin.device = "kiosk-old";
  store(event::Audited{"start"});
  settle();
  const auto messages = bus.published_on("trt/1/valley/kiosk-1/ev/audit");
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_TRUE(wire::from_message(messages[0]).ok());
}

TEST_F(courier, passes_a_word_on_with_the_moment_at_which_it_came) {
  settle();
  const RoomWord word = running(3, "moderator-1", clock.now());
  Message message;
  message.topic = "trt/1/valley/room/ballroom/timer";
  message.payload = wire::encode({word, {"another", seconds(77), Milliseconds(9), {}}});
  message.expiry_seconds = wire::kRoomExpirySeconds;
  bus.publish(message);
  settle();
  ASSERT_EQ(heard.size(), 1U);
  EXPECT_EQ(heard[0].room, "ballroom");
  EXPECT_EQ(heard[0].heard.received, clock.now().boot);
  EXPECT_EQ(heard[0].heard.sent.at, seconds(77));
  EXPECT_FALSE(heard[0].heard.at_broker);
}

TEST_F(courier, says_how_long_the_broker_kept_a_word) {
  Message message;
  message.topic = "trt/1/valley/room/ballroom/timer";
  message.payload = wire::encode({running(3, "moderator-1", clock.now()), {"another", seconds(77), {}, {}}});
  message.retain = true;
  message.expiry_seconds = wire::kRoomExpirySeconds - 120;
  bus.publish(message);
  settle();
  ASSERT_EQ(heard.size(), 1U);
  EXPECT_EQ(heard[0].heard.at_broker, Minutes(2));
}

TEST_F(courier, measures_its_round_trip_with_its_own_echo) {
  settle();
  EXPECT_FALSE(bus.published_on("trt/1/valley/kiosk-1/echo").empty());
}

TEST_F(courier, an_echo_that_it_cannot_have_sent_is_not_counted) {
  RoundTrip round_trip;
  round_trip.connected(std::chrono::hours(1));
  round_trip.heard(BootTime::min(), std::chrono::hours(1));
  round_trip.heard(std::chrono::hours(2), std::chrono::hours(1));
  EXPECT_EQ(round_trip.half(), Milliseconds(0));
  round_trip.heard(std::chrono::hours(1) - Milliseconds(40), std::chrono::hours(1));
  EXPECT_EQ(round_trip.half(), Milliseconds(20));
}

TEST_F(courier, says_when_the_rooms_can_be_heard) {
  settle();
  EXPECT_TRUE(are_rooms_linked);
  bus.stop();
  settle();
  EXPECT_FALSE(are_rooms_linked);
}

TEST_F(courier, publishes_the_newest_word_alone) {
  settle();
  ASSERT_TRUE(in.put(to_courier::SayInRoom{"ballroom", running(1, "kiosk-1", clock.now()), {}}));
  ASSERT_TRUE(in.put(to_courier::SayInRoom{"ballroom", running(2, "kiosk-1", clock.now()), {}}));
  settle();
  const auto messages = bus.published_on("trt/1/valley/room/+/timer");
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_EQ(wire::decode_word(messages[0].payload, RoomValue::kTimer).value().word.rank().revision, 2U);
  EXPECT_TRUE(messages[0].retain);
}

TEST_F(courier, tells_that_a_word_of_a_room_is_larger_than_the_broker_accepts) {
  bus.set({.maximum_packet = 100});
  settle();
  ASSERT_TRUE(in.put(to_courier::SayInRoom{"ballroom", running(1, "kiosk-1", clock.now()), {}}));
  settle();
  EXPECT_TRUE(bus.published_on("trt/1/valley/room/+/timer").empty());
  EXPECT_EQ(too_large, 100U);
}

TEST_F(courier, what_it_cannot_read_changes_nothing) {
  hub_comes();
  for (const auto* topic :
       {"trt/1/hub/state", "trt/1/valley/kiosk-1/ack", "trt/1/valley/room/ballroom/timer"})
    for (const auto* body : {"", "{", "[]", "{\"online\":0}", "\xFF"})
      bus.publish(key.sign(word(topic, body)));
  settle();
  EXPECT_EQ(links.back(), Link::kOnline);
  EXPECT_TRUE(acks.empty());
  EXPECT_TRUE(heard.empty());
}

TEST_F(courier, says_how_much_waits_at_most_every_30_s) {
  settle();
  for (std::uint64_t waiting = 1; waiting <= 5; ++waiting)
    ASSERT_TRUE(in.put(to_courier::Pending{waiting, "2027-05-11T14:30:00Z"}));
  settle();
  EXPECT_EQ(presence().pending, 0U);
  pass(seconds(30));
  EXPECT_EQ(presence().pending, 5U);
  EXPECT_EQ(presence().oldest, "2027-05-11T14:30:00Z");
  EXPECT_EQ(bus.published_on("trt/1/valley/kiosk-1/state").size(), 2U);
}

TEST_F(courier, does_not_try_tls_before_the_clock_can_judge_a_certificate) {
  how.address.ca_file = "ca.pem";
  how.floor.built = clock.now().wall + seconds(3600);
  SetUp();
  settle();
  EXPECT_EQ(broker.attempts(), 0);
  EXPECT_EQ(links.back(), Link::kBrokerAway);
  EXPECT_EQ(problems.back(), LinkProblem::kClockBehind);
  clock.set_wall(how.floor.built);
  pass(seconds(3));
  EXPECT_EQ(broker.attempts(), 1);
}

TEST_F(courier, a_clock_that_a_person_has_set_judges_no_certificate) {
  how.address.ca_file = "ca.pem";
  Now now = clock.now();
  how.floor.built = now.wall - seconds(3600);
  how.floor.last_good = now.wall + seconds(3600);
  now.quality = ClockQuality::kOperator;  // and the kernel's shows what it was before
  clock.set(now);
  SetUp();
  settle();
  EXPECT_EQ(broker.attempts(), 0);
  EXPECT_EQ(problems.back(), LinkProblem::kClockBehind);
}

TEST(clock_floor, believes_a_good_clock_though_one_that_was_set_wrongly_once_showed_more) {
  const ClockFloor floor{WallTime(seconds(100)), WallTime(seconds(900))};
  Now now;
  now.wall = WallTime(seconds(500));
  now.quality = ClockQuality::kUnsynced;
  EXPECT_FALSE(floor.allows(now));
  now.quality = ClockQuality::kSynced;
  EXPECT_TRUE(floor.allows(now));
}

TEST(clock_floor, believes_no_clock_from_before_the_program_was_built) {
  const ClockFloor floor{WallTime(seconds(100)), {}};
  Now now;
  now.quality = ClockQuality::kSynced;
  now.wall = WallTime(seconds(99));
  EXPECT_FALSE(floor.allows(now));
}

TEST_F(courier, an_idle_one_with_nothing_to_do_wakes_up_at_most_once_a_minute) {
  hub_comes();
  for (int echo = 0; echo < 9; ++echo) pass(Milliseconds(250));  // until its round trip is known
  ASSERT_TRUE(broker.last_until());
  EXPECT_GE(*broker.last_until() - clock.now().boot, seconds(57));
}

TEST_F(courier, keeps_what_a_full_box_does_not_take) {
  KeeperBox tiny(1);
  ASSERT_TRUE(tiny.put(to_keeper::Acknowledge{}));
  it.emplace(broker, clock, how, CourierBoxes{in, tiny, main});
  hub_comes();
  ASSERT_EQ(tiny.drain().size(), 1U);
  pass(seconds(1));
  const auto asked = tiny.drain();
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<to_keeper::TakeWaiting>(asked[0]));
}

TEST(run_courier, runs_on_a_thread_until_its_box_is_closed) {
  FakeBus bus;
  FakeClock clock;
  FakeBroker broker(bus);
  CourierBox in(10, [&broker] { broker.wake(); });
  KeeperBox keeper(10);
  MainBox main(10);
  std::thread thread([&] {
    run_courier(broker, clock, courier_settings(wire::SigningKey::random()), {in, keeper, main});
  });
  while (true) {
    const auto news = main.take();
    const auto* link = news ? std::get_if<to_main::LinkChanged>(&*news) : nullptr;
    if (link && link->link == Link::kHubAway) break;
  }
  in.close();
  thread.join();
  EXPECT_EQ(bus.connections(), 0U);
}

}  // namespace
}  // namespace tertulia
