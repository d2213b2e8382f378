// SPDX-License-Identifier: Apache-2.0
// What a kiosk shows beside its questionnaire: the session that has just ended, a menu, questions from the
// floor, the programme.
#include <algorithm>

#include <gtest/gtest.h>

#include "firmware/app/kiosk/floor_rate.h"
#include "firmware/app/kiosk/offers.h"
#include "firmware/domain/room/room_state.h"
#include "tests/app/visitor.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

Visitor at_ended(const Now& now) {
  Visitor visitor(now);
  visitor.settings.asks = KioskAsks::kEnded;
  visitor.device_state.link = Link::kOnline;  // a desk hears this kiosk
  return visitor;
}

template <class Kind>
Kind shown(const Visitor& visitor) {
  const View view = kiosk_view(visitor.state, visitor.context());
  EXPECT_TRUE(std::holds_alternative<Kind>(view)) << "the kiosk shows another screen: " << view.index();
  return std::holds_alternative<Kind>(view) ? std::get<Kind>(view) : Kind{};
}

TEST(kiosk_offers, it_asks_about_the_session_that_has_just_ended_with_its_title) {
  const Visitor visitor = at_ended(at(11, 45));
  EXPECT_EQ(shown<AttractView>(visitor).title, "Status of the artist");
}

TEST(kiosk_offers, an_answer_belongs_to_the_session_that_ended) {
  Visitor visitor = at_ended(at(11, 45));
  visitor.wants(intent::Choose{"useful", "4"});
  const auto* asking = std::get_if<kiosk::Asking>(&visitor.state);
  const auto* closing = std::get_if<kiosk::Closing>(&visitor.state);
  ASSERT_TRUE(asking || closing);
  const kiosk::Asking& form = asking ? *asking : closing->asking;
  EXPECT_EQ(form.submission.session, "status");
  EXPECT_EQ(form.label, at(10, 30).wall);
}

bool offers_item(const Visitor& visitor, MenuItemKind kind) {
  const KioskContext context = visitor.context();
  const auto items = menu_items(context, context.device_state.catalogues.of("en"));
  return std::any_of(items.begin(), items.end(), [&](const MenuItem& each) { return each.kind == kind; });
}

TEST(kiosk_offers, after_its_time_it_asks_no_longer) {
  EXPECT_TRUE(offers_item(at_ended(at(11, 50)), MenuItemKind::kFeedback));
  EXPECT_FALSE(offers_item(at_ended(at(12, 1)), MenuItemKind::kFeedback));
}

TEST(kiosk_offers, a_form_that_asks_about_a_running_session_is_asked_while_it_runs) {
  Visitor visitor = at_ended(at(10, 45));
  for (Questionnaire& form : visitor.device_state.pack.questionnaires) form.asks_while_running = true;
  EXPECT_EQ(shown<AttractView>(visitor).title, "Status of the artist");
  const KioskContext context = visitor.context();
  EXPECT_EQ(menu_items(context, context.device_state.catalogues.of("en")).front().title, "Give your opinion");
}

TEST(kiosk_offers, it_never_asks_about_a_break) {
  (void)shown<ProgrammeView>(at_ended(at(13, 5)));  // lunch has just ended
}

TEST(kiosk_offers, a_break_does_not_end_the_time_of_the_session_before_it) {
  Visitor visitor = at_ended(at(12, 1));
  visitor.settings.asks_for = 30min;
  EXPECT_EQ(shown<AttractView>(visitor).title, "Status of the artist");
}

TEST(kiosk_offers, a_session_that_its_moderator_has_finished_early_has_ended) {
  Visitor visitor = at_ended(at(11, 5));
  Timer timer;
  timer.session = "status@visit";
  timer.phase = TimerPhase::kFinished;
  timer.wall = at(11, 0).wall;
  timer.boot = at(11, 0).boot;
  timer.boot_id = "boot-1";
  visitor.device_state.timers["magna"] = timer;
  EXPECT_EQ(shown<AttractView>(visitor).title, "Status of the artist");
}

TEST(kiosk_offers, during_a_session_it_offers_a_menu) {
  const auto menu = shown<MenuView>(at_ended(at(10, 45)));
  ASSERT_EQ(menu.items.size(), 2U);
  EXPECT_EQ(menu.items[0].kind, MenuItemKind::kQuestion);
  EXPECT_EQ(menu.items[0].detail, "Nobody has asked yet");
  EXPECT_EQ(menu.items[1].kind, MenuItemKind::kProgramme);
}

TEST(kiosk_offers, the_programme_says_what_is_over_what_runs_and_no_title_of_a_closed_session) {
  Visitor visitor = at_ended(at(10, 45));
  visitor.wants(intent::ChooseItem{MenuItemKind::kProgramme});
  const auto view = shown<ProgrammeView>(visitor);
  ASSERT_EQ(view.rows.size(), 3U);
  EXPECT_TRUE(view.rows[0].is_running);
  EXPECT_EQ(view.rows[2].title, "Closed session");
  visitor.wants(intent::Back{});
  (void)shown<MenuView>(visitor);
}

TEST(kiosk_offers, a_day_without_sessions_says_when_it_begins) {
  Visitor visitor = at_ended(at(10, 45));
  visitor.now.wall -= 5 * 24h;
  EXPECT_EQ(plain(shown<ProgrammeView>(visitor).empty), "We begin on Tuesday 11 May at 10:30 in Sala Magna");
}

void put_question(Visitor& visitor, const std::string& id, const std::string& text, FloorVerdict verdict) {
  RoomState& state = visitor.device_state.rooms["magna"];
  const PublicSession session = for_public(*visitor.device_state.pack.agenda.find("status@visit"));
  FloorShare share = state.open.floor["kiosk-2"].value;
  share.questions[id].text = text;
  share.questions[id].session = session.slug();
  merge(state, say(state, share, "kiosk-2", &session));
  Verdicts verdicts = state.open.verdicts.value;
  verdicts.of[id] = verdict;
  merge(state, say(state, verdicts, "desk", &session));
}

TEST(kiosk_offers, questions_that_are_hidden_or_answered_are_not_shown) {
  Visitor visitor = at_ended(at(10, 45));
  put_question(visitor, "1", "Who pays?", FloorVerdict::kOpen);
  put_question(visitor, "2", "Rude", FloorVerdict::kHidden);
  put_question(visitor, "3", "Done", FloorVerdict::kAnswered);
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  const auto view = shown<AskView>(visitor);
  ASSERT_EQ(view.questions.size(), 1U);
  EXPECT_EQ(view.questions[0].text, "Who pays?");
}

TEST(kiosk_offers, a_person_supports_a_question_once) {
  Visitor visitor = at_ended(at(10, 45));
  put_question(visitor, "1", "Who pays?", FloorVerdict::kOpen);
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  visitor.wants(intent::Support{"1"});
  EXPECT_EQ(visitor.floor.supported, std::vector<std::string>{"1"});
  EXPECT_TRUE(shown<AskView>(visitor).questions[0].supported);
  visitor.wants(intent::Support{"1"});
  EXPECT_TRUE(visitor.floor.empty());
}

TEST(kiosk_offers, the_next_person_has_supported_nothing) {
  Visitor visitor = at_ended(at(10, 45));
  put_question(visitor, "1", "Who pays?", FloorVerdict::kOpen);
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  visitor.wants(intent::Support{"1"});
  visitor.waits(60s);
  (void)shown<MenuView>(visitor);
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  EXPECT_FALSE(shown<AskView>(visitor).questions[0].supported);
}

// A person begins to type at 10:45, and touches Send at another time.
Visitor typing_at(const Now& now) {
  Visitor visitor = at_ended(now);
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  visitor.wants(intent::AskQuestion{});
  visitor.types("Why?");
  return visitor;
}

TEST(kiosk_offers, a_question_to_a_session_that_has_ended_meanwhile_is_not_thanked_for) {
  Visitor visitor = typing_at(at(11, 59));
  visitor.now = at(12, 20);
  visitor.wants(intent::Next{});
  EXPECT_TRUE(visitor.floor.asked.empty());
  EXPECT_EQ(shown<QuestionView>(visitor).problem,
            "The session has ended: nobody would read this question any more.");
}

TEST(kiosk_offers, a_question_goes_to_another_session_only_when_that_was_said) {
  Visitor visitor = typing_at(at(10, 45));
  std::get<kiosk::OwnQuestion>(visitor.state).session = "the one before";
  visitor.wants(intent::Next{});
  EXPECT_TRUE(visitor.floor.asked.empty());
  EXPECT_EQ(shown<QuestionView>(visitor).problem,
            "Another session has begun. Touch “Send” again to ask this one.");
  visitor.wants(intent::Next{});
  ASSERT_EQ(visitor.floor.asked.size(), 1U);
  EXPECT_EQ(visitor.floor.asked.begin()->second.session.text(), "status");
}

TEST(kiosk_offers, an_own_question_goes_to_the_room_and_names_nobody_and_no_minute) {
  Visitor visitor = at_ended(at(10, 45));
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  visitor.wants(intent::AskQuestion{});
  visitor.types("Why?");
  visitor.wants(intent::Next{});
  ASSERT_EQ(visitor.floor.asked.size(), 1U);
  const FloorQuestion& question = visitor.floor.asked.begin()->second;
  EXPECT_EQ(question.text, "Why?");
  EXPECT_EQ(question.session.text(), "status");
  EXPECT_EQ(question.asked, at(10, 0).wall);
  (void)shown<QuestionView>(visitor);  // nobody is thanked before it is on the list
  visitor.room_answers();
  EXPECT_EQ(shown<ThanksView>(visitor).detail,
            "Your question is kept until the moderator’s screen is on again.");
  visitor.device_state.room_links["magna"].desk_packs = {"version-1"};
  EXPECT_EQ(shown<ThanksView>(visitor).detail, "Your question is on the moderator’s list.");
}

TEST(kiosk_offers, a_question_is_never_longer_than_other_devices_read) {
  Visitor visitor = at_ended(at(10, 45));
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  visitor.wants(intent::AskQuestion{});
  visitor.types("W");
  for (int mark = 0; mark < 3000; ++mark)  // two bytes each, all of them on one letter
    visitor.wants(intent::PressKey{{KeyKind::kCharacter, "\u064E", "\u064E"}});
  visitor.wants(intent::Next{});
  ASSERT_EQ(visitor.floor.asked.size(), 1U);
  EXPECT_LE(visitor.floor.asked.begin()->second.text.size(), kMostFloorBytes);
}

TEST(kiosk_offers, an_empty_question_is_not_sent) {
  Visitor visitor = at_ended(at(10, 45));
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  visitor.wants(intent::AskQuestion{});
  visitor.types(" ");
  visitor.wants(intent::Next{});
  EXPECT_TRUE(visitor.floor.empty());
  EXPECT_EQ(shown<QuestionView>(visitor).problem, "Please write your question first.");
}

TEST(kiosk_offers, what_was_typed_and_not_sent_is_forgotten) {
  Visitor visitor = at_ended(at(10, 45));
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  visitor.wants(intent::AskQuestion{});
  visitor.types("W");
  visitor.wants(intent::Back{});
  EXPECT_TRUE(visitor.forgotten);
  visitor.wants(intent::AskQuestion{});
  EXPECT_EQ(std::get<TextBody>(shown<QuestionView>(visitor).body).text, "");
}

TEST(kiosk_offers, a_question_that_is_not_taken_is_not_promised_and_stands_there_still) {
  for (const auto& [taken, told] :
       {std::pair(Taken::kFull, "Many questions are waiting. Please ask yours later."),
        std::pair(Taken::kTooSoon,
                  "Many questions were asked here a moment ago. Please wait a minute, then send yours."),
        std::pair(Taken::kNotSaved,
                  "Your question was not saved. Please tell the moderator, or try again.")}) {
    Visitor visitor = at_ended(at(10, 45));
    visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
    visitor.wants(intent::AskQuestion{});
    visitor.types("Why?");
    visitor.wants(intent::Next{});
    visitor.room_answers(taken);
    EXPECT_EQ(shown<QuestionView>(visitor).problem, told);
    EXPECT_EQ(std::get<TextBody>(shown<QuestionView>(visitor).body).text, "Why?");
    visitor.wants(intent::Next{});
    visitor.room_answers();
    (void)shown<ThanksView>(visitor);
  }
}

TEST(kiosk_offers, a_question_that_is_being_typed_is_kept_for_who_is_still_there) {
  Visitor visitor = at_ended(at(10, 45));
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  visitor.wants(intent::AskQuestion{});
  visitor.types("Why");
  visitor.waits(visitor.settings.idle);
  EXPECT_EQ(shown<StillThereView>(visitor).headline, "Still there?");
  visitor.waits(visitor.settings.still_there - 1s);
  visitor.wants(intent::GoOn{});
  EXPECT_EQ(std::get<TextBody>(shown<QuestionView>(visitor).body).text, "Why");
  visitor.waits(visitor.settings.idle - 1s);
  (void)shown<QuestionView>(visitor);
  visitor.waits(1s);
  visitor.waits(visitor.settings.still_there);
  (void)shown<MenuView>(visitor);
  EXPECT_TRUE(visitor.forgotten);
}

TEST(kiosk_offers, who_starts_over_leaves_no_typed_question_behind) {
  Visitor visitor = at_ended(at(10, 45));
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  visitor.wants(intent::AskQuestion{});
  visitor.types("Why");
  visitor.waits(visitor.settings.idle);
  visitor.wants(intent::StartOver{});
  (void)shown<MenuView>(visitor);
  EXPECT_TRUE(visitor.forgotten);
}

TEST(kiosk_offers, who_raised_a_hand_is_thanked_and_then_the_next_person_may_raise_one) {
  Visitor visitor = at_ended(at(10, 45));
  put_question(visitor, "1", "Who pays?", FloorVerdict::kOpen);
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  EXPECT_EQ(shown<AskView>(visitor).back, "Back");
  visitor.wants(intent::Support{"1"});
  visitor.room_answers();
  EXPECT_EQ(shown<AskView>(visitor).back, "Done");
  visitor.wants(intent::AskQuestion{});
  visitor.wants(intent::Back{});
  EXPECT_TRUE(shown<AskView>(visitor).questions[0].supported);
  visitor.wants(intent::Back{});
  EXPECT_EQ(shown<ThanksView>(visitor).detail, "Your hand counts. Nobody sees who raised it.");
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  (void)shown<ThanksView>(visitor);
  visitor.wants(intent::Done{});
  EXPECT_TRUE(visitor.forgotten);
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  EXPECT_FALSE(shown<AskView>(visitor).questions[0].supported);
}

TEST(kiosk_offers, a_hand_that_came_too_soon_is_not_shown_as_raised) {
  Visitor visitor = at_ended(at(10, 45));
  put_question(visitor, "1", "Who pays?", FloorVerdict::kOpen);
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  visitor.wants(intent::Support{"1"});
  visitor.room_answers(Taken::kTooSoon);
  EXPECT_FALSE(shown<AskView>(visitor).questions[0].supported);
  EXPECT_EQ(shown<AskView>(visitor).hint,
            "Many hands were raised here a moment ago. Please wait a little, then touch the hand again.");
  visitor.wants(intent::Support{"1"});
  EXPECT_EQ(visitor.floor.supported, std::vector<std::string>{"1"});
}

TEST(kiosk_offers, no_question_is_asked_where_no_desk_can_hear_it) {
  Visitor visitor = at_ended(at(10, 45));
  visitor.device_state.link = Link::kNotConfigured;
  (void)shown<ProgrammeView>(visitor);
  visitor.device_state.desks = {"magna"};
  EXPECT_EQ(shown<MenuView>(visitor).items[0].kind, MenuItemKind::kQuestion);
}

TEST(kiosk_offers, a_device_that_is_not_enrolled_promises_no_list) {
  Visitor visitor = at_ended(at(10, 45));
  visitor.device_state.link = Link::kNotEnrolled;
  (void)shown<ProgrammeView>(visitor);
}

TEST(kiosk_offers, in_a_break_questions_go_to_the_session_before_it_whose_list_the_desk_shows) {
  Visitor visitor = at_ended(at(12, 1));
  put_question(visitor, "1", "Who pays?", FloorVerdict::kOpen);
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  EXPECT_EQ(shown<AskView>(visitor).questions.size(), 1U);
  visitor.wants(intent::AskQuestion{});
  visitor.types("Why?");
  visitor.wants(intent::Next{});
  ASSERT_EQ(visitor.floor.asked.size(), 1U);
  EXPECT_EQ(visitor.floor.asked.begin()->second.session.text(), "status");
}

TEST(kiosk_offers, where_nothing_went_on_lately_nobody_is_asked_for_questions) {
  Visitor visitor = at_ended(at(9, 0));
  put_question(visitor, "1", "Left from yesterday", FloorVerdict::kOpen);
  (void)shown<ProgrammeView>(visitor);
}

TEST(kiosk_offers, what_a_closed_session_asked_is_shown_to_nobody_after_its_end) {
  Visitor visitor = at_ended(at(14, 10));
  const PublicSession session = for_public(*visitor.device_state.pack.agenda.find("retreat@visit"));
  ASSERT_EQ(session.open(), nullptr);
  RoomState& state = visitor.device_state.rooms["magna"];
  FloorShare share;
  share.questions["1"].text = "Who is dismissed?";
  share.questions["1"].session = session.slug();
  merge(state, say(state, share, "kiosk-2", &session));
  visitor.wants(intent::ChooseItem{MenuItemKind::kQuestion});
  EXPECT_EQ(shown<AskView>(visitor).questions.size(), 1U);
  visitor.wants(intent::Back{});
  visitor.now.wall = session.end() + 1min;
  visitor.now.boot += 1h;
  EXPECT_FALSE(offers_item(visitor, MenuItemKind::kQuestion));
}

TEST(floor_rate, a_queue_of_people_never_reaches_it) {
  FloorRate rate;
  for (BootTime now{}; now < 60min; now += 20s) EXPECT_TRUE(rate.takes({{}, {"q1"}}, now));
  for (BootTime now{60min}; now < 120min; now += 30s) EXPECT_TRUE(rate.takes({{{"q", {}}}, {}}, now));
}

TEST(floor_rate, who_hurries_gains_nothing) {
  FloorRate rate;
  int hands = 0;
  int questions = 0;
  for (BootTime now{}; now < 10min; now += 2s) {
    hands += rate.takes({{}, {"q1"}}, now) ? 1 : 0;
    questions += rate.takes({{{"q", {}}}, {}}, now) ? 1 : 0;
  }
  EXPECT_EQ(hands, 2 + 30);
  EXPECT_EQ(questions, 4 + 20);
  EXPECT_TRUE(rate.takes({{}, {"q2"}}, 10min)) << "another question has hands of its own";
}

}  // namespace
