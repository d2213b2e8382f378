// SPDX-License-Identifier: Apache-2.0
// The real program, a real broker, real kills.
#include <fstream>
#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/formats/pack/canonical.h"
#include "hub/numbers/queries.h"
#include "tests/hub/running_hub.h"

namespace tertulia::hub {
namespace {

using testing::HasSubstr;
using testing::Not;

class hub_end_to_end : public RunningHub {};

TEST_P(hub_end_to_end, every_event_is_there_exactly_once_although_the_hub_is_killed_again_and_again) {
  constexpr std::uint64_t kRounds = 6;
  constexpr std::uint64_t kRows = 40;
  std::uint64_t uncommitted = 0;
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    start_hub("300");
    const std::uint64_t acked = device_.acked();
    for (std::uint64_t i = 1; i <= kRows; ++i) {
      const std::uint64_t seq = round * kRows + i;
      device_.keep(seq, i % 4 == 0 ? audit(device_.device, seq) : feedback(device_.device, seq));
    }
    device_.send_all();
    // Between receive and commit, or right after the first commit.
    const bool before_commit = round % 2 == 0;
    ASSERT_TRUE(
        device_.pump([&] { return before_commit ? device_.is_brokered() : device_.acked() > acked; }));
    stop_hub_hard();
    if (before_commit)
      uncommitted += (round + 1) * kRows - held_in(database_.name(), device_.device)->count();
  }
  EXPECT_GT(uncommitted, 0u) << "no kill fell between receive and commit";

  start_hub();
  ASSERT_TRUE(deliver());
  EXPECT_EQ(device_.acked(), kRounds * kRows);
  EXPECT_EQ(held_in(database_.name(), device_.device), Ranges({{1, kRounds * kRows}}));
  EXPECT_EQ(run("count"), std::to_string(kRounds * kRows * 3 / 4) + "\n");
}

TEST_P(hub_end_to_end, rows_that_the_hub_holds_already_are_acknowledged_again) {
  start_hub();
  device_.keep(1, feedback(device_.device, 1));
  ASSERT_TRUE(deliver());
  device_.keep(1, feedback(device_.device, 1));
  EXPECT_TRUE(deliver());
  EXPECT_EQ(run("count"), "1\n");
}

TEST_P(hub_end_to_end, what_waits_is_counted_and_can_be_mixed_by_hand) {
  start_hub();
  for (std::uint64_t seq = 1; seq <= 3; ++seq) device_.keep(seq, feedback(device_.device, seq));
  ASSERT_TRUE(deliver());
  EXPECT_EQ(run("count"), "3\n");
  EXPECT_THAT(run("status"), HasSubstr("of the submissions, waiting to be mixed: 3"));
  EXPECT_EQ(run("mix"), "3 answers were waiting and are mixed now.\n");
  EXPECT_EQ(run("mix"), "0 answers were waiting and are mixed now.\n");
  EXPECT_EQ(run("count"), "3\n");
  EXPECT_THAT(run("status"), Not(HasSubstr("waiting to be mixed")));
}

TEST_P(hub_end_to_end, a_poison_message_does_not_block_and_is_kept) {
  start_hub();
  device_.keep(1, feedback(device_.device, 1));
  device_.keep(2, poison(device_.device, 2, EventKind::kFeedback));
  device_.keep(3, feedback(device_.device, 3));
  Message nameless = poison(device_.device, 4);
  nameless.properties.clear();
  nameless.payload = std::string(60'000, '\xFF');
  device_.send(nameless);
  EXPECT_TRUE(deliver());
  EXPECT_EQ(run("count"), "2\n");
  ASSERT_TRUE(device_.pump([&] { return database_.count("SELECT count(*) FROM quarantine") == 2; }));
  EXPECT_THAT(run("status"), HasSubstr("quarantined: 2"));
  EXPECT_THAT(run("status"), HasSubstr("answers, held back on their device"));
  EXPECT_EQ(device_.held_back(), 1U);
}

TEST_P(hub_end_to_end, a_clean_stop_commits_what_was_received_acknowledges_it_and_says_offline) {
  start_hub("60000");
  for (std::uint64_t seq = 1; seq <= 20; ++seq) device_.keep(seq, feedback(device_.device, seq));
  device_.send_all();
  ASSERT_TRUE(device_.pump([&] { return device_.is_brokered(); }));
  EXPECT_EQ(hub_.stop_cleanly(), 0);
  ASSERT_TRUE(device_.pump([&] { return !device_.is_hub_online(); }));
  const Ranges held = held_in(database_.name(), device_.device).value();
  EXPECT_TRUE(held.holes().empty() ? device_.acked() == held.highest() : device_.acked() < held.highest());
}

TEST_P(hub_end_to_end, status_tells_who_is_there) {
  start_hub();
  device_.send(presence(device_.device, wire::PresenceState::kReady));
  ASSERT_TRUE(
      device_.pump([&] { return !Reader::open(database_.name()).value().devices().value().empty(); }));
  EXPECT_THAT(run("status"), HasSubstr("demo/kiosk-1  ready"));
}

TEST_P(hub_end_to_end, the_hub_comes_back_after_the_broker_died) {
  start_hub();
  broker_.kill();
  ASSERT_TRUE(device_.pump([&] { return !device_.is_hub_online(); }));
  ASSERT_TRUE(broker_.start());
  ASSERT_TRUE(device_.pump([&] { return device_.is_hub_online(); }));
  // The collectors may still be on their way back: a device sends again what got no word.
  device_.keep(1, feedback(device_.device, 1));
  bool delivered = false;
  for (int attempt = 0; attempt < 600 && !delivered; ++attempt) {
    device_.send_all();
    int looks = 0;
    device_.pump([&] { return device_.has_nothing_left() || ++looks > 2; });
    delivered = device_.has_nothing_left();
  }
  EXPECT_TRUE(delivered);
}

// A pack with the form "pulse", as the import prints it.
std::string write_pack(const std::string& path) {
  Questionnaire form;
  form.id = "pulse";
  form.languages = {"en"};
  Page page;
  for (const char* name : {"mood", "wish"}) {
    Question question;
    question.name = name;
    question.label.set("en", name);
    if (page.questions.empty()) {
      question.kind = SelectOne{{{"bad", {"en", "Bad"}}, {"good", {"en", "Good"}}}, ChoiceLook::kList};
    } else {
      question.kind = Text{};
    }
    page.questions.push_back(std::move(question));
  }
  form.pages.push_back(std::move(page));
  formats::PackReading reading;
  reading.pack.emplace();
  reading.pack->visit.zone = "UTC";
  reading.pack->visit.languages = {"en"};
  reading.pack->visit.rooms = {{"main-hall", {"en", "Main hall"}}};
  reading.pack->questionnaires.push_back(std::move(form));
  std::ofstream(path) << formats::to_canonical(reading);
  return path;
}

TEST_P(hub_end_to_end, the_report_shows_a_session_only_from_the_threshold_on) {
  start_hub();
  for (std::uint64_t seq = 1; seq <= 4; ++seq) device_.keep(seq, feedback_long_ago(device_.device, seq));
  ASSERT_TRUE(deliver());
  EXPECT_THAT(run("report --csv"), HasSubstr("opening,pulse,,4,not enough answers yet,\r\n"));
  for (std::uint64_t seq = 5; seq <= 9; ++seq) device_.keep(seq, feedback_long_ago(device_.device, seq));
  ASSERT_TRUE(deliver());
  const std::string report = run("report --csv");
  EXPECT_THAT(report, HasSubstr("opening,pulse,mood,9,(unknown question),at least 5\r\n"));
  EXPECT_THAT(report, Not(HasSubstr("wish 1")));
}

TEST_P(hub_end_to_end, the_report_says_the_same_again_until_enough_late_answers_have_come) {
  start_hub();
  const auto keep = [this](std::uint64_t seq) {
    device_.keep(seq, feedback_long_ago(device_.device, seq, seq % 2 == 0 ? "good" : "bad"));
  };
  for (std::uint64_t seq = 1; seq <= 10; ++seq) keep(seq);
  ASSERT_TRUE(deliver());
  const std::string pack = write_pack(scratch_.file("pack.json"));
  const std::string first = run("report --csv --pack " + pack);
  EXPECT_THAT(first, HasSubstr("opening,pulse,mood,10,good,5\r\n"));
  for (std::uint64_t seq = 11; seq <= 14; ++seq) keep(seq);
  ASSERT_TRUE(deliver());
  EXPECT_EQ(run("report --csv --pack " + pack), first + "opening,pulse,,4,not enough answers yet,\r\n");
  for (std::uint64_t seq = 15; seq <= 20; ++seq) keep(seq);
  ASSERT_TRUE(deliver());
  EXPECT_THAT(run("report --csv --pack " + pack), HasSubstr("opening,pulse,mood,20,good,10\r\n"));
}

TEST_P(hub_end_to_end, the_report_of_an_open_session_has_no_number_of_an_answer) {
  start_hub();
  for (std::uint64_t seq = 1; seq <= 13; ++seq)
    device_.keep(seq, message_of(device_.device, seq, event::FeedbackSubmitted{submission(seq)},
                                 to_rfc3339(SystemClock::open().value().now().wall).c_str()));
  ASSERT_TRUE(deliver());
  EXPECT_THAT(run("report --csv"), HasSubstr("opening,pulse,,10,shown when the session is over"));
  EXPECT_THAT(run("report --csv"), Not(HasSubstr("mood")));
}

TEST_P(hub_end_to_end, with_the_pack_the_report_names_choices_and_still_no_text) {
  start_hub();
  for (std::uint64_t seq = 1; seq <= 10; ++seq)
    device_.keep(seq, feedback_long_ago(device_.device, seq, seq % 2 == 0 ? "good" : "bad"));
  ASSERT_TRUE(deliver());
  const std::string report = run("report --csv --pack " + write_pack(scratch_.file("pack.json")));
  EXPECT_THAT(report, HasSubstr("opening,pulse,mood,10,good,5\r\n"));
  EXPECT_THAT(report, HasSubstr("opening,pulse,wish,10,(text),at least 6\r\n"));
}

INSTANTIATE_TEST_SUITE_P(both, hub_end_to_end, kBoth, name_of);

}  // namespace
}  // namespace tertulia::hub
