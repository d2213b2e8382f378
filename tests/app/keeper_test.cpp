// SPDX-License-Identifier: Apache-2.0
// The keeper on its own thread, with real mailboxes and a store in memory.
#include "firmware/app/keeper/keeper.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/wire/content.h"
#include "tests/fakes/clock.h"
#include "tests/fakes/store.h"

namespace tertulia {
namespace {

constexpr std::size_t kAmple = 100;

Submission submission(SubmissionState state = SubmissionState::kOpen) {
  Submission value;
  value.id = SubmissionId({1, 2, 3});
  value.room = "main-hall";
  value.session = "opening";
  value.language = "es";
  value.state = state;
  value.answers["mood"] = "good";
  return value;
}

class keeper : public testing::Test {
 protected:
  FakeStore store_;
  FakeClock clock_;
  KeeperBox in_{kAmple};
  CourierBox courier_{kAmple};

  [[nodiscard]] EventTime time() const { return {clock_.now(), clock_.now().wall}; }
  [[nodiscard]] to_keeper::CloseSubmission close() const {
    return {submission(SubmissionState::kSubmitted), time()};
  }
  [[nodiscard]] to_keeper::Record record() const { return {event::Audited{"start"}, time()}; }

  [[nodiscard]] std::uint64_t wall_now() const {
    return static_cast<std::uint64_t>(clock_.now().wall.time_since_epoch().count());
  }

  void ask(ToKeeper request) { ASSERT_TRUE(in_.put(std::move(request))); }

  // The thread from beginning to end; returns what it told main after its greeting.
  std::vector<ToMain> run() {
    MainBox main(kAmple);
    run_with(main);
    auto told = main.drain();
    if (!told.empty()) told.erase(told.begin());
    return told;
  }
  void run_with(MainBox& main) {
    in_.close();
    std::thread thread([&] { run_keeper(store_, {in_, main, courier_}); });
    thread.join();
  }

  template <class Message>
  std::vector<Message> to_courier() {
    std::vector<Message> found;
    for (const auto& message : courier_.drain())
      if (const auto* wanted = std::get_if<Message>(&message)) found.push_back(*wanted);
    return found;
  }
};

template <class Message>
Message only(const std::vector<ToMain>& told) {
  std::vector<Message> found;
  for (const auto& message : told)
    if (const auto* wanted = std::get_if<Message>(&message)) found.push_back(*wanted);
  EXPECT_EQ(found.size(), 1U);
  return found.empty() ? Message{} : found.front();
}

TEST_F(keeper, tells_main_how_things_stand_when_it_begins) {
  ASSERT_TRUE(store_.append(event::Audited{"start"}, time()).ok());
  MainBox main(kAmple);
  run_with(main);
  EXPECT_EQ(only<to_main::CountsChanged>(main.drain()).counts.waiting, 1U);
}

TEST_F(keeper, saves_a_draft) {
  ask(to_keeper::SaveDraft{submission()});
  run();
  EXPECT_EQ(store_.drafts().value().size(), 1U);
}

TEST_F(keeper, answers_a_closed_submission_only_when_it_is_stored) {
  ask(close());
  const auto closed = only<to_main::SubmissionClosed>(run());
  EXPECT_TRUE(closed.ok);
  EXPECT_EQ(closed.counts.submitted, 1U);
  EXPECT_EQ(store_.counts().value().submitted, 1U);
}

TEST_F(keeper, says_so_when_a_submission_was_not_saved) {
  store_.fail("The disk is full.");
  ask(close());
  const auto told = run();
  EXPECT_FALSE(only<to_main::SubmissionClosed>(told).ok);
  EXPECT_EQ(only<to_main::StoreFailed>(told).message, "The disk is full.");
  EXPECT_TRUE(to_courier<to_courier::NewRows>().empty());
}

TEST_F(keeper, answers_a_contact_only_when_it_is_kept_and_tells_nobody_else) {
  ask(to_keeper::KeepContact{{SubmissionId({7}), "lisbon", {}}, day_of(clock_.now().wall)});
  const auto told = run();
  EXPECT_TRUE(only<to_main::ContactKept>(told).ok);
  EXPECT_EQ(told.size(), 1U);
  EXPECT_TRUE(to_courier<to_courier::NewRows>().empty());
  EXPECT_EQ(store_.inventory().value().contacts, 1U);
}

TEST_F(keeper, says_so_when_a_contact_was_not_kept) {
  store_.fail("The disk is full.");
  ask(to_keeper::KeepContact{{SubmissionId({7}), "lisbon", {}}, day_of(clock_.now().wall)});
  const auto told = run();
  EXPECT_FALSE(only<to_main::ContactKept>(told).ok);
  EXPECT_EQ(only<to_main::StoreFailed>(told).message, "The disk is full.");
}

TEST_F(keeper, sends_the_contacts_that_are_due_when_it_tidies) {
  ASSERT_TRUE(store_.keep_contact({SubmissionId({7}), "lisbon", {}}, day_of(clock_.now().wall)).ok());
  Now tomorrow = clock_.now();
  tomorrow.wall += std::chrono::days(1);
  ask(to_keeper::Tidy{tomorrow});
  run();
  EXPECT_EQ(to_courier<to_courier::NewRows>().size(), 1U);
  EXPECT_EQ(store_.counts().value().waiting, 1U);
}

to_keeper::CountResults count_mood(EventTime time) {
  Question question;
  question.name = "mood";
  question.kind = SelectOne{{{"good", {}}, {"bad", {}}}};
  return {"main-hall",
          {PublicId::received("opening"), time.label, "closing", "closing-1",
           std::make_shared<const CountedQuestions>(CountedQuestions{{question, false}}),
           numbers::Threshold(5), numbers::Stage{.revealed = true}},
          time};
}

TEST_F(keeper, puts_answers_into_a_block_tells_what_may_be_said_of_it_and_reports_the_block) {
  for (std::uint8_t number = 1; number <= 10; ++number) {
    Submission given = submission(SubmissionState::kSubmitted);
    given.id = SubmissionId({number});
    given.form = "closing";
    given.form_hash = "closing-1";
    given.answers["mood"] = number <= 5 ? "good" : "bad";
    ASSERT_TRUE(store_.close_submission(given, time()).ok());
  }
  ask(count_mood(time()));
  ask(count_mood(time()));
  const auto told = run();
  std::vector<ResultsShare> shares;
  for (const auto& message : told)
    if (const auto* counted = std::get_if<to_main::ResultsCounted>(&message))
      shares.push_back(counted->share.value());
  ASSERT_EQ(shares.size(), 2U);
  EXPECT_EQ(shares[0].questions.at("mood").exact.at({0, "good"}), (numbers::Share{5, 10}));
  EXPECT_EQ(shares[1], shares[0]);
  EXPECT_EQ(store_.waiting({"", 0}, 100).value().size(), 11U);  // ten answers and one block
}

TEST_F(keeper, cuts_no_block_of_few_answers) {
  ASSERT_TRUE(store_.close_submission(submission(SubmissionState::kSubmitted), time()).ok());
  ask(count_mood(time()));
  EXPECT_EQ(only<to_main::ResultsCounted>(run()).share->questions.at("mood"), numbers::Results{});
}

TEST_F(keeper, asks_to_be_asked_again_where_the_store_refuses_to_count) {
  store_.fail("The disk is full.");
  ask(count_mood(time()));
  const auto told = run();
  EXPECT_FALSE(only<to_main::ResultsCounted>(told).is_whole);
  EXPECT_FALSE(only<to_main::ResultsCounted>(told).share);
  EXPECT_EQ(only<to_main::StoreFailed>(told).message, "The disk is full.");
}

TEST_F(keeper, says_so_when_a_draft_was_not_saved) {
  store_.fail("The disk is full.");
  ask(to_keeper::SaveDraft{submission()});
  EXPECT_EQ(only<to_main::StoreFailed>(run()).message, "The disk is full.");
}

TEST_F(keeper, says_so_when_an_event_or_a_word_was_not_saved) {
  store_.fail("The disk is full.");
  ask(record());
  ask(to_keeper::SaveRoomWord{"main-hall", "timer", "{}"});
  EXPECT_EQ(run().size(), 2U);
}

TEST_F(keeper, counts_what_it_holds_when_it_is_asked) {
  ask(close());
  ask(to_keeper::CountInventory{});
  const StoreInventory counted = only<to_main::InventoryCounted>(run()).inventory;
  EXPECT_EQ(counted.submitted, 1U);
  EXPECT_EQ(counted.receipted, 0U);
  EXPECT_EQ(counted.waiting, 1U);
}

TEST_F(keeper, remembers_who_has_not_been_thanked) {
  ask(close());
  static_cast<void>(run());
  EXPECT_EQ(store_.interrupted().value().size(), 1U);
}

TEST_F(keeper, forgets_who_has_been_thanked) {
  ask(close());
  ask(to_keeper::Thanked{submission().id});
  static_cast<void>(run());
  EXPECT_TRUE(store_.interrupted().value().empty());
}

// A keeper at work until the end of the scope.
class Working {
 public:
  explicit Working(Store& store) : thread_([this, &store] { run_keeper(store, {in_, main_, courier_}); }) {}
  Working(const Working&) = delete;
  Working& operator=(const Working&) = delete;
  ~Working() {
    in_.close();
    thread_.join();
  }
  // What it tells main of this letter.
  std::vector<ToMain> hears(ToKeeper letter) {
    EXPECT_TRUE(in_.put(std::move(letter)));
    EXPECT_TRUE(in_.put(to_keeper::TakeWaiting{}));
    for (;;)
      for (const ToCourier& message : courier_.drain())
        if (std::holds_alternative<to_courier::Waiting>(message)) return main_.drain();
  }

 private:
  KeeperBox in_{kAmple};
  MainBox main_{kAmple};
  CourierBox courier_{kAmple};
  std::thread thread_;
};

TEST_F(keeper, says_whether_the_store_has_noted_that_somebody_has_left) {
  Working working(store_);
  static_cast<void>(working.hears(to_keeper::CountInventory{}));  // and its greeting
  const to_keeper::CloseSubmission given_up{submission(SubmissionState::kAbandoned), time()};
  EXPECT_TRUE(only<to_main::Left>(working.hears(to_keeper::Thanked{submission().id})).ok);
  EXPECT_TRUE(only<to_main::Left>(working.hears(given_up)).ok);
  store_.fail("The disk is full.");
  EXPECT_FALSE(only<to_main::Left>(working.hears(to_keeper::Thanked{submission().id})).ok);
  EXPECT_FALSE(only<to_main::Left>(working.hears(given_up)).ok);
}

TEST_F(keeper, says_at_once_that_the_store_knows_nothing_of_somebody_who_has_begun) {
  store_.fail("The disk is full.");
  ask(to_keeper::SaveDraft{submission()});
  EXPECT_EQ(only<to_main::NotBegun>(run()).id, submission().id);
}

TEST_F(keeper, lets_whoever_the_store_knows_go_on_where_it_refuses_a_later_draft) {
  Working working(store_);
  static_cast<void>(working.hears(to_keeper::SaveDraft{submission()}));
  store_.fail("The disk is full.");
  for (const ToMain& message : working.hears(to_keeper::SaveDraft{submission()}))
    EXPECT_FALSE(std::holds_alternative<to_main::NotBegun>(message));
}

TEST_F(keeper, empties_a_draft_that_nobody_has_touched_for_an_hour) {
  ask(to_keeper::SaveDraft{submission()});
  ask(to_keeper::Tidy{clock_.now()});
  clock_.advance(kLongestDraft - std::chrono::seconds(1));
  Submission touched = submission();
  touched.id = SubmissionId({8});
  ask(to_keeper::SaveDraft{touched});
  ask(to_keeper::Tidy{clock_.now()});
  clock_.advance(std::chrono::seconds(1));
  ask(to_keeper::Tidy{clock_.now()});
  run();
  Submission emptied = submission();
  emptied.answers.clear();
  EXPECT_THAT(store_.drafts().value(), testing::UnorderedElementsAre(emptied, touched));
}

TEST_F(keeper, keeps_the_words_of_a_room) {
  ask(to_keeper::SaveRoomWord{"main-hall", "timer", "{}"});
  run();
  EXPECT_EQ(store_.room_words().value(), (std::vector<RoomRow>{{"main-hall", "timer", "{}"}}));
}

TEST_F(keeper, tells_the_courier_of_new_rows) {
  ask(close());
  ask(record());
  run();
  const auto told = to_courier<to_courier::NewRows>();
  ASSERT_EQ(told.size(), 2U);
}

TEST_F(keeper, an_abandoned_submission_is_no_news_for_the_courier) {
  ask(to_keeper::CloseSubmission{submission(SubmissionState::kAbandoned), time()});
  run();
  EXPECT_TRUE(to_courier<to_courier::NewRows>().empty());
}

TEST_F(keeper, hands_the_courier_the_rows_that_wait) {
  ask(record());
  ask(record());
  ask(to_keeper::TakeWaiting{{"", 0}, 1});
  run();
  const auto answers = to_courier<to_courier::Waiting>();
  ASSERT_EQ(answers.size(), 1U);
  ASSERT_EQ(answers[0].rows.size(), 1U);
  EXPECT_EQ(answers[0].rows[0].seq, 1U);
}

TEST_F(keeper, answers_the_courier_even_when_there_is_nothing) {
  ask(to_keeper::TakeWaiting{});
  run();
  ASSERT_EQ(to_courier<to_courier::Waiting>().size(), 1U);
}

TEST_F(keeper, answers_the_courier_even_when_the_store_fails) {
  store_.fail("The disk failed.");
  ask(to_keeper::TakeWaiting{});
  run();
  EXPECT_EQ(to_courier<to_courier::Waiting>().size(), 1U);
}

TEST_F(keeper, a_parked_row_shows_in_the_counts) {
  ask(close());
  ask(to_keeper::Park{submission().id.text(), "not allowed"});
  EXPECT_EQ(only<to_main::CountsChanged>(run()).counts.parked, 1U);
}

TEST_F(keeper, an_ack_changes_the_counts_and_what_is_pending) {
  ask(close());
  const auto envelope =
      wire::to_envelope(event::FeedbackSubmitted{submission(SubmissionState::kSubmitted)}, {});
  ask(to_keeper::Acknowledge{{store_.epoch(), 1, {}, {wire::receipt_for(envelope)}}, clock_.now()});
  EXPECT_EQ(only<to_main::CountsChanged>(run()).counts.acknowledged, 1U);
  EXPECT_EQ(to_courier<to_courier::Pending>().back().waiting, 0U);
}

TEST_F(keeper, purges_when_it_tidies) {
  ask(record());
  ask(to_keeper::Acknowledge{{store_.epoch(), 1, {}, {}, 0, "h1"}, clock_.now()});
  clock_.advance(std::chrono::hours(50));
  ask(to_keeper::Tidy{clock_.now()});
  ask(to_keeper::Acknowledge{{store_.epoch(), 0, {}, {}, 0, "h2"}, clock_.now()});
  run();
  EXPECT_EQ(store_.counts().value().waiting, 0U);
}

TEST_F(keeper, says_that_what_is_offered_again_is_pending) {
  ask(record());
  ask(to_keeper::Acknowledge{{store_.epoch(), 1, {}, {}, 0, "h1"}, clock_.now()});
  ask(to_keeper::Acknowledge{{store_.epoch(), 0, {}, {}, 0, "h2"}, clock_.now()});
  run();
  EXPECT_EQ(to_courier<to_courier::Pending>().back().waiting, 1U);
}

TEST_F(keeper, notes_the_time_when_the_clock_has_been_good_for_an_hour_and_each_hour_from_then_on) {
  std::uint64_t last_hour = 0;
  for (int quarter = 0; quarter < 11; ++quarter) {
    ask(to_keeper::Tidy{clock_.now()});
    if (quarter % 4 == 0) last_hour = wall_now();
    clock_.advance(Minutes(15));
  }
  run();
  EXPECT_EQ(store_.high_water_marks().value()[kLastGoodTime], last_hour);
}

TEST_F(keeper, does_not_note_a_time_that_nobody_has_set) {
  for (int hour = 0; hour < 3; ++hour) {
    Now now = clock_.now();
    now.quality = ClockQuality::kRtc;
    ask(to_keeper::Tidy{now});
    clock_.advance(Minutes(60));
  }
  run();
  EXPECT_EQ(store_.high_water_marks().value().count(kLastGoodTime), 0U);
}

// It could never be taken back.
TEST_F(keeper, does_not_note_the_time_of_a_clock_that_has_just_jumped) {
  ask(to_keeper::Tidy{clock_.now()});
  clock_.advance(Minutes(60));
  Now jumped = clock_.now();
  jumped.wall += std::chrono::hours(24 * 365);
  ask(to_keeper::Tidy{jumped});
  ask(to_keeper::Tidy{clock_.now()});
  clock_.advance(Minutes(60));
  ask(to_keeper::Tidy{clock_.now()});
  run();
  EXPECT_EQ(store_.high_water_marks().value()[kLastGoodTime], wall_now());
}

TEST_F(keeper, notes_the_number_of_an_order_before_main_hears_of_it) {
  const HubCommand command{hub_action::Restart{}, 7, {}, "c7"};
  ask(to_keeper::RecordCommand{command});
  EXPECT_EQ(only<to_main::CommandArrived>(run()).command, command);
  EXPECT_EQ(store_.high_water_marks().value().at(kLastCommand), 7U);
}

TEST_F(keeper, an_order_that_cannot_be_noted_is_refused_and_main_does_not_hear_of_it) {
  store_.fail("The disk failed.");
  ask(to_keeper::RecordCommand{{hub_action::Restart{}, 7, {}, "c7"}});
  for (const auto& told : run()) EXPECT_FALSE(std::holds_alternative<to_main::CommandArrived>(told));
  const auto answers = to_courier<to_courier::Reply>();
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].correlation, "c7");
  EXPECT_EQ(answers[0].reply.result, ReplyResult::kRefused);
}

TEST_F(keeper, tells_the_courier_since_when_the_oldest_waits) {
  const std::string first = to_rfc3339(clock_.now().wall);
  ask(record());
  clock_.advance(Minutes(5));
  ask(record());
  run();
  const auto pending = to_courier<to_courier::Pending>().back();
  EXPECT_EQ(pending.oldest, first);
}

TEST_F(keeper, an_answer_that_main_has_no_room_for_comes_later_and_in_order) {
  MainBox narrow(1);  // full with the greeting
  std::vector<ToMain> told;
  // Whenever the courier is answered, main empties its box.
  CourierBox courier(kAmple, [&] {
    for (auto& message : narrow.drain()) told.push_back(std::move(message));
  });
  ask(to_keeper::CountInventory{});
  ask(to_keeper::CountInventory{});
  for (int turn = 0; turn < 4; ++turn) ask(to_keeper::TakeWaiting{});
  in_.close();
  std::thread thread([&] { run_keeper(store_, {in_, narrow, courier}); });
  thread.join();
  ASSERT_GE(told.size(), 3U);
  EXPECT_TRUE(std::holds_alternative<to_main::CountsChanged>(told[0]));
  EXPECT_TRUE(std::holds_alternative<to_main::InventoryCounted>(told[1]));
  EXPECT_TRUE(std::holds_alternative<to_main::InventoryCounted>(told[2]));
}

TEST_F(keeper, carries_out_everything_that_was_asked_before_it_ends) {
  for (int time = 0; time < 50; ++time) ask(record());
  run();
  EXPECT_EQ(store_.counts().value().waiting, 50U);
}

}  // namespace
}  // namespace tertulia
