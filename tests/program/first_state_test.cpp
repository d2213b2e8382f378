// SPDX-License-Identifier: Apache-2.0
// What a start finds: answers that a restart interrupted, and a device that nobody has taken in yet.
#include "firmware/program/first_state.h"

#include <gmock/gmock.h>

#include "firmware/program/identity.h"
#include "firmware/program/qr_text.h"
#include "firmware/wire/room_words.h"
#include "tests/drivers/sqlite/samples.h"
#include "tests/support/sample_device.h"

namespace tertulia {
namespace {

class a_start : public testing::Test {
 protected:
  Folder folder_;
  FakeDevice device_;
  SqliteStore::Opened opened_ = open(folder_.file(), device_);
  DeviceState device_state_ = test::sample_device();

  // To a store that is closed.
  void spoil(const std::string& sql) {
    const auto database = sqlite::Database::open(folder_.file(), sqlite::Access::kWrite).value();
    ASSERT_TRUE(database->script(sql).ok());
  }
  // The power fails, and comes back.
  void starts_again() {
    opened_.store.reset();
    opened_ = open(folder_.file(), device_);
    device_state_ = test::sample_device();
    ASSERT_TRUE(settle_answers(*opened_.store, device_state_.interrupted, at_tap().now).ok());
    settle_rooms(*opened_.store, device_state_, at_tap().now);
  }
  [[nodiscard]] std::optional<SaveResult> save_result() const {
    if (device_state_.interrupted.empty()) return std::nullopt;
    EXPECT_EQ(device_state_.interrupted.size(), 1U) << "one person stands at one screen";
    EXPECT_EQ(device_state_.interrupted.front().room, "main-hall");
    return device_state_.interrupted.front().is_saved ? SaveResult::kSaved : SaveResult::kNotSaved;
  }
  [[nodiscard]] formats::Configuration configuration() const {
    formats::Configuration value;
    value.device.id = "kiosk-7";
    value.broker.host = "broker.example";
    value.broker.identity = folder_.file("identity");
    return value;
  }
};

TEST_F(a_start, sets_aside_what_it_cannot_read_of_a_room_says_so_and_goes_on_with_the_rest) {
  NextSession next;
  next.place = "Sala Magna";
  const RoomWord word = say(RoomState{}, next, "desk");
  ASSERT_TRUE(opened_.store->save_room_word({"magna", "next", wire::encode({word, {}})}).ok());
  ASSERT_TRUE(opened_.store->save_room_word({"magna", "timer", "{\"revision\":"}).ok());
  starts_again();
  EXPECT_EQ(device_state_.rooms.at("magna").next().value.place, "Sala Magna");
  ASSERT_TRUE(device_state_.last_error);
  EXPECT_NE(device_state_.last_error->detail.find("magna"), std::string::npos);
  EXPECT_EQ(opened_.store->room_words().value().size(), 1U);
}

TEST_F(a_start, takes_over_the_timer_that_an_earlier_version_stored_with_its_own_ids) {
  const Session session = device_state_.pack.agenda.sessions.front();
  Timer timer;
  timer.session = session.id;
  timer.phase = TimerPhase::kPaused;
  Register<PublicTimer> word{{0, 4, WordKind::kSaid, "desk"}, session.id, PublicTimer::received(timer)};
  ASSERT_TRUE(
      opened_.store->save_room_word({session.room, kOwnTimerPlace, wire::encode({{word, {}, false}, {}})})
          .ok());
  starts_again();
  EXPECT_EQ(device_state_.timers.at(session.room).session, session.id);
  EXPECT_EQ(opened_.store->room_words().value().at(0).place, "timer");
}

TEST_F(a_start, in_the_middle_of_a_form_says_that_it_is_not_saved_in_the_language_of_its_person) {
  ASSERT_TRUE(opened_.store->save_draft(submission(1)).ok());
  starts_again();
  EXPECT_EQ(save_result(), SaveResult::kNotSaved);
  EXPECT_EQ(device_state_.interrupted.front().language, "es");
  EXPECT_EQ(opened_.store->counts().value().submitted, 0U);
}

TEST_F(a_start, erases_what_was_answered_and_not_sent) {
  constexpr const char* kTyped = "zebra-in-the-garden";
  ASSERT_TRUE(opened_.store->save_draft(submission(1, kTyped)).ok());
  ASSERT_NE(bytes_of(folder_.file("store.db-wal")).find(kTyped), std::string::npos);
  starts_again();
  for (const char* file : {"store.db", "store.db-wal"})
    EXPECT_EQ(bytes_of(folder_.file(file)).find(kTyped), std::string::npos) << file;
}

TEST_F(a_start, between_commit_and_thanks_says_that_it_is_saved) {
  submit(*opened_.store, 1);
  starts_again();
  EXPECT_EQ(save_result(), SaveResult::kSaved);
  EXPECT_EQ(opened_.store->counts().value().submitted, 1U);
}

TEST_F(a_start, after_the_thanks_says_nothing) {
  submit(*opened_.store, 1);
  ASSERT_TRUE(opened_.store->thanked(id_of(1)).ok());
  starts_again();
  EXPECT_FALSE(save_result());
}

TEST_F(a_start, says_it_once_and_of_whoever_stood_there_last) {
  submit(*opened_.store, 1);
  ASSERT_TRUE(opened_.store->save_draft(submission(2)).ok());
  starts_again();
  EXPECT_EQ(save_result(), SaveResult::kNotSaved);
  starts_again();
  EXPECT_FALSE(save_result());
}

// Where the disk took no later draft, its person may have answered everything.
TEST_F(a_start, of_a_form_without_an_answer_says_that_it_is_not_saved) {
  Submission empty = submission(1);
  empty.answers.clear();
  ASSERT_TRUE(opened_.store->save_draft(empty).ok());
  starts_again();
  EXPECT_EQ(save_result(), SaveResult::kNotSaved);
}

TEST_F(a_start, tells_two_screens_of_one_room_apart) {
  Submission other = submission(2);
  other.screen = 1;
  submit(*opened_.store, 1);
  ASSERT_TRUE(opened_.store->save_draft(other).ok());
  starts_again();
  EXPECT_THAT(device_state_.interrupted,
              testing::ElementsAre(Interrupted{id_of(1), 0, "main-hall", "es", true},
                                   Interrupted{id_of(2), 1, "main-hall", "es", false}));
}

TEST_F(a_start, reads_what_a_version_before_noted_of_who_was_not_thanked_and_of_who_answered) {
  submit(*opened_.store, 1);
  ASSERT_TRUE(opened_.store->save_draft(submission(2)).ok());
  opened_.store.reset();
  spoil("DELETE FROM meta WHERE name LIKE 'glass:%'; INSERT INTO meta VALUES ('unthanked:" + id_of(1).text() +
        "', '')");
  starts_again();
  EXPECT_THAT(device_state_.interrupted,
              testing::ElementsAre(Interrupted{id_of(1), std::nullopt, "main-hall", "es", true},
                                   Interrupted{id_of(2), std::nullopt, "main-hall", "es", false}));
  starts_again();
  EXPECT_FALSE(save_result());
}

TEST_F(a_start, goes_on_over_a_draft_that_nobody_can_read) {
  ASSERT_TRUE(opened_.store->save_draft(submission(1)).ok());
  opened_.store.reset();
  spoil("UPDATE submissions SET answers = '{\"half'");
  starts_again();
  EXPECT_EQ(save_result(), SaveResult::kNotSaved);
  EXPECT_TRUE(opened_.store->drafts().value().empty());
}

TEST_F(a_start, without_enrolment_shows_the_request_and_the_code_and_tries_no_broker) {
  EXPECT_FALSE(prepare_link(configuration(), device_state_, at_tap().now, at_tap().now.wall));
  EXPECT_EQ(device_state_.link, Link::kNotEnrolled);
  ASSERT_TRUE(device_state_.enrolment);
  const auto application = apply_for_identity(configuration(), at_tap().now.wall).value();
  EXPECT_EQ(device_state_.enrolment->code, application.code)
      << "that of `tertulia enrol`: name, roles and key are the same";
  EXPECT_EQ(device_state_.enrolment->asks, application.asks);
  EXPECT_GT(device_state_.enrolment->request.side, 40);
}

TEST_F(a_start, that_cannot_make_its_key_says_why_and_goes_on) {
  auto nowhere = configuration();
  nowhere.broker.identity = "/proc/no-such-place/identity";
  EXPECT_FALSE(prepare_link(nowhere, device_state_, at_tap().now, at_tap().now.wall));
  EXPECT_FALSE(device_state_.enrolment);
  ASSERT_TRUE(device_state_.last_error);
  EXPECT_NE(device_state_.last_error->detail.find("/proc/no-such-place"), std::string::npos);
}

TEST_F(a_start, with_a_broker_and_no_identity_to_come_tries_it) {
  auto plain = configuration();
  plain.broker.identity.clear();
  EXPECT_TRUE(prepare_link(plain, device_state_, at_tap().now, at_tap().now.wall));
  EXPECT_EQ(device_state_.link, Link::kConnecting);
  plain.broker.host.clear();
  device_state_.link = Link::kNotConfigured;
  EXPECT_FALSE(prepare_link(plain, device_state_, at_tap().now, at_tap().now.wall));
  EXPECT_EQ(device_state_.link, Link::kNotConfigured);
}

}  // namespace
}  // namespace tertulia
