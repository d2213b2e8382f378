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
#include "firmware/formats/pack/pack.h"
#include "firmware/program/languages.h"

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
    to_main::SubmissionClosed closed{context().fresh_id, SubmissionState::kSubmitted, ok, {}};
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

// Every page as it comes up, with its complaint when it can have one, and answered.
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

// After a restart in the middle of answers.
std::vector<NamedView> restart_views(DeviceState device_state, const Session& session,
                                     const Language& language) {
  std::vector<NamedView> views;
  for (const SaveResult save_result : {SaveResult::kSaved, SaveResult::kNotSaved}) {
    device_state.interrupted[session.room] = {language, save_result};
    const RoleSettings settings = role_in(Role::kKiosk, session.room, language);
    const KioskContext context{device_state, settings, at(session.start() + 10min), SubmissionId({1})};
    views.push_back({save_result == SaveResult::kSaved ? "attract-saved" : "attract-not-saved",
                     kiosk_view(first_kiosk(context), context)});
  }
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
  person.storage_says(false, 0);
  views.push_back({"question-not-saved", person.view()});
  person.wants(intent::Next{});
  person.storage_says(true, 43);
  views.push_back({"thanks", person.view()});
  Respondent absent(device_state, evaluation, language);
  absent.wants(intent::Begin{});
  absent.waits(50s);
  views.push_back({"still-there", absent.view()});
  for (NamedView& each : views_of_dates(device_state, language)) views.push_back(std::move(each));
  for (NamedView& each : restart_views(device_state, pulse, language)) views.push_back(std::move(each));
  return views;
}

std::vector<NamedView> sign_views(DeviceState device_state, const Language& language) {
  std::vector<NamedView> views;
  const auto add = [&](const std::string& name, const std::string& room, const Now& now) {
    views.push_back(
        {"room" + name, room_view(public_room(device_state, role_in(Role::kRoom, room, language), now))});
    views.push_back(
        {"door" + name, door_view(public_room(device_state, role_in(Role::kDoor, room, language), now))});
  };
  for (const Session& session : device_state.pack.agenda.sessions)
    if (!session.room.empty() && !session.all_day && !session.is_break) {
      add("-" + session.slug, session.room, at(session.start() + 12min));
      add("-before-" + session.slug, session.room, at(session.start() - 7min));
    }
  const Session& session = main_session(device_state);
  for (const Moment& moment : moments(session)) {
    device_state.timers[session.room] = running(session, kSegment);
    add("-timed" + std::string(moment.name), session.room, now_with(session, kSegment, moment.left));
  }
  const Now paused = now_with(session, kSegment, 3min);
  device_state.timers[session.room] =
      timer_after(session, {command::Load{session.id, kSegment}, command::Start{}, command::Pause{}}, paused);
  add("-paused", session.room, paused);
  device_state.timers.clear();
  add("-after-all", session.room, at(device_state.pack.agenda.sessions.back().end + 24h));
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
  return views;
}

std::vector<NamedView> lisbon_views(const DeviceState& device_state, const Language& language) {
  std::vector<NamedView> views = kiosk_views(device_state, language);
  for (auto more : {&sign_views, &moderator_views})
    for (NamedView& each : more(device_state, language)) views.push_back(std::move(each));
  return views;
}

}  // namespace tertulia::test
