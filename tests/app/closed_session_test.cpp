// SPDX-License-Identifier: Apache-2.0
// A whole day of a device with a closed session in its rooms: no public screen and no message betrays a word
// of it.
#include <string>

#include <gmock/gmock.h>

#include "firmware/wire/bodies.h"
#include "firmware/wire/envelope.h"
#include "tests/app/loop_rig.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr const char* kCanary = "canary";  // stands in everything that the closed session has of its own
constexpr int kKiosk = 0, kRoomDisplay = 1, kDoor = 2, kDesk = 3;

void betray(LocalizedText& text, const std::string& what) {
  for (const char* language : {"en", "fr", "ar"}) text.set(language, "canary " + what);
}

// Every text of a public screen.
struct TextsOf {
  std::string all;
  void add(const std::string& text) { all += text + "\n"; }

  void operator()(const AttractView& view) {
    for (const auto& text : {view.title, view.room, view.headline, view.question, view.begin, view.privacy})
      add(text);
    for (const ChoiceButton& face : view.faces) add(face.name + face.label);
    if (view.notice) add(view.notice->text);
  }
  void operator()(const QuestionView& view) {
    for (const auto& text : {view.page, view.headline, view.hint, view.problem}) add(text);
  }
  void operator()(const ThanksView& view) { add(view.headline + view.detail); }
  void operator()(const ContactView& view) {
    for (const auto& text : {view.title, view.headline, view.promise, view.details}) add(text);
  }
  void operator()(const StillThereView& view) { add(view.headline + view.detail); }
  void operator()(const RoomView& view) {
    for (const auto& text : {view.room, view.visit, view.kicker, view.title, view.speaker, view.state,
                             view.started, view.ends, view.outcome_label, view.outcome})
      add(text);
    if (view.chip) add(view.chip->text);
    if (view.step) add(view.step->text);
    for (const ComingUp& item : view.coming_up) add(item.title + item.detail);
    for (const SideTime& clock : view.clocks) add(clock.label);
  }
  void operator()(const DoorView& view) {
    for (const auto& text : {view.kicker, view.headline, view.detail, view.next_title, view.next_access})
      add(text);
  }
  void operator()(const StatusView& view) {
    add(view.title + view.slip.title);
    for (const StatusFact& fact : view.facts) add(fact.value + fact.detail);
  }
  void add(const SignHeader& header) {
    add(header.name + header.detail);
    for (const Chip& chip : header.chips) add(chip.text);
  }
  void add(const Emphasised& text) { add(text.before + text.strong + text.after); }
  void operator()(const WelcomeView& view) {
    add(view.header);
    for (const auto& text : {view.kicker, view.headline, view.begins, view.title}) add(text);
  }
  void operator()(const DayView& view) {
    add(view.header);
    add(view.next);
    add(view.remark);
    for (const DayRow& row : view.rows)
      for (const DayBlock& block : row.blocks) add(block.title);
  }
  void operator()(const BreakView& view) {
    add(view.header);
    for (const BreakCard& card : view.cards) add(card.title);
  }
  void operator()(const FloorQuestionView& view) { add(view.question + view.waiting), add(view.header); }
  void operator()(const LearningView& view) {
    add(view.header);
    for (const std::string& point : view.points) add(point);
  }
  void operator()(const AnnouncementView& view) { add(view.text), add(view.header); }
  void operator()(const MessageView& view) { add(view.text + view.detail), add(view.header); }
  void operator()(const NightView& view) { add(view.begins); }
  void operator()(const ResultsView& view) {
    add(view.header);
    add(view.question + view.note);
    for (const ResultBar& bar : view.bars) add(bar.label + bar.value);
    add(view.low + view.high + view.median);
    for (const ResultScale& scale : view.scales) {
      add(scale.label + scale.median);
      for (const ResultScale::Part& part : scale.parts) add(part.value);
    }
  }
  void operator()(const MenuView& view) {
    add(view.title + view.detail + view.headline);
    for (const MenuItem& item : view.items) add(item.title + item.detail);
  }
  void operator()(const AskView& view) {
    add(view.headline + view.hint);
    for (const AskedQuestion& question : view.questions) add(question.text);
  }
  void operator()(const ProgrammeView& view) {
    for (const ProgrammeRow& row : view.rows) add(row.title + row.room);
  }
  void operator()(const PinView& view) {
    for (const Chip& chip : view.strip.status) add(chip.text);
    add(view.strip.room + view.strip.role + view.headline + view.hint);
  }
  // For those who are in the room.
  void operator()(const ModeratorView&) {}
  void operator()(const ProposalView&) {}
  void operator()(const ChangesView&) {}
  void operator()(const TimeView&) {}
  void operator()(const OptionsView&) {}
  void operator()(const WritingView&) {}
};

class a_closed_session : public LoopTest {
 protected:
  a_closed_session() {
    clock.set(at(13, 50));
    device_state.link = Link::kOnline;
    for (Session& session : device_state.pack.agenda.sessions)
      if (session.access == Access::kClosed) fill_with_canaries(session);
    serve({kiosk(), room(), role_in(Role::kDoor, "magna"), moderator()});
  }

  static void fill_with_canaries(Session& session) {
    session.id = "canary@calendar";
    betray(session.title, "title");
    betray(session.expected_outcomes, "outcome");
    session.place = "canary place";
    session.form = "canary-form";
    for (Segment& segment : session.rundown.segments) {
      segment.id = "canary-" + segment.id;
      betray(segment.title, "segment");
      betray(segment.speaker, "speaker");
    }
  }

  void look() {
    ASSERT_TRUE(loop->paint().ok());
    for (const int screen : {kKiosk, kRoomDisplay, kDoor})
      for (const View& view : painter.views(screen)) {
        TextsOf texts;
        std::visit(texts, view);
        EXPECT_THAT(texts.all, Not(HasSubstr(kCanary)));
        ++seen;
      }
    for (const ToKeeper& letter : keeper.drain()) {
      if (const auto* record = std::get_if<to_keeper::Record>(&letter)) expect_silent(record->event);
      if (const auto* close = std::get_if<to_keeper::CloseSubmission>(&letter))
        expect_silent(event::FeedbackSubmitted{close->submission});
    }
    for (const ToCourier& letter : courier.drain())
      if (const auto* publish = std::get_if<to_courier::SayInRoom>(&letter)) {
        EXPECT_THAT(wire::encode({publish->word, {}}), Not(HasSubstr(kCanary)));
        ++told;
      }
  }
  // What the hub gets, and what `tertulia export` writes.
  void expect_silent(const Event& event) {
    const std::string exported = wire::to_structured(wire::to_envelope(event, {}));
    EXPECT_THAT(exported, Not(HasSubstr(kCanary)));
    ++told;
  }

  void steer(Control control) {
    tap(intent::Steer{control}, kDesk);
    look();
  }
  void wait(Milliseconds time) {
    clock.advance(time);
    window->wake();
    turn();
    look();
  }

  int seen = 0;
  int told = 0;
};

TEST_F(a_closed_session, is_named_by_no_public_screen_and_no_message_whatever_its_moderator_does) {
  look();
  steer(Control::kStart);
  EXPECT_THAT(painter.last<ModeratorView>(kDesk).title, HasSubstr(kCanary))
      << "its moderator reads everything";
  steer(Control::kAddOne);
  wait(10min);
  steer(Control::kPause);
  steer(Control::kResume);
  wait(25min);  // overrun
  steer(Control::kNext);
  steer(Control::kBack);
  steer(Control::kNext);
  steer(Control::kNext);  // the end
  EXPECT_GT(seen, 30);
  EXPECT_GT(told, 15);
}

TEST_F(a_closed_session, is_not_named_where_another_one_is_loaded_over_it) {
  steer(Control::kStart);
  tap(intent::LoadSession{"forum@visit"}, kDesk);
  look();
}

TEST_F(a_closed_session, is_not_named_by_what_somebody_answers_during_it) {
  steer(Control::kStart);
  tap(intent::Begin{}, kKiosk);
  look();
  wait(70s);  // walks away
}

TEST_F(a_closed_session, is_not_named_where_no_moderator_steers_it) {
  for (int minutes = 0; minutes < 90; minutes += 5) wait(5min);
}

}  // namespace
