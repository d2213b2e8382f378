// SPDX-License-Identifier: Apache-2.0
// The page of when and where the same people meet again.
#include <optional>
#include <string>
#include <utility>

#include "firmware/app/desk/room_words.h"
#include "firmware/app/desk/shown.h"
#include "firmware/app/desk/strip.h"
#include "firmware/app/desk/writing.h"
#include "firmware/app/kiosk/typing.h"
#include "firmware/app/state/own_view.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"
#include "firmware/domain/typed_time.h"

namespace tertulia {
namespace {

constexpr std::size_t kLongestPlace = 80;  // user-perceived characters, with the time before it
constexpr int kDays = 6;                   // today and those after it
constexpr std::size_t kMostSessions = 8;

std::optional<LocalTime> day_after(const PageAt& at, int days) {
  const auto today = to_local(at.now.wall, at.zone());
  return today.ok() ? days_after(today.value(), days) : std::nullopt;
}

// "14:00 Room 2" on the chosen day; none: it does not begin with a time of day.
std::optional<NextSession> meeting_of(const MeetingDraft& draft, const PageAt& at) {
  const std::string text = trimmed(draft.entry.text);
  const std::string first = text.substr(0, text.find(' '));
  if (first.find_first_of(":.hH") == std::string::npos) return std::nullopt;
  const auto time = typed_time(first);
  const auto day = day_after(at, draft.day);
  if (!time.ok() || !day || time.value() < Milliseconds(0) || time.value() >= std::chrono::hours(24))
    return std::nullopt;
  const auto start = to_wall(*day, time.value(), at.zone());
  if (!start.ok()) return std::nullopt;
  return NextSession{start.value(), trimmed(text.substr(first.size()))};
}

// The sessions of the plan to choose from: those that follow in this room.
std::vector<const Session*> following(const PageAt& at) {
  std::vector<const Session*> found;
  for (const Session* each : agenda_of(at.device_state).upcoming_in(at.settings.room, at.now.wall))
    if (!each->all_day && !each->is_break && each->start() > at.now.wall && found.size() < kMostSessions)
      found.push_back(each);
  return found;
}

std::string when(const PageAt& at, WallTime time) { return moment_text(at.words, time, at.zone()); }

PageTouch agree(Moderator state, NextSession next, const PageAt& at) {
  ShownNow shown = shown_instead(at, ShownKind::kNextSession);
  state.meeting = {};
  state.page = DeskPage::kDesk;
  const RoomState& words = room_words(at.device_state, at.settings.room);
  return {std::move(state),
          {{at.settings.room, say(words, std::move(next), at.device_state.device)},
           say_shown(at, std::move(shown))}};
}

}  // namespace

PageTouch touch_meeting(Moderator state, const Intent& intent, const PageAt& at) {
  MeetingDraft& draft = state.meeting;
  draft.entry = typed(std::move(draft.entry), intent, kLongestPlace);
  if (const auto* day = std::get_if<intent::ChooseKind>(&intent))
    for (int i = 0; i < kDays; ++i)
      if (day->kind == std::to_string(i)) draft.day = i;
  if (const auto* line = std::get_if<intent::ChooseNote>(&intent))
    for (const Session* each : following(at))
      if (each->id == line->note) {
        const std::string place = room_name(at.device_state.pack.visit, each->room, at.words.language());
        return agree(std::move(state), {each->start(), place}, at);
      }
  if (!is_done_key(intent)) return {std::move(state)};
  auto next = meeting_of(draft, at);
  if (next) return agree(std::move(state), *std::move(next), at);
  state.problem = refusal("Write a time and a place, like 14:00 Room 2");
  return {std::move(state)};
}

WritingView meeting_view(const Moderator& state, const PageAt& at) {
  const Catalogue& words = at.words;
  WritingView view = writing_page(at, state, words.text("Next session"));
  for (const Session* each : following(at))
    view.lines.push_back({each->id, "", joined(when(at, each->start()), at.say(each->title))});
  view.entry = field_of(state.meeting.entry, words, "meeting", words.text("Show it"));
  const auto next = meeting_of(state.meeting, at);
  view.kinds_label =
      next ? when(at, *next->start) : words.text("Write a time and a place, like 14:00 Room 2");
  for (int i = 0; i < kDays; ++i)
    if (const auto day = day_after(at, i))
      view.kinds.push_back({std::to_string(i), day_text(words, *day), i == state.meeting.day});
  return view;
}

}  // namespace tertulia
