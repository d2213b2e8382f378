// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/room/shown_screens.h"

#include <algorithm>
#include <chrono>

#include "firmware/app/results/shown_results.h"
#include "firmware/app/room/room_screen.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"
#include "firmware/domain/numbers/threshold.h"

namespace tertulia {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kPointsAtOnce = 6;
constexpr BootTime kPointsTime = 20s;  // of a page of points, where there are more

template <class Kind>
Kind signed_view(const PublicRoom& room) {
  Kind view;
  view.tongue = tongue_of(room.words.language());
  view.header = sign_header_with_countdown(room);
  return view;
}

std::string people(const PublicRoom& room, std::uint64_t count) {
  // translators: how many people support a question
  return fill(room.words.plural("{count} person", "{count} people", count),
              {{"count", std::to_string(count)}});
}

std::optional<View> question_view(const PublicRoom& room, const RoomState& state, const std::string& id) {
  const auto items = state.floor();
  const auto shown =
      std::find_if(items.begin(), items.end(), [&](const FloorItem& each) { return each.id == id; });
  if (shown == items.end()) return std::nullopt;
  auto view = signed_view<FloorQuestionView>(room);
  // translators: heading over a question that a visitor has asked at a kiosk
  view.header.detail = room.words.text("A question from the floor");
  view.question = shown->question.text;
  if (shown->supports > 0)
    // translators: under a question; {people} is “9 people”
    view.support = emphasised(room.words.text("Asked at a kiosk · supported by {people}"), "{people}",
                              people(room, shown->supports));
  else
    view.support.before = room.words.text("Asked at a kiosk");
  const auto waiting =
      static_cast<std::uint64_t>(std::count_if(items.begin(), items.end(), [&](const FloorItem& each) {
        return each.id != id && each.verdict == FloorVerdict::kOpen;
      }));
  view.waiting = room.words.text("Ask yours at the kiosk.");
  if (waiting > 0) {
    const Catalogue& words = room.words;
    // translators: how many other questions of visitors wait to be answered
    const auto more = words.plural("{count} more question is waiting. Ask yours at the kiosk.",
                                   "{count} more questions are waiting. Ask yours at the kiosk.", waiting);
    view.waiting = fill(more, {{"count", std::to_string(waiting)}});
  }
  return view;
}

// "Thursday 13 May 14:00".
std::string when(const PublicRoom& room, WallTime time) {
  return moment_text(room.words, time, room.visit.zone);
}

std::optional<View> learning_view(const PublicRoom& room, const RoomState& state,
                                  const std::string& session) {
  std::vector<std::string> points;
  for (const NoteItem& each : state.notes(session))
    if (each.note.kind == NoteKind::kLearningPoint) points.push_back(each.note.text);
  if (points.empty()) return std::nullopt;
  auto view = signed_view<LearningView>(room);
  view.header.name = room.words.text("Key learning points");
  view.header.detail = room.session ? title_of(*room.session, room.words, room.visit)
                                    : room_name(room.visit, room.room, room.words.language());
  const std::size_t pages = (points.size() + kPointsAtOnce - 1) / kPointsAtOnce;
  const std::size_t begin = static_cast<std::size_t>(room.now.boot / kPointsTime) % pages * kPointsAtOnce;
  const std::size_t end = std::min(points.size(), begin + kPointsAtOnce);
  view.first = static_cast<int>(begin) + 1;
  view.points = {points.begin() + static_cast<std::ptrdiff_t>(begin),
                 points.begin() + static_cast<std::ptrdiff_t>(end)};
  if (room.session && is_set(room.now))
    // translators: under the learning points of a session; {time} is when it ends
    view.remark = fill(room.words.text("Something missing or wrong? Tell the note-taker before {time}."),
                       {{"time", room.clock(room.session_end)}});
  if (const NextSession& next = state.next().value; next.start)
    // translators: when the same people meet again
    view.next = emphasised(room.words.text("Next session: {when}"), "{when}", when(room, *next.start));
  return view;
}

std::optional<View> next_session_view(const PublicRoom& room, const NextSession& next) {
  if (!next.start) return std::nullopt;
  auto view = signed_view<MessageView>(room);
  view.header.detail = room.words.text("Next session");
  view.text = when(room, *next.start);
  view.detail = next.place;
  return view;
}

View results_view_of(const PublicRoom& room, const RoomState& state, const std::string& session) {
  auto view = signed_view<ResultsView>(room);
  // translators: heading over the answers of the people in the room
  view.header.name = room.words.text("What the room thinks");
  show_answers(view, {state, session, room.forms, room.words, room.visit.default_language(),
                      numbers::Threshold(room.visit.privacy)});
  return view;
}

// Those that are made now: to this room, and to all.
std::vector<const ShownNow*> announcing(const RoomStates& rooms, const Visit& visit, const std::string& room,
                                        const Now& now) {
  std::vector<const ShownNow*> found;
  for (const std::string& each : {room, all_rooms(visit.id)})
    if (const auto state = rooms.find(each);
        state != rooms.end() && is_announced(state->second.shown().value, now))
      found.push_back(&state->second.shown().value);
  return found;
}

}  // namespace

std::optional<View> shown_view(const PublicRoom& room, const RoomState& state) {
  const Register<ShownNow>& shown = state.shown();
  const bool is_of_this = room.session && room.session->slug().text() == shown.session;
  // What a closed session shows goes with it; an open one may end with its learning points on the display.
  const bool is_closed = &shown == &state.closed.shown;
  if (!shown.session.empty() && !is_of_this && (is_closed || room.session)) return std::nullopt;
  const ShownNow& value = shown.value;
  const std::string session = !shown.session.empty() ? shown.session
                              : room.session         ? room.session->slug().text()
                                                     : std::string{};
  switch (value.kind) {
    case ShownKind::kPlan:
      return std::nullopt;
    case ShownKind::kQuestion:
      return question_view(room, state, value.item);
    case ShownKind::kResults:
      return results_view_of(room, state, session);
    case ShownKind::kLearningPoints:
      return learning_view(room, state, session);
    case ShownKind::kNextSession:
      return next_session_view(room, state.next().value);
    case ShownKind::kMessage: {
      auto view = signed_view<MessageView>(room);
      view.text = value.text;
      return view;
    }
    case ShownKind::kBlackout:
      break;
  }
  MessageView black;
  black.tongue = tongue_of(room.words.language());
  black.header.clock = sign_header(room).clock;
  return black;
}

std::optional<AnnouncementView> announced_view(const PublicRoom& room, const RoomStates& rooms) {
  const ShownNow* newest = nullptr;
  for (const ShownNow* each : announcing(rooms, room.visit, room.room, room.now))
    if (!newest || announced_at(newest->announcement) < announced_at(each->announcement)) newest = each;
  if (!newest) return std::nullopt;
  const ShownNow& shown = *newest;
  auto view = signed_view<AnnouncementView>(room);
  // translators: above an announcement to the people in one room
  view.audience =
      shown.announcement.to_all ? room.words.text("To everybody") : room.words.text("To this room");
  view.text = shown.announcement.text;
  if (is_set(room.now)) view.said = room.clock(shown.announcement.said);
  // translators: how long an announcement stays on the displays; {length} is “5 min”
  view.shown = with_phrase(room.words.text("Shown for {length}"), "{length}",
                           length_text(room.words, shown.announcement.length));
  return view;
}

std::optional<BootTime> announcement_end(const RoomStates& rooms, const Visit& visit, const std::string& room,
                                         const Now& now) {
  std::optional<BootTime> end;
  for (const ShownNow* each : announcing(rooms, visit, room, now))
    end = earliest(end, now.boot + left_at(each->announcement.left, now));
  return end;
}

}  // namespace tertulia
