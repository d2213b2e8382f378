// SPDX-License-Identifier: Apache-2.0
// Every word of a room survives the wire and the store, and nothing that comes from outside breaks a reader.
#include "firmware/wire/room_words.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "tests/domain/room/random_words.h"

namespace tertulia::wire {
namespace {

RoomMessage message_of(RoomWord word) {
  word.device.clear();
  word.is_closed = false;
  return {std::move(word), {"boot-1", BootTime(9'000'000'001), Milliseconds(12), Milliseconds(3)}};
}

std::string changed(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from << " in " << text;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

Timer some_timer() {
  Timer timer;
  timer.session = "4f2c@calendar.example";
  timer.segment = 2;
  timer.segment_id = "discussion";
  timer.run = 3;
  timer.phase = TimerPhase::kOverrun;
  timer.length = Milliseconds(1'800'000);
  timer.remaining = Milliseconds(-61'000);
  timer.added = Milliseconds(-60'000);
  timer.elapsed = Milliseconds(1'801'000);
  timer.boot_id = "boot-1";
  timer.boot = BootTime(5'000'000'001);
  timer.wall = wall_from_rfc3339("2027-05-11T14:30:00.250Z").value();
  timer.started = wall_from_rfc3339("2027-05-11T14:00:00Z").value();
  timer.finish_fired = true;
  timer.hold = true;
  timer.removed = true;
  timer.asks = true;
  return timer;
}

RoomMessage timer_message() {
  Register<PublicTimer> word{{0, 17, WordKind::kSaid, "moderator-1"}, "4f2c@calendar.example", {}};
  word.value = PublicTimer::received(some_timer());
  return message_of({word, {}, false});
}

TEST(room_words, any_word_survives_the_wire) {
  RandomWords random(5);
  for (int round = 0; round < 500; ++round) {
    RoomMessage message = message_of(random.word());
    if (auto* timer = std::get_if<Register<PublicTimer>>(&message.word.word))
      timer->session = timer->value.timer().session;  // the timer names it itself
    const std::string text = encode(message);
    const auto decoded = decode_word(text, message.word.value());
    ASSERT_TRUE(decoded.ok()) << decoded.error().message << text;
    EXPECT_EQ(decoded.value(), message) << text;
  }
}

TEST(room_words, a_timer_is_written_as_older_devices_read_it) {
  const std::string text = encode(timer_message());
  for (const char* member : {"\"revision\":17", "\"author\":\"moderator-1\"", "\"boot_ns\":5000000001",
                             "\"remaining_ms\":-61000", "\"sent_ns\":9000000001"})
    EXPECT_NE(text.find(member), std::string::npos) << member;
  EXPECT_EQ(decode_word(text, RoomValue::kTimer).value(), timer_message());
}

TEST(room_words, a_timer_out_of_range_is_refused) {
  const std::string good = encode(timer_message());
  const std::pair<const char*, const char*> wrong[] = {
      {"-61000", "99999999999999"},
      {"-61000", "-61000.5"},
      {"\"revision\":17", "\"revision\":9007199254740992"},
      {"\"revision\":17", "\"revision\":0"},
      {"\"segment\":2", "\"segment\":-1"},
      {"overrun", "exploded"},
      {"\"length_ms\":1800000", "\"length_ms\":-1"},
      {"\"sent_ns\":9000000001", "\"sent_ns\":-1"},
      {"\"sent_ns\":9000000001", "\"sent_ns\":9223372036854775807"}};
  for (const auto& [from, to] : wrong)
    EXPECT_FALSE(decode_word(changed(good, from, to), RoomValue::kTimer).ok()) << to;
}

TEST(room_words, a_place_of_a_note_that_nobody_can_count_with_is_refused) {
  const auto at = [](const std::string& place) {
    return decode_word(
        R"({"revision":1,"author":"desk-1","boot_id":"b","sent_ns":1,"notes":{"n":{"note":"next-step",)"
        R"("text":"Ask","written":"2027-05-11T10:00:00Z","revision":1,"author":"desk-1","place":)" +
            place + "}}}",
        RoomValue::kNotes);
  };
  for (const char* place : {"0", "9007199254740991", "-9007199254740991"})
    EXPECT_TRUE(at(place).ok()) << place;
  for (const char* place : {"9007199254740992", "9223372036854775807", "-9223372036854775808"})
    EXPECT_FALSE(at(place).ok()) << place;
}

TEST(room_words, what_a_kiosk_counted_is_read_as_it_was_written) {
  ResultsShare share{PublicId::received("status"), "pulse", std::string(64, 'a'), true, {}, {}};
  share.questions["useful"] = {
      30, {{{1, "good"}, {9, 20}}, {{1.7e308, "(other)"}, {11, 20}}}, {{{0, "bad"}, {6, 10}}}, 0};
  share.questions["hidden"] = {12, {}, {}, 12};
  share.hasty = {30, 5, 10};
  const RoomMessage message{
      {Register<ResultsShare>{{0, 3, WordKind::kSaid, "kiosk-1"}, "", share}, "", false},
      timer_message().sent};
  const auto read = decode_word(encode(message), RoomValue::kResults);
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(std::get<Register<ResultsShare>>(read.value().word.word).value, share);
}

TEST(room_words, of_what_a_kiosk_counted_more_people_than_there_were_are_refused) {
  const auto with = [](const std::string& share) {
    return decode_word(
               R"({"revision":1,"author":"kiosk-1","boot_id":"b","sent_ns":1,"about":"status","form":"pulse",)"
               R"("form_hash":"aa","questions":)"
               R"({"useful":{"took_part":10,"exact":[)" +
                   share + "]}}}",
               RoomValue::kResults)
        .ok();
  };
  EXPECT_TRUE(with(R"({"value":"good","order":1,"count":10,"of":10})"));
  EXPECT_FALSE(with(R"({"value":"good","order":1,"count":11,"of":10})"));
  EXPECT_FALSE(with(R"({"value":"good","order":"1","count":1,"of":10})"));
  EXPECT_FALSE(with("7"));
}

TEST(room_words, a_timer_whose_anchor_lies_before_its_boot_is_written_with_one_that_is_read) {
  Timer timer;
  timer.session = "status";
  timer.phase = TimerPhase::kOverrun;
  timer.boot_id = "boot-1";
  timer.boot = -std::chrono::seconds(90);
  timer.wall = WallTime{} + std::chrono::hours(1);
  RoomMessage message = timer_message();
  std::get<Register<PublicTimer>>(message.word.word).value = PublicTimer::received(timer);
  const auto read = decode_word(encode(message), RoomValue::kTimer);
  ASSERT_TRUE(read.ok());
  const Timer& heard = std::get<Register<PublicTimer>>(read.value().word.word).value.timer();
  EXPECT_EQ(heard.boot, BootTime(0));
  EXPECT_EQ(heard.remaining, -std::chrono::seconds(90));
}

TEST(room_words, the_greatest_revision_is_read_and_written) {
  RoomMessage message = timer_message();
  std::get<Register<PublicTimer>>(message.word.word).rank = {kMostRevision, kMostRevision,
                                                             WordKind::kRestored, "z"};
  EXPECT_EQ(decode_word(encode(message), RoomValue::kTimer).value(), message);
}

// Once a stored one could not be read again, and each start of the device ended there.
TEST(room_words, any_command_on_any_timer_that_can_be_read_makes_one_that_can_be_read) {
  RandomWords random(8);
  Rundown rundown;
  for (const char* id : {"welcome", "talk", "questions"}) {
    Segment segment;
    segment.id = id;
    segment.length = Minutes(20);
    rundown.segments.push_back(segment);
  }
  const std::vector<TimerCommand> commands{command::Load{"s1", 0},
                                           command::Start{},
                                           command::Pause{},
                                           command::Resume{},
                                           command::Next{},
                                           command::Back{},
                                           command::Restart{},
                                           command::Stop{},
                                           command::Hold{},
                                           command::Roll{},
                                           command::Add{Minutes(10'000)},
                                           command::Add{-Minutes(10'000)}};
  const Now later{wall_from_rfc3339("2027-05-11T14:30:00Z").value(), std::chrono::hours(2'000), "boot-1",
                  ClockQuality::kSynced};
  for (int round = 0; round < 1000; ++round) {
    RoomWord word = random.word();
    auto* timer = std::get_if<Register<PublicTimer>>(&word.word);
    if (!timer) continue;
    for (const TimerCommand& command : commands) {
      const auto changed = apply(timer->value.timer(), rundown, command, later);
      if (!changed.ok()) continue;
      Register<PublicTimer> said = say(*timer, PublicTimer::received(changed.value().timer), "desk", "s1");
      const std::string text = encode(message_of({std::move(said), {}, false}));
      const auto read = decode_word(text, RoomValue::kTimer);
      ASSERT_TRUE(read.ok()) << read.error().message << ": " << text;
      EXPECT_EQ(encode(read.value()), text);
    }
  }
}

TEST(room_words, a_broken_word_is_refused_and_never_more) {
  RandomWords random(6);
  std::mt19937 dice(6);
  for (int round = 0; round < 2000; ++round) {
    const RoomMessage message = message_of(random.word());
    std::string text = encode(message);
    for (int change = 0; change < 3; ++change) text[dice() % text.size()] = static_cast<char>(dice() % 128);
    const auto decoded = decode_word(text, message.word.value());
    EXPECT_TRUE(decoded.ok() || !decoded.error().message.empty());
  }
}

TEST(room_words, a_name_that_is_none_is_refused_and_not_taken_for_another) {
  const auto verdicts_of = [](const std::string& name) {
    return decode_word(R"({"revision":1,"author":"desk-1","boot_id":"b","sent_ns":1,"verdicts":{")" + name +
                           "\":\"" + std::string(to_text(FloorVerdict::kHidden)) + "\"}}",
                       RoomValue::kVerdicts);
  };
  EXPECT_TRUE(verdicts_of("question-1").ok());
  EXPECT_FALSE(verdicts_of("question\\u0007").ok());
  EXPECT_FALSE(verdicts_of(std::string(256, 'q')).ok());
}

TEST(room_words, what_a_device_says_of_itself_survives_the_wire) {
  Here here{Step::kAlone, {1, 5, WordKind::kSaid, "desk"}, 2, {"boot-1", BootTime(7), Milliseconds(3), {}}};
  EXPECT_EQ(decode_here(encode(here)).value(), here);
  here.desk_pack = "3f9a02c1";
  EXPECT_EQ(decode_here(encode(here)).value(), here);
  EXPECT_FALSE(decode_here("{}").ok());
}

TEST(room_words, each_word_has_a_topic_of_its_own_and_is_found_by_it) {
  RandomWords random(7);
  for (int round = 0; round < 200; ++round) {
    const RoomWord word = random.word();
    const auto place = parse_room_topic("valley", room_topic("valley", "ballroom", word));
    ASSERT_TRUE(place);
    EXPECT_EQ(place->room, "ballroom");
    EXPECT_EQ(place->value, word.value());
    EXPECT_EQ(place->device, word.device);
    EXPECT_EQ(place->is_closed, word.is_closed);
    EXPECT_EQ(parse_place(place_of(word))->value, word.value());
  }
}

TEST(room_words, other_topics_are_none_of_a_room) {
  for (const char* topic :
       {"trt/1/valley/room/ballroom", "trt/1/valley/room/ballroom/clock", "trt/1/valley/room/ballroom/floor",
        "trt/1/valley/room/ballroom/timer/x", "trt/1/valley/room/ballroom/notes/A",
        "trt/1/other/room/ballroom/timer", "trt/1/valley/room//timer", "trt/1/valley/room/b/closed/here/x",
        "trt/1/valley/kiosk-1/state"})
    EXPECT_FALSE(parse_room_topic("valley", topic)) << topic;
  EXPECT_FALSE(parse_room_topic("valley", "trt/1/valley/room/b/here/desk")->value);
}

}  // namespace
}  // namespace tertulia::wire
