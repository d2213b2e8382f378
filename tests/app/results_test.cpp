// SPDX-License-Identifier: Apache-2.0
// What a room sees of its answers: what kiosks count, what the moderator reveals, what the display shows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/app/kiosk/kiosk_results.h"
#include "firmware/app/results/counting.h"
#include "firmware/app/results/showable.h"
#include "tests/app/desk.h"

namespace tertulia::test {
namespace {

using numbers::Stage;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using namespace std::chrono_literals;

constexpr Stage kRevealed{.revealed = true};
constexpr Stage kOver{.revealed = true, .closed = true, .complete = true};

// `faces`: how many people pressed which face, worst first.
AnswersInBlocks answers_with(const std::vector<int>& faces, std::uint64_t block = 0) {
  AnswersInBlocks all;
  std::uint8_t number = 0;
  for (std::size_t face = 0; face < faces.size(); ++face)
    for (int i = 0; i < faces[face]; ++i)
      all.answers.push_back({SubmissionId({++number}), {{"useful", std::to_string(face + 1)}}, block});
  return all;
}

ResultsToCount counting(const Question& question, Stage stage) {
  return {PublicId::received("status"),
          {},
          "pulse",
          "hash-of-pulse",
          std::make_shared<const CountedQuestions>(CountedQuestions{{question, false}}),
          numbers::Threshold(5),
          stage};
}
Question useful() { return *sample_device().pack.questionnaire("pulse")->find("useful"); }

TEST(next_block, is_cut_of_two_groups_of_people_while_they_answer) {
  EXPECT_THAT(next_block(answers_with({4, 5}), counting(useful(), kRevealed)), IsEmpty());
  EXPECT_THAT(next_block(answers_with({5, 5}), counting(useful(), kRevealed)), SizeIs(10));
}

TEST(next_block, is_cut_of_one_group_when_nobody_is_asked_any_more) {
  EXPECT_THAT(next_block(answers_with({2, 2}), counting(useful(), kOver)), IsEmpty());
  EXPECT_THAT(next_block(answers_with({3, 2}), counting(useful(), kOver)), SizeIs(5));
}

TEST(next_block, is_never_cut_of_what_nobody_has_revealed) {
  EXPECT_THAT(next_block(answers_with({50, 50}), counting(useful(), {})), IsEmpty());
}

TEST(next_block, leaves_what_is_in_a_block) {
  AnswersInBlocks answers = answers_with({6, 6}, 1);
  for (const auto& each : answers_with({4, 5}).answers) answers.answers.push_back(each);
  EXPECT_THAT(next_block(answers, counting(useful(), kRevealed)), IsEmpty());
}

TEST(next_block, without_the_hub_is_of_answers_that_it_does_not_have) {
  AnswersInBlocks answers = answers_with({5, 5});
  ResultsToCount what = counting(useful(), kRevealed);
  what.hub_waits = false;
  EXPECT_THAT(next_block(answers, what), SizeIs(10));
  answers.answers.front().is_at_hub = true;
  EXPECT_THAT(next_block(answers, what), IsEmpty());
}

TEST(next_block, is_not_larger_than_its_message) {
  AnswersInBlocks answers;
  for (std::size_t i = 0; i < event::kMostReleased + 3; ++i) {
    const auto high = static_cast<std::uint8_t>(i / 256);
    const auto low = static_cast<std::uint8_t>(i % 256);
    answers.answers.push_back({SubmissionId({high, low}), {}, 0});
  }
  EXPECT_THAT(next_block(answers, counting(useful(), kRevealed)), SizeIs(event::kMostReleased));
}

TEST(results_of_a_kiosk, hold_what_may_be_said_of_blocks_and_nothing_of_other_answers) {
  AnswersInBlocks answers = answers_with({6, 6}, 1);
  for (const auto& each : answers_with({0, 0, 0, 0, 4}).answers) answers.answers.push_back(each);
  const ResultsShare share = results_of(answers, counting(useful(), kRevealed));
  EXPECT_EQ(share.session.text(), "status");
  EXPECT_FALSE(share.is_over);
  const numbers::Results& said = share.questions.at("useful");
  EXPECT_EQ(said.took_part, 12U);
  EXPECT_THAT(said.exact, ElementsAre(testing::Pair(numbers::Value{0, "1"}, numbers::Share{6, 12}),
                                      testing::Pair(numbers::Value{1, "2"}, numbers::Share{6, 12})));
}

TEST(results_of_a_kiosk, tell_of_hasty_forms_at_the_end_in_steps) {
  ResultsToCount what = counting(useful(), kRevealed);
  what.hasty = {23, 7, 4};
  EXPECT_EQ(results_of(answers_with({6, 6}, 1), what).hasty, numbers::Watch::Counts{});
  what.stage = kOver;
  EXPECT_EQ(results_of(answers_with({6, 6}, 1), what).hasty, (numbers::Watch::Counts{20, 5, 0}));
}

TEST(results_of_a_kiosk, hold_no_number_where_nearly_all_agree) {
  const ResultsShare share = results_of(answers_with({1, 11}, 1), counting(useful(), kRevealed));
  EXPECT_THAT(share.questions.at("useful").exact, IsEmpty());
  EXPECT_EQ(share.questions.at("useful").at_least.begin()->second, (numbers::Share{8, 12}));
}

TEST(showable, are_choices_and_scales_and_a_matrix_is_one) {
  const DeviceState device_state = sample_device();
  std::vector<std::string> names;
  for (const Showable& each : showable_in(*device_state.pack.questionnaire("full")))
    names.push_back(each.name() + " " + std::to_string(each.rows.size()));
  EXPECT_THAT(names, ElementsAre("full/useful 1", "full/obstacles 1", "full/learned 2"));
  Questionnaire slider = *device_state.pack.questionnaire("full");
  for (Question& each : slider.pages.at(2).questions) each.kind = Range{0, 100, 1, RangeLook::kSlider};
  EXPECT_THAT(showable_in(slider), SizeIs(2)) << "few people gave each value of a slider";
  EXPECT_FALSE(showable_named(device_state.pack.questionnaires, "full/idea"));
  EXPECT_FALSE(showable_named(device_state.pack.questionnaires, "full"));
  EXPECT_FALSE(showable_named(device_state.pack.questionnaires, "gone/useful"));
}

TEST(showable, is_no_list_of_which_a_reader_would_refuse_the_values) {
  Questionnaire form = *sample_device().pack.questionnaire("pulse");
  std::vector<Choice> choices;
  while (choices.size() < kMostResultValues - 1) choices.push_back({std::to_string(choices.size()), {}});
  form.pages[0].questions[0].kind = SelectOne{choices};
  EXPECT_THAT(showable_in(form), SizeIs(1));
  choices.push_back({"one more", {}});
  form.pages[0].questions[0].kind = SelectOne{choices};
  EXPECT_THAT(showable_in(form), IsEmpty());
}

TEST(showable, a_label_for_all_is_without_the_answers_of_one) {
  EXPECT_EQ(label_for_all({"en", "How was ${place} for you?"}, "en", "en"), "How was … for you?");
  EXPECT_EQ(label_for_all({"en", "An open ${brace"}, "en", "en"), "An open ${brace");
}

// A room in its first session, with a display, and kiosks that say what they counted.
struct Room {
  explicit Room(std::string question = "pulse/useful") {
    ShownNow shown;
    shown.kind = ShownKind::kResults;
    shown.item = std::move(question);
    shown.revealed = true;
    shows(shown);
  }
  void shows(const ShownNow& shown) { hears(say(state(), shown, "desk", &session)); }
  void counts(const std::string& kiosk, const std::vector<int>& faces, Stage stage = kRevealed) {
    says(kiosk, results_of(answers_with(faces, 1), counting(useful(), stage)));
  }
  void says(const std::string& kiosk, ResultsShare share) { hears(say(state(), std::move(share), kiosk)); }
  RoomState& state() { return desk.device_state.rooms["magna"]; }
  void hears(const RoomWord& word) { merge(state(), word); }
  [[nodiscard]] ResultsView view() const { return desk.shows<ResultsView>(); }

  Desk desk;
  PublicSession session = for_public(*desk.device_state.pack.agenda.find("status@visit"));
};

ResultsShare over(const std::string& form) {
  return {PublicId::received("status"), form, "hash-of-" + form, true, {}, {}};
}

numbers::Results each_of(std::uint64_t took_part, std::map<numbers::Value, numbers::Share> exact,
                         std::map<numbers::Value, numbers::Share> at_least = {}) {
  return {took_part, std::move(exact), std::move(at_least), 0};
}

std::vector<int> lengths(const ResultScale& scale) {
  std::vector<int> all;
  for (const ResultScale::Part& part : scale.parts) all.push_back(part.length);
  return all;
}
std::vector<std::string> values(const ResultScale& scale) {
  std::vector<std::string> all;
  for (const ResultScale::Part& part : scale.parts) all.push_back(part.value);
  return all;
}

TEST(results_on_a_display, stand_in_steps_without_a_number_while_people_answer) {
  Room room;
  room.counts("kiosk-1", {0, 3, 4, 9, 6});
  const ResultsView view = room.view();
  EXPECT_EQ(view.question, "How useful was it?");
  EXPECT_EQ(plain(view.header.detail), "At least 20 answers · in steps of 5");
  ASSERT_THAT(view.scales, SizeIs(1));
  EXPECT_THAT(values(view.scales[0]), ElementsAre("", "", "", "", ""));
  EXPECT_THAT(lengths(view.scales[0]), ElementsAre(0, 0, 0, 250, 250)) << "of all who answered";
  EXPECT_EQ(view.scales[0].median, "");
}

TEST(results_on_a_display, in_steps_are_never_everybodys_because_nothing_else_is_told) {
  Room room("full/obstacles");
  ResultsShare share = over("full");
  share.is_over = false;
  share.questions["obstacles"] = each_of(40, {{{0, "slow"}, {12, 40}}});
  room.says("kiosk-1", share);
  ASSERT_THAT(room.view().bars, SizeIs(1));
  EXPECT_EQ(room.view().bars[0].length, 250);
}

TEST(results_on_a_display, are_exact_when_nobody_is_asked_any_more) {
  Room room;
  room.counts("kiosk-1", {0, 3, 4, 9, 6}, kOver);
  room.counts("kiosk-2", {5, 5}, kOver);
  const ResultsView view = room.view();
  EXPECT_EQ(plain(view.header.detail), "32 answers · shown from 5 on");
  EXPECT_THAT(values(view.scales[0]), ElementsAre("5", "8", "4", "9", "6"));
  EXPECT_EQ(view.scales[0].median, "3");
  EXPECT_EQ(view.median, "median");
  EXPECT_EQ(view.note, "Each answer counts once. Nobody can see who said what.");
}

TEST(results_on_a_display, are_not_exact_while_one_kiosk_still_asks) {
  Room room;
  room.counts("kiosk-1", {5, 6}, kOver);
  room.counts("kiosk-2", {5, 6}, kRevealed);
  EXPECT_EQ(plain(room.view().header.detail), "At least 20 answers · in steps of 5");
}

TEST(results_on_a_display, say_why_there_is_nothing_to_see) {
  Room room;
  EXPECT_EQ(room.view().note, "Not enough people have answered at one kiosk yet.");
  room.counts("kiosk-1", {0, 0, 0, 1, 11});
  EXPECT_EQ(plain(room.view().note), "Most people, or all, gave one answer: 5");
  EXPECT_THAT(room.view().scales, IsEmpty());
  ShownNow hidden = room.state().shown().value;
  hidden.revealed = false;
  room.shows(hidden);
  EXPECT_EQ(room.view().note, "The answers are not shown yet.");
  EXPECT_EQ(room.view().question, "How useful was it?");
}

TEST(results_on_a_display, of_a_question_that_no_kiosk_has_counted_yet_say_nothing_of_its_answers) {
  Room room;
  ResultsShare share = over("pulse");
  share.questions["another"] = each_of(20, {});
  room.says("kiosk-1", share);
  EXPECT_EQ(room.view().note, "The answers are not shown yet.");
}

TEST(results_on_a_display, say_of_an_answer_that_most_gave_it_only_where_most_did) {
  Room room;
  ResultsShare share = over("pulse");
  share.questions["useful"] = {26, {}, {{{0, "1"}, {6, 10}}}, 16};
  room.says("kiosk-1", share);
  EXPECT_EQ(room.view().note, "Too few answers to show, or too much alike.");
}

TEST(results_on_a_display, are_of_the_form_as_it_is_shown) {
  Room room;
  ResultsShare share = results_of(answers_with({6, 6}, 1), counting(useful(), kRevealed));
  share.form_hash = "hash of an older version";
  room.says("kiosk-1", share);
  EXPECT_THAT(room.view().scales, IsEmpty());
}

TEST(results_on_a_display, hold_no_median_of_a_value_that_the_question_does_not_offer) {
  Room room;
  ResultsShare share = over("pulse");
  share.questions["useful"] = each_of(20, {{{1e300, "1"}, {20, 20}}});
  room.says("kiosk-1", share);
  EXPECT_EQ(room.view().scales.at(0).median, "");
}

TEST(results_on_a_display, are_of_the_session_that_they_are_shown_in) {
  Room room;
  ResultsShare share = results_of(answers_with({6, 6}, 1), counting(useful(), kRevealed));
  share.session = PublicId::received("another");
  room.says("kiosk-1", share);
  EXPECT_THAT(room.view().scales, IsEmpty());
}

TEST(results_on_a_display, of_a_question_that_has_left_the_visit_say_so) {
  EXPECT_EQ(Room("pulse/gone").view().note, "The visit has no such question any more.");
  EXPECT_EQ(Room("").view().note, "The visit has no such question any more.");
}

TEST(results_on_a_display, of_several_choices_are_bars_the_longest_first) {
  Room room("full/obstacles");
  ResultsShare share = over("full");
  share.questions["obstacles"] = each_of(43, {{{0, "slow"}, {26, 43}}}, {{{2, "funding"}, {39, 43}}});
  room.says("kiosk-1", share);
  const ResultsView view = room.view();
  ASSERT_THAT(view.bars, SizeIs(2));
  EXPECT_EQ(view.bars[0].label, "Not enough funding");
  EXPECT_EQ(plain(view.bars[0].value), "39 or more");
  EXPECT_EQ(view.bars[0].length, 1000);
  EXPECT_EQ(view.bars[1].value, "26");
  EXPECT_EQ(view.bars[1].length, 666);
  EXPECT_TRUE(view.bars[1].leads);
}

TEST(results_on_a_display, of_a_matrix_have_a_row_for_each_question) {
  Room room("full/learned");
  ResultsShare share = over("full");
  share.questions["learned"] = each_of(20, {{{4, "4"}, {12, 20}}, {{5, "5"}, {8, 20}}});
  room.says("kiosk-1", share);
  const ResultsView view = room.view();
  EXPECT_EQ(view.question, "How much do you agree?");
  ASSERT_THAT(view.scales, SizeIs(2));
  EXPECT_EQ(view.scales[0].label, "I learned something");
  EXPECT_EQ(view.scales[0].median, "4");
  EXPECT_THAT(lengths(view.scales[0]), ElementsAre(0, 0, 0, 600, 400));
  EXPECT_THAT(lengths(view.scales[1]), ElementsAre(0, 0, 0, 0, 0));
  EXPECT_EQ(view.low, "1");
  EXPECT_EQ(view.high, "5");
}

TEST(a_kiosk_counts, what_the_moderator_reveals_of_the_session_that_goes_on) {
  Room room;
  const auto what = results_to_count(room.desk.device_state, "magna", true, room.desk.now);
  ASSERT_TRUE(what);
  EXPECT_EQ(what->session.text(), "status");
  EXPECT_EQ(what->form, "pulse");
  EXPECT_TRUE(what->stage.revealed);
  EXPECT_FALSE(what->stage.closed);
  ShownNow hidden = room.state().shown().value;
  hidden.revealed = false;
  room.shows(hidden);
  EXPECT_FALSE(results_to_count(room.desk.device_state, "magna", true, room.desk.now));
  EXPECT_FALSE(results_to_count(room.desk.device_state, "verde", true, room.desk.now));
}

TEST(a_kiosk_counts, what_the_hub_has_only_as_long_as_the_hub_makes_no_numbers_of_it) {
  Room room;
  room.desk.device_state.link = Link::kOnline;
  const auto waits = [&] {
    return results_to_count(room.desk.device_state, "magna", true, room.desk.now)->hub_waits;
  };
  EXPECT_TRUE(waits());
  room.desk.now.wall += 85min;  // a quarter of an hour after its end
  EXPECT_TRUE(waits());
  room.desk.now.wall += 10min;
  EXPECT_FALSE(waits());
  room.desk.now.wall -= 95min;
  room.desk.device_state.link = Link::kHubAway;
  EXPECT_FALSE(waits());
}

TEST(a_kiosk_counts, to_the_end_only_when_nobody_is_asked_any_more) {
  Room room;
  room.desk.now.wall += 90min;
  room.desk.now.boot += 90min;
  EXPECT_FALSE(results_to_count(room.desk.device_state, "magna", true, room.desk.now)->stage.closed);
  EXPECT_TRUE(results_to_count(room.desk.device_state, "magna", false, room.desk.now)->stage.closed);
}

class desk_results : public testing::Test {
 protected:
  void SetUp() override {
    desk_.steers(Control::kScreen);
    desk_.wants(intent::ChooseOption{"shown", "results"});
  }
  [[nodiscard]] OptionsView page() const { return std::get<OptionsView>(desk_.page()); }
  [[nodiscard]] std::vector<std::string> buttons() const {
    std::vector<std::string> names;
    const OptionsView view = page();
    for (const ChoiceButton& each : view.groups.at(0).options) names.push_back(each.name);
    return names;
  }
  void choose(const std::string& option) { desk_.wants(intent::ChooseOption{"pulse/useful", option}); }
  Desk desk_;
};

TEST_F(desk_results, offers_the_questions_of_the_session) {
  ASSERT_THAT(page().groups, SizeIs(1));
  EXPECT_EQ(page().groups[0].label, "How useful was it?");
  EXPECT_EQ(page().groups[0].value, "");
  choose("");
  EXPECT_THAT(buttons(), ElementsAre("ask", "reveal"));
}

TEST_F(desk_results, shows_a_question_reveals_it_and_takes_it_off) {
  choose("");
  choose("ask");
  EXPECT_EQ(desk_.shows<ResultsView>().note, "The answers are not shown yet.");
  EXPECT_EQ(page().groups[0].value, "question shown");
  EXPECT_THAT(buttons(), ElementsAre("reveal", "off"));
  choose("reveal");
  EXPECT_EQ(desk_.shows<ResultsView>().note, "Not enough people have answered at one kiosk yet.");
  EXPECT_EQ(page().groups[0].value, "answers shown");
  EXPECT_THAT(buttons(), ElementsAre("ask", "off"));
  choose("off");
  (void)desk_.shows<RoomView>();
}

TEST_F(desk_results, can_be_taken_back) {
  choose("");
  choose("reveal");
  desk_.steers(Control::kUndo);
  (void)desk_.shows<RoomView>();
}

TEST_F(desk_results, say_at_the_end_what_came_too_fast) {
  RoomState& room = desk_.device_state.rooms["magna"];
  ResultsShare share = over("pulse");
  share.hasty = {40, 10, 0};
  merge(room, say(room, share, "kiosk-1"));
  ASSERT_THAT(page().groups, SizeIs(2));
  EXPECT_EQ(plain(page().groups[1].label), "At least 10 forms were answered faster than anybody reads.");
  desk_.wants(intent::ChooseOption{"too-fast", "reveal"});
  EXPECT_TRUE(revealed_session(desk_.device_state, "magna").empty());
}

TEST_F(desk_results, of_a_closed_session_are_none) {
  for (Session& each : desk_.device_state.pack.agenda.sessions)
    if (each.slug == "status") each.access = Access::kClosed;
  EXPECT_THAT(page().groups, IsEmpty());
  EXPECT_EQ(page().empty, "No question of this session has answers that can be shown.");
  choose("reveal");
  EXPECT_TRUE(revealed_session(desk_.device_state, "magna").empty());
}

}  // namespace
}  // namespace tertulia::test
