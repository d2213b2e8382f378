// SPDX-License-Identifier: Apache-2.0
// What a device has cut and shown in its room, the hub tells as a whole or not at all.
#include "hub/numbers/room_blocks.h"

#include <algorithm>
#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub/numbers/releases.h"
#include "hub/numbers/report.h"
#include "tests/hub/events.h"

namespace tertulia::hub {
namespace {

using std::chrono::hours;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;

// Sessions begin at hour 0.
const Progress kSessionsOver{WallTime(hours(240)), {}, {}};
const Progress kStillOpen{WallTime(hours(1)), {}, {}};
const Progress kSomeMissing{WallTime(hours(25)), {}, {"demo"}};

Given answer(std::uint64_t number, const std::string& mood = "good") {
  Given made;
  made.session = "opening";
  made.form = "pulse";
  made.answers = {{"mood", mood}};
  made.programme = "demo";
  made.id = submission_id(number).text();
  return made;
}

std::vector<Given> answers(std::uint64_t from, std::uint64_t to) {
  std::vector<Given> all;
  for (std::uint64_t number = from; number <= to; ++number)
    all.push_back(answer(number, number % 2 == 0 ? "good" : "bad"));
  return all;
}

event::AnswersReleased block(std::uint64_t from, std::uint64_t to) {
  event::AnswersReleased released{"pulse", PublicId::received("opening"), {}};
  for (std::uint64_t number = from; number <= to; ++number) released.answers.push_back(submission_id(number));
  return released;
}

// As each report reads them: the answers in their blocks so far, and what devices said.
bool cut(std::vector<Given>& all, const std::vector<event::AnswersReleased>& events,
         const Progress& progress = kSessionsOver, const std::string& programme = "demo") {
  for (Given& each : all) each.room_block = {};
  RoomBlocks blocks(all);
  for (const auto& event : events) blocks.add(programme, event);
  return cut_blocks(all, progress);
}

const BlockName kNone{};
const BlockName kFirstOfRoom{1, BlockKind::kRoom};
const BlockName kSecondOfRoom{2, BlockKind::kRoom};
const BlockName kFirstOfHub{1, BlockKind::kSession};

std::ptrdiff_t count_in(const BlockName& name, const std::vector<Given>& all) {
  return std::count_if(all.begin(), all.end(), [&](const Given& each) { return each.block == name; });
}

Table told(const std::vector<Given>& all, const Progress& progress = kSessionsOver) {
  return make_report(all, mood_form(), 5, progress);
}

TEST(a_block_of_a_room, is_a_block_of_the_hub_with_the_same_answers) {
  std::vector<Given> all = answers(1, 13);
  EXPECT_TRUE(cut(all, {block(1, 10)}));
  EXPECT_EQ(count_in(kFirstOfRoom, std::vector<Given>(all.begin(), all.begin() + 10)), 10);
  EXPECT_EQ(count_in(kNone, all), 3);
  EXPECT_THAT(told(all).rows, ElementsAre(ElementsAre("opening", "pulse", "mood", "10", "bad", "5"),
                                          ElementsAre("opening", "pulse", "mood", "10", "good", "5"),
                                          ElementsAre("opening", "pulse", "", "3", kNotEnough, "")));
  EXPECT_FALSE(cut(all, {block(1, 10)}));
}

TEST(a_block_of_a_room, that_was_told_stays_as_it_was_whatever_a_device_says_later) {
  std::vector<Given> all = answers(1, 13);
  EXPECT_TRUE(cut(all, {block(1, 10)}));
  const auto before = told(all).rows;
  EXPECT_FALSE(cut(all, {block(3, 9), block(1, 10)}));
  EXPECT_EQ(told(all).rows, before);
}

TEST(a_block_of_a_room, has_a_number_of_its_own_and_the_rest_of_the_session_is_cut_beside_it) {
  std::vector<Given> all = answers(1, 26);
  EXPECT_TRUE(cut(all, {block(11, 20), block(1, 10)}));
  EXPECT_EQ(count_in(kFirstOfRoom, all), 10);
  EXPECT_EQ(count_in(kSecondOfRoom, all), 10);
  EXPECT_EQ(count_in(kFirstOfHub, all), 6);
}

TEST(a_block_of_a_room, is_told_when_nobody_is_asked_any_more_whatever_else_is_on_its_way) {
  std::vector<Given> all = answers(1, 16);
  EXPECT_FALSE(cut(all, {block(1, 10)}, kStillOpen));
  EXPECT_THAT(told(all, kStillOpen).rows, ElementsAre(ElementsAre("opening", "pulse", "", "15", kOpen, "")));
  EXPECT_TRUE(cut(all, {block(1, 10)}, kSomeMissing));
  EXPECT_EQ(count_in(kFirstOfRoom, all), 10);
  EXPECT_THAT(told(all, kSomeMissing).rows,
              Contains(ElementsAre("opening", "pulse", "", "6", kOnTheirWay, "")));
}

TEST(a_block_of_a_room, may_be_known_to_a_device_alone_that_fell_silent_in_the_session) {
  for (const auto& [heard, is_awaited] :
       std::vector<std::pair<int, bool>>{{-1, false}, {0, true}, {23, true}, {24, false}, {30, false}}) {
    std::vector<Given> all = answers(1, 16);
    Progress progress{WallTime(hours(95)), {}, {}, {{"demo", {WallTime(hours(heard))}}}};
    EXPECT_EQ(cut(all, {}, progress), !is_awaited) << heard;
    progress.now = WallTime(hours(96));
    EXPECT_EQ(cut(all, {}, progress), is_awaited) << heard;
    EXPECT_EQ(count_in(kFirstOfHub, all), 16);
  }
}

TEST(a_block_of_a_room, of_which_an_answer_is_on_its_way_waits_for_it_and_holds_nobody_else_up) {
  std::vector<Given> all = answers(1, 9);
  const auto others = answers(11, 16);
  all.insert(all.end(), others.begin(), others.end());
  EXPECT_TRUE(cut(all, {block(1, 10)}));
  EXPECT_THAT(std::vector<Given>(all.begin(), all.begin() + 9),
              Each(testing::Field(&Given::block, BlockName{})));
  EXPECT_EQ(count_in(kFirstOfHub, all), 6);
  all.push_back(answer(10));
  EXPECT_TRUE(cut(all, {block(1, 10)}));
  EXPECT_EQ(count_in(kFirstOfRoom, all), 10);
}

TEST(a_block_of_a_room, of_which_an_answer_never_comes_is_never_told_for_the_rest_would_betray_that_one) {
  std::vector<Given> all = answers(1, 9);
  EXPECT_FALSE(cut(all, {block(1, 10)}));
  EXPECT_THAT(told(all).rows, ElementsAre(ElementsAre("opening", "pulse", "", "9", kOnlyAsAWhole, "")));
}

TEST(a_block_of_a_room, makes_no_others_enough_while_it_waits) {
  std::vector<Given> all = answers(1, 13);  // 9 of the block and 4
  all.erase(all.begin());
  EXPECT_FALSE(cut(all, {block(1, 10)}));
  EXPECT_THAT(told(all).rows, ElementsAre(ElementsAre("opening", "pulse", "", "3", kNotEnough, ""),
                                          ElementsAre("opening", "pulse", "", "9", kOnlyAsAWhole, "")));
  for (std::uint64_t number = 20; number < 25; ++number) {  // not enough for a session, but together
    Given elsewhere = answer(number);
    elsewhere.session = number < 22 ? "noon" : "evening";
    all.push_back(elsewhere);
  }
  EXPECT_FALSE(cut(all, {block(1, 10)}));
}

TEST(a_block_of_a_room, of_which_one_answer_is_in_another_block_stays_untold) {
  std::vector<Given> all = answers(1, 6);
  EXPECT_TRUE(cut(all, {}));  // its event came too late
  const auto rest = answers(7, 15);
  all.insert(all.end(), rest.begin(), rest.end());
  EXPECT_FALSE(cut(all, {block(6, 15)}));
  EXPECT_THAT(told(all).rows, Contains(ElementsAre("opening", "pulse", "", "9", kOnlyAsAWhole, "")));
}

TEST(a_block_of_a_room, that_names_an_answer_of_an_earlier_one_stays_untold) {
  std::vector<Given> all = answers(1, 19);
  EXPECT_TRUE(cut(all, {block(1, 10), block(10, 19)}));
  EXPECT_EQ(count_in(kFirstOfRoom, all), 10);
  EXPECT_EQ(count_in(kNone, all), 9);
  EXPECT_FALSE(cut(all, {block(1, 10), block(10, 19), block(11, 19)}));  // nor can another event free them
}

TEST(a_block_of_a_room, that_is_reported_twice_is_one_block) {
  std::vector<Given> all = answers(1, 10);
  EXPECT_TRUE(cut(all, {block(1, 10), block(1, 10)}));
  EXPECT_EQ(count_in(kFirstOfRoom, all), 10);
}

TEST(a_block_of_a_room, of_another_form_or_session_than_its_answers_is_never_told) {
  for (const bool is_form : {true, false}) {
    std::vector<Given> all = answers(1, 10);
    (is_form ? all.back().form : all.back().session) = "another";
    EXPECT_FALSE(cut(all, {block(1, 10)}));
  }
}

TEST(a_block_of_a_room, of_another_programme_touches_no_answer) {
  std::vector<Given> all = answers(1, 12);
  EXPECT_TRUE(cut(all, {block(1, 10)}, kSessionsOver, "another"));
  EXPECT_EQ(count_in(kFirstOfHub, all), 12);
}

TEST(a_block_of_a_room, of_fewer_people_than_any_threshold_is_ignored) {
  std::vector<Given> all = answers(1, 12);
  auto same_again = block(1, 2);
  same_again.answers.insert(same_again.answers.end(), 8, submission_id(1));
  EXPECT_TRUE(cut(all, {block(1, 4), same_again}));
  EXPECT_EQ(count_in(kFirstOfHub, all), 12);
}

TEST(a_block_of_a_room, that_is_too_small_for_a_threshold_that_was_raised_since_is_kept_and_not_shown) {
  std::vector<Given> all = answers(1, 20);
  for (Given& each : all) each.threshold = 8;
  EXPECT_TRUE(cut(all, {block(1, 10)}));
  EXPECT_EQ(count_in(kFirstOfRoom, all), 10);
  EXPECT_EQ(count_in(kFirstOfHub, all), 10);
  EXPECT_THAT(told(all).rows, ElementsAre(ElementsAre("opening", "pulse", "mood", "20", kNotShown, "")));
}

TEST(a_block_of_a_room, is_kept_whatever_thousands_of_later_ones_say) {
  std::vector<Given> all = answers(1, 1'000);
  RoomBlocks blocks(all);
  for (std::uint64_t number = 1; number <= 2'000; ++number) blocks.add("demo", block(number, number + 249));
  EXPECT_TRUE(cut_blocks(all, kSessionsOver));
  EXPECT_EQ(count_in(kFirstOfRoom, all), 250);
  EXPECT_EQ(count_in(kNone, all), 750);
}

}  // namespace
}  // namespace tertulia::hub
