// SPDX-License-Identifier: Apache-2.0
#include "tests/support/lisbon_views.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "firmware/app/desk/moderator.h"
#include "firmware/app/kiosk/kiosk.h"
#include "firmware/app/kiosk/kiosk_pages.h"
#include "firmware/app/room/room_display.h"
#include "firmware/app/room/room_screen.h"
#include "firmware/domain/room/side_clocks.h"
#include "firmware/formats/pack/pack.h"
#include "firmware/program/languages.h"
#include "tests/support/restart_views.h"

namespace tertulia::test {
namespace {

using namespace std::chrono_literals;

[[noreturn]] void give_up(const std::string& problem) {
  std::fprintf(stderr, "%s\n", problem.c_str());
  std::abort();
}

Now at(WallTime wall) { return {wall, std::chrono::hours(100), "boot-1", ClockQuality::kSynced}; }

RoleSettings role_in(Role role, std::string room, const Language& language) {
  RoleSettings settings;
  settings.role = role;
  settings.room = std::move(room);
  settings.language = language;
  return settings;
}

// The session with the longest rundown of those that are as asked for.
template <class Wanted>
const Session& session_of(const DeviceState& device_state, Wanted is_wanted) {
  const Session* best = nullptr;
  for (const Session& session : device_state.pack.agenda.sessions)
    if (is_wanted(session) && (!best || session.rundown.segments.size() > best->rundown.segments.size()))
      best = &session;
  if (!best) give_up("the sample visit has lost a kind of session that the tests need");
  return *best;
}

const Session& main_session(const DeviceState& device_state) {
  return session_of(device_state, [](const Session& session) {
    return session.access == Access::kOpen && !session.expected_outcomes.empty() && !session.room.empty();
  });
}

const Session& session_with_form(const DeviceState& device_state, std::string_view form) {
  return session_of(device_state, [form](const Session& session) {
    return session.form == form && !session.room.empty() && session.access == Access::kOpen;
  });
}

// ---- kiosk ----

class Respondent {
 public:
  Respondent(const DeviceState& device_state, const Session& session, const Language& language)
      : device_state_(device_state),
        settings_(role_in(Role::kKiosk, session.room, language)),
        now_(at(session.start() + 10min)),
        state_(fresh_kiosk(context())) {}

  void wants(const Intent& intent) { state_ = apply(std::move(state_), intent, context()).state; }
  void waits(std::chrono::seconds time) {
    now_.boot += time;
    state_ = elapse(std::move(state_), context()).state;
  }
  void storage_says(bool ok, std::uint64_t voices) {
    to_main::SubmissionClosed closed{context().fresh_id, ok, {}};
    closed.counts.voices_in_session = voices;
    state_ = apply(std::move(state_), closed, context()).state;
  }
  [[nodiscard]] View view() const { return kiosk_view(state_, context()); }

 private:
  [[nodiscard]] KioskContext context() const {
    return {device_state_, settings_, now_, SubmissionId({1, 2, 3, 4})};
  }

  const DeviceState& device_state_;
  RoleSettings settings_;
  Now now_;
  Kiosk state_;
};

// Answers what the page asks, so that it shows marks and lets on.
void answer(Respondent& person, const QuestionView& view) {
  if (const auto* faces = std::get_if<FacesBody>(&view.body))
    return person.wants(intent::Choose{faces->question, faces->faces.back().name});
  if (const auto* choices = std::get_if<ChoicesBody>(&view.body))
    for (std::size_t i = 0; i < std::min<std::size_t>(choices->several ? 2 : 1, choices->choices.size()); ++i)
      person.wants(intent::Choose{choices->question, choices->choices[i].name});
  if (const auto* scale = std::get_if<ScaleBody>(&view.body))
    for (const ScaleRow& row : scale->rows) person.wants(intent::ChooseStep{row.question, 3});
  if (std::holds_alternative<TextBody>(view.body))
    for (int i = 0; i < 4; ++i) person.wants(intent::PressKey{{KeyKind::kCharacter, "a", "a"}});
}

std::string kind_of(const QuestionView& view) {
  constexpr const char* kNames[] = {"choices", "faces", "scale", "text", "note"};
  return kNames[view.body.index()];
}

// Every page as it comes up, with its error message when it can have one, and answered.
void ask_all(Respondent& person, std::vector<NamedView>& views) {
  for (int page = 1; std::holds_alternative<QuestionView>(person.view()); ++page) {
    auto view = std::get<QuestionView>(person.view());
    if (view.busy) return;
    const std::string name = "question-" + std::to_string(page) + "-" + kind_of(view);
    views.push_back({name, view});
    if (view.skip.empty() && !std::holds_alternative<NoteBody>(view.body)) {
      person.wants(intent::Next{});
      views.push_back({name + "-missing", person.view()});
    }
    const std::string before = view.page;
    answer(person, view);
    const View answered = person.view();
    const auto* still = std::get_if<QuestionView>(&answered);
    if (!still || still->page != before) continue;  // one tap was enough
    views.push_back({name + "-answered", answered});
    person.wants(intent::Next{});
  }
}

// The first question that is answered in words.
Question text_question(const Questionnaire& form) {
  for (const Page& page : form.pages)
    for (const Question& question : page.questions)
      if (std::holds_alternative<Text>(question.kind)) return question;
  give_up("the sample visit has lost its question for a text");
}

// The sample visit asks for no date and no time. Empty, half, and as there is none.
std::vector<NamedView> views_of_dates(DeviceState device_state, const Language& language) {
  std::vector<NamedView> views;
  const Session& session = session_with_form(device_state, "session-evaluation");
  for (Questionnaire& form : device_state.pack.questionnaires) {
    if (form.id != session.form) continue;
    Question question = text_question(form);
    form.pages.clear();
    for (const QuestionKind& kind : {QuestionKind(Date{}), QuestionKind(TimeOfDay{})}) {
      question.kind = kind;
      form.pages.push_back({{}, {question}});
    }
  }
  for (const std::string digits : {"39022027", "2570"}) {
    const std::string name = digits.size() > 4 ? "date" : "time";
    Respondent person(device_state, session, language);
    person.wants(intent::Begin{});
    if (name == "time") person.wants(intent::Skip{});
    views.push_back({name, person.view()});
    for (std::size_t i = 0; i < digits.size(); ++i) {
      person.wants(intent::PressKey{{KeyKind::kCharacter, {digits[i]}, {digits[i]}}});
      if (i + 1 != digits.size() / 2 && i + 1 != digits.size()) continue;
      person.wants(intent::Next{});
      views.push_back({name + "-" + std::to_string(i + 1), person.view()});
    }
  }
  return views;
}

// A kiosk that asks about what has ended: the session, and what it offers beside it.
std::vector<NamedView> offer_views(DeviceState device_state, const Session& session,
                                   const Language& language) {
  RoleSettings settings = role_in(Role::kKiosk, session.room, language);
  settings.asks = KioskAsks::kEnded;
  device_state.link = Link::kOnline;  // there is a desk that its questions reach
  std::vector<NamedView> views;
  const auto add = [&](const std::string& name, const Now& now, std::initializer_list<Intent> intents) {
    const KioskContext context{device_state, settings, now, SubmissionId({1})};
    Kiosk state = fresh_kiosk(context);
    for (const Intent& each : intents) state = apply(std::move(state), each, context).state;
    views.push_back({name, kiosk_view(state, context)});
  };
  add("attract-ended", at(session.end + 5min), {});
  add("menu-ended", at(session.end + 5min), {intent::ShowMenu{}});
  add("menu", at(session.start() + 5min), {});
  add("ask-nobody", at(session.start() + 5min), {intent::ChooseItem{MenuItemKind::kQuestion}});
  add("own-question", at(session.start() + 5min),
      {intent::ChooseItem{MenuItemKind::kQuestion}, intent::AskQuestion{}});
  add("own-question-empty", at(session.start() + 5min),
      {intent::ChooseItem{MenuItemKind::kQuestion}, intent::AskQuestion{}, intent::Next{}});
  add("programme", at(session.start() + 5min), {intent::ChooseItem{MenuItemKind::kProgramme}});
  add("programme-before", at(device_state.pack.agenda.sessions.front().start() - 48h), {});
  return views;
}

// ---- signs and desk ----

Timer timer_after(const Session& session, std::initializer_list<TimerCommand> commands, const Now& now) {
  Timer timer;
  for (const TimerCommand& each : commands) {
    auto next = apply(timer, session.rundown, each, now);
    if (!next.ok()) give_up(next.error().message);
    timer = std::move(next).value().timer;
  }
  return timer;
}

struct Moment {
  const char* name;
  Milliseconds left;  // of the segment
};

// Both clocks of a device that started the segment in time.
Now now_with(const Session& session, std::size_t segment, Milliseconds left) {
  const Milliseconds length = session.rundown.segments[segment].length;
  Now now = at(planned_starts(session.rundown)[segment] + length - left);
  now.boot += length - left;
  return now;
}

Timer running(const Session& session, std::size_t segment) {
  return timer_after(session, {command::Load{session.id, segment}, command::Start{}},
                     at(planned_starts(session.rundown)[segment]));
}

constexpr std::size_t kSegment = 1;

std::vector<Moment> moments(const Session& session) {
  const Segment& segment = session.rundown.segments[kSegment];
  return {{"", segment.length / 2},
          {"-amber", segment.amber() - 1s},
          {"-red", segment.red() - 1s},
          {"-over", -80s},
          {"-far-over", -1h - 80s}};
}

// A room where something was asked, noted and told, and clocks run beside that of the part.
void fill_room(DeviceState& device_state, const Session& session, const Now& now) {
  const PublicSession shown = for_public(session);
  RoomState& room = device_state.rooms[session.room];
  FloorShare asked;
  for (const char* id : {"q1", "q2", "q3", "q4"}) {
    asked.questions[id].text = id == std::string("q2") ? "Who pays the social contributions of freelancers?"
                                                       : "How long did the consultation take?";
    asked.questions[id].session = shown.slug();
    asked = with_support(asked, id, "epoch");
  }
  merge(room, say(room, asked, "kiosk", &shown));
  const Verdicts verdicts{
      {{"q1", FloorVerdict::kPicked}, {"q3", FloorVerdict::kHidden}, {"q4", FloorVerdict::kAnswered}}, {}};
  merge(room, say(room, verdicts, "desk", &shown));
  RoomNote note;
  note.text = "Legal status first, tax rules second: the order mattered.";
  note.session = shown.slug();
  merge(room, say_note(room, "n1", note, "desk", &shown));
  merge(room, say(room, NextSession{session.end + 24h, "Room 2"}, "desk"));
  ShownNow beside;
  for (const std::string_view label : kSideClocks) beside = with_clock(beside, label, 2min, now);
  beside = with_clock_paused(beside, "2", now);
  merge(room, say(room, beside, "desk", &shown));
}

void shows(DeviceState& device_state, const Session& session, ShownKind kind, const std::string& text = {}) {
  const PublicSession shown = for_public(session);
  RoomState& room = device_state.rooms[session.room];
  ShownNow next = room.shown().value;
  next.kind = kind;
  next.item = kind == ShownKind::kQuestion ? "q2" : "";
  next.text = text;
  merge(room, say(room, next, "desk", &shown));
}

// Of each kind of change one, and one that is several.
PackUpdate changed_pack(const DeviceState& device_state, const Session& running) {
  auto pack = std::make_shared<VisitPack>(device_state.pack);
  std::vector<Session>& sessions = pack->agenda.sessions;
  std::erase_if(sessions, [&](const Session& each) { return each.title == running.title; });
  for (std::size_t i = 0; i < sessions.size() && i < 6; ++i) {
    sessions[i].rundown.start += 90min;
    sessions[i].end += 90min;
    if (i % 2 == 0) sessions[i].room = "verde";
  }
  sessions[1].title = running.title;
  sessions.push_back(running);
  sessions.back().id = "new";
  sessions.back().slug = "new";
  sessions.back().title = LocalizedText("en", "Site visit");
  sessions.back().rundown.start += 24h;
  sessions.back().end += 24h;
  sort_sessions(pack->agenda);
  auto changes = difference(device_state.pack.agenda, pack->agenda);
  return {std::move(pack), std::move(changes)};
}

// Each other page of the desk, in the room above.
std::vector<NamedView> page_views(DeviceState device_state, const Session& session,
                                  const Language& language) {
  std::vector<NamedView> views;
  const RoleSettings settings = role_in(Role::kModerator, session.room, language);
  const Now now = now_with(session, kSegment, 3min);
  device_state.timers[session.room] = running(session, kSegment);
  const auto add = [&](const std::string& name, const Moderator& state) {
    views.push_back({"desk-" + name, desk_view(state, device_state, settings, now)});
  };
  constexpr std::pair<DeskPage, const char*> kPages[] = {
      {DeskPage::kNotes, "notes"}, {DeskPage::kTime, "time"},          {DeskPage::kScreen, "screen"},
      {DeskPage::kWords, "words"}, {DeskPage::kMeeting, "meeting"},    {DeskPage::kClocks, "clocks"},
      {DeskPage::kRules, "rules"}, {DeskPage::kQuestions, "questions"}};
  for (const bool is_full : {false, true}) {
    if (is_full) fill_room(device_state, session, now);
    for (const auto& [page, name] : kPages) {
      Moderator state;
      state.page = page;
      if (is_full) state.question = "q2";
      add(std::string(name) + (is_full ? "" : "-empty"), state);
    }
  }
  add("clocks-run", {});
  Moderator to_all;
  to_all.page = DeskPage::kWords;
  to_all.words.audience = Audience::kMessage;
  to_all.words.entry.text = "The bus leaves at 13:40 from the main door.";
  add("words-message", to_all);
  to_all.page = DeskPage::kMeeting;
  to_all.problem = "Write a time and a place, like 14:00 Room 2";
  add("meeting-wrong", to_all);
  Moderator agenda;
  agenda.page = DeskPage::kAgenda;
  device_state.update = changed_pack(device_state, session);
  add("agenda-news", {});
  add("agenda", agenda);
  device_state.update->begins_anew = true;
  add("agenda-anew", agenda);
  device_state.update = PackUpdate{std::make_shared<const VisitPack>(device_state.pack), {}};
  add("agenda-texts", agenda);
  device_state.update.reset();
  device_state.pack_problem = PackProblem{
      "visit.toml, line 118",
      "The session has a segment that is no table: write [[sessions.segments]] above it.", 3, false};
  add("agenda-wrong", agenda);
  return views;
}

// What a display shows beside the plan.
std::vector<NamedView> shown_views(DeviceState device_state, const Session& session,
                                   const Language& language) {
  std::vector<NamedView> views;
  const RoleSettings settings = role_in(Role::kRoom, session.room, language);
  const Now now = now_with(session, kSegment, 3min);
  device_state.timers[session.room] = running(session, kSegment);
  fill_room(device_state, session, now);
  const auto add = [&](const std::string& name) {
    views.push_back({"shown-" + name, room_screen(device_state, settings, now)});
  };
  add("clocks");
  for (const ShownKind kind : {ShownKind::kQuestion, ShownKind::kLearningPoints, ShownKind::kNextSession,
                               ShownKind::kResults, ShownKind::kBlackout}) {
    shows(device_state, session, kind);
    add(std::string(to_text(kind)));
  }
  shows(device_state, session, ShownKind::kMessage, "The bus leaves at 13:40 from the main door.");
  add("message");
  ShownNow all;
  all.announcement = {"We begin in five minutes.", now.wall, 5min, counting(5min, now), true};
  RoomState& everywhere = device_state.rooms[all_rooms(device_state.pack.visit.id)];
  merge(everywhere, say(everywhere, all, "desk", nullptr));
  add("announcement");
  return views;
}

}  // namespace

DeviceState lisbon_device() {
  DeviceState device_state;
  auto reading = formats::read_pack(TERTULIA_SOURCE_DIR "/config/visits/lisbon");
  if (!reading.pack) give_up("the sample visit cannot be read");
  device_state.pack = *std::move(reading.pack);
  device_state.catalogues = built_in_catalogues();
  device_state.device = "device-1";
  return device_state;
}

std::vector<NamedView> kiosk_views(const DeviceState& device_state, const Language& language) {
  std::vector<NamedView> views;
  const Session& pulse = session_with_form(device_state, "session-pulse");
  const Session& evaluation = session_with_form(device_state, "session-evaluation");
  views.push_back({"attract", Respondent(device_state, pulse, language).view()});
  Respondent person(device_state, evaluation, language);
  person.wants(intent::Begin{});
  ask_all(person, views);
  views.push_back({"question-busy", person.view()});
  person.waits(1s);
  views.push_back({"question-saving", person.view()});
  person.storage_says(false, 0);
  views.push_back({"question-not-saved", person.view()});
  person.wants(intent::Next{});
  person.storage_says(true, 43);
  views.push_back({"thanks", person.view()});
  Respondent absent(device_state, evaluation, language);
  absent.wants(intent::Begin{});
  absent.waits(50s);
  views.push_back({"still-there", absent.view()});
  for (NamedView& each : offer_views(device_state, evaluation, language)) views.push_back(std::move(each));
  for (NamedView& each : views_of_dates(device_state, language)) views.push_back(std::move(each));
  add_restart_views(views, device_state, role_in(Role::kKiosk, pulse.room, language),
                    at(pulse.start() + 10min));
  return views;
}

std::vector<NamedView> sign_views(DeviceState device_state, const Language& language) {
  std::vector<NamedView> views;
  const auto add = [&](const std::string& name, const std::string& room, const Now& now) {
    views.push_back({"room" + name, room_screen(device_state, role_in(Role::kRoom, room, language), now)});
    views.push_back(
        {"door" + name, door_view(public_room(device_state, role_in(Role::kDoor, room, language), now))});
  };
  for (const Session& session : device_state.pack.agenda.sessions)
    if (!session.room.empty() && !session.all_day && !session.is_break) {
      add("-" + session.slug, session.room, at(session.start() + 12min));
      add("-before-" + session.slug, session.room, at(session.start() - 7min));
    }
  for (const Session& session : device_state.pack.agenda.sessions)
    if (session.is_break && !session.room.empty())
      add("-break-" + session.slug, session.room, at(session.start() + 5min));
  RoleSettings foyer = role_in(Role::kRoom, device_state.pack.visit.rooms.front().id, language);
  foyer.shows_day = true;
  for (const Session& session : device_state.pack.agenda.sessions)
    views.push_back({"day-" + session.slug, room_screen(device_state, foyer, at(session.start() + 5min))});
  const Session& session = main_session(device_state);
  for (const Moment& moment : moments(session)) {
    device_state.timers[session.room] = running(session, kSegment);
    add("-timed" + std::string(moment.name), session.room, now_with(session, kSegment, moment.left));
  }
  const Now paused = now_with(session, kSegment, 3min);
  device_state.timers[session.room] =
      timer_after(session, {command::Load{session.id, kSegment}, command::Start{}, command::Pause{}}, paused);
  add("-paused", session.room, paused);
  device_state.timers[session.room] = running(session, kSegment);
  device_state.link = Link::kBrokerAway;
  device_state.room_links[session.room] = {wire::Step::kAlone, 0, false};
  add("-alone", session.room, now_with(session, kSegment, -7min));
  device_state.room_links.clear();
  device_state.timers.clear();
  add("-after-all", session.room, at(device_state.pack.agenda.sessions.back().end + 24h));
  for (NamedView& each : shown_views(device_state, session, language)) views.push_back(std::move(each));
  return views;
}

std::vector<NamedView> moderator_views(DeviceState device_state, const Language& language) {
  std::vector<NamedView> views;
  const Session& session = main_session(device_state);
  const RoleSettings settings = role_in(Role::kModerator, session.room, language);
  const auto add = [&](const std::string& name, const Now& now, const Moderator& state = {}) {
    views.push_back({"moderator" + name, moderator_view(state, device_state, settings, now)});
  };
  device_state.counts.waiting = 12;
  device_state.link = Link::kTakenOver;
  add("-idle", at(session.start() - 30min));
  device_state.link = Link::kHubAway;
  device_state.timers[session.room] =
      timer_after(session, {command::Load{session.id, 0}}, at(session.start()));
  add("-armed", at(session.start()));
  for (const Moment& moment : moments(session)) {
    device_state.timers[session.room] = running(session, kSegment);
    add("-timed" + std::string(moment.name), now_with(session, kSegment, moment.left));
  }
  const Now now = now_with(session, kSegment, 3min);
  device_state.timers[session.room] =
      timer_after(session, {command::Load{session.id, kSegment}, command::Start{}, command::Pause{}}, now);
  add("-paused", now);
  device_state.timers[session.room].asks = true;
  device_state.store_problem = "full";
  add("-after-a-power-cut", now);
  Moderator refused;
  refused.problem = "Nothing is loaded: choose a session first";
  add("-refused", now, refused);
  device_state.store_problem.clear();
  for (NamedView& each : page_views(device_state, session, language)) views.push_back(std::move(each));
  return views;
}

std::vector<NamedView> lisbon_views(const DeviceState& device_state, const Language& language) {
  std::vector<NamedView> views = kiosk_views(device_state, language);
  for (auto more : {&sign_views, &moderator_views})
    for (NamedView& each : more(device_state, language)) views.push_back(std::move(each));
  return views;
}

}  // namespace tertulia::test
