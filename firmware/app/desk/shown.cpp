// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/desk/shown.h"

#include <utility>

#include "firmware/app/desk/room_words.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/room/room_screen.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

std::optional<PublicSession> session_of(const PageAt& at) {
  return at.room.session ? std::optional(for_public(*at.room.session)) : std::nullopt;
}

std::string kind_text(const PageAt& at, ShownKind kind) {
  switch (kind) {
    case ShownKind::kPlan:
      // translators: what a display shows: the running session, or what comes next
      return at.words.in_context("display", "The plan");
    case ShownKind::kQuestion:
      return at.words.text("A question from the floor");
    case ShownKind::kResults:
      return at.words.text("What the room thinks");
    case ShownKind::kLearningPoints:
      return at.words.text("Key learning points");
    case ShownKind::kNextSession:
      return at.words.text("Next session");
    case ShownKind::kMessage:
      // translators: what a display shows: one sentence, until somebody takes it off
      return at.words.in_context("display", "A message");
    case ShownKind::kBlackout:
      // translators: what a display shows: nothing at all
      return at.words.in_context("display", "Dark");
  }
  return {};
}

bool has_points(const PageAt& at) {
  const Session* session = noted_session(at.device_state, at.settings.room, at.now);
  if (!session) return false;
  for (const NoteItem& each :
       room_words(at.device_state, at.settings.room).notes(for_public(*session).slug().text()))
    if (each.note.kind == NoteKind::kLearningPoint) return true;
  return false;
}

// The announcements that a person can take off: to this room, and to all.
std::vector<RoomSaying> taken_off(const PageAt& at) {
  std::vector<RoomSaying> sayings;
  ShownNow shown = shown_now(at);
  if (is_announced(shown, at.now)) {
    shown.announcement = {};
    sayings.push_back(say_shown(at, std::move(shown)));
  }
  const std::string all = all_rooms(at.device_state.pack.visit.id);
  if (is_announced(room_words(at.device_state, all).shown().value, at.now))
    sayings.push_back(say_to_all(at, {}));
  return sayings;
}

PageTouch show(Moderator state, const std::string& option, const PageAt& at) {
  const auto kind = shown_kind_from(option);
  if (!kind.ok()) return {std::move(state)};
  ShownNow shown = shown_instead(at, kind.value());
  if (kind.value() == ShownKind::kLearningPoints) {
    if (!has_points(at)) {
      state.problem = refusal("Nothing has been noted yet.");
      return {std::move(state)};
    }
    return {std::move(state), {say_of_noted(at, std::move(shown))}};
  }
  if (kind.value() == ShownKind::kResults) {
    state.page = DeskPage::kResults;
    return {std::move(state)};
  }
  if (kind.value() == ShownKind::kNextSession &&
      !room_words(at.device_state, at.settings.room).next().value.start) {
    state.page = DeskPage::kMeeting;
    return {std::move(state)};
  }
  return {std::move(state), {say_shown(at, std::move(shown))}};
}

OptionGroup shown_group(const PageAt& at, ShownKind now_shown) {
  OptionGroup group;
  group.id = "shown";
  // translators: before the name of what the room display shows
  group.label = at.words.text("The display shows");
  for (const ShownKind kind : {ShownKind::kPlan, ShownKind::kLearningPoints, ShownKind::kResults,
                               ShownKind::kNextSession, ShownKind::kBlackout})
    group.options.push_back({std::string(to_text(kind)), kind_text(at, kind), kind == now_shown});
  if (now_shown == ShownKind::kQuestion || now_shown == ShownKind::kMessage)
    group.options.push_back({std::string(to_text(now_shown)), kind_text(at, now_shown), true});
  return group;
}

OptionGroup words_group(const PageAt& at) {
  OptionGroup group;
  group.id = "words";
  // translators: above the buttons for an announcement or a message to the people in the room
  group.label = at.words.text("Tell the room");
  // translators: a button: opens the page where an announcement or a message is typed
  group.options = {{"write", at.words.text("Write something")}};
  if (!taken_off(at).empty())
    // translators: a button: removes an announcement from the displays
    group.options.push_back({"take-off", at.words.text("Take it off")});
  return group;
}

OptionGroup more_group(const PageAt& at) {
  OptionGroup group;
  group.id = "more";
  // translators: above buttons that open other pages of the moderator's desk
  group.label = at.words.text("More");
  group.options = {{"questions", at.words.text("Questions from the floor")},
                   {"notes", at.words.text("Note a key learning point")},
                   // translators: a button: when and where the same people meet again
                   {"meeting", at.words.text("Say when we meet again")}};
  // translators: a button: clocks for an intervention and for working groups
  group.options.push_back({"clocks", at.words.text("Clocks")});
  return group;
}

}  // namespace

ShownNow shown_now(const PageAt& at) {
  const RoomState& state = room_words(at.device_state, at.settings.room);
  const auto session = session_of(at);
  const auto& held = state.shown();
  if (held.session == (session ? session->slug().text() : std::string())) return held.value;
  // What was said in a closed session does not leave it.
  if (held.rank > state.open.shown.rank) return {};
  ShownNow shown;
  shown.announcement = held.value.announcement;
  const bool is_of_another = session && !held.session.empty();
  if (is_of_another) return shown;
  shown.kind = held.value.kind;
  shown.item = held.value.item;
  shown.text = held.value.text;
  shown.revealed = held.value.revealed;
  return shown;
}

ShownNow shown_instead(const PageAt& at, ShownKind kind, std::string item, std::string text) {
  ShownNow shown = shown_now(at);
  shown.kind = kind;
  shown.item = std::move(item);
  shown.text = std::move(text);
  shown.revealed = false;
  return shown;
}

RoomSaying say_shown(const PageAt& at, ShownNow shown) {
  const auto session = session_of(at);
  return {at.settings.room, say(room_words(at.device_state, at.settings.room), std::move(shown),
                                at.device_state.device, session ? &*session : nullptr)};
}

RoomSaying say_of_noted(const PageAt& at, ShownNow shown) {
  const Session* session = noted_session(at.device_state, at.settings.room, at.now);
  if (!session) return say_shown(at, std::move(shown));
  const PublicSession noted = for_public(*session);
  return {at.settings.room, say(room_words(at.device_state, at.settings.room), std::move(shown),
                                at.device_state.device, &noted)};
}

RoomAnnouncement announcement(std::string text, Milliseconds length, const Now& now) {
  return {std::move(text), now.wall, length, counting(length, now)};
}

RoomSaying say_to_all(const PageAt& at, RoomAnnouncement announcement) {
  const std::string all = all_rooms(at.device_state.pack.visit.id);
  ShownNow shown;
  shown.announcement = std::move(announcement);
  shown.announcement.to_all = !shown.announcement.text.empty();
  return {all, say(room_words(at.device_state, all), std::move(shown), at.device_state.device, nullptr)};
}

OptionsView screen_view(const Moderator& state, const PageAt& at) {
  // translators: the heading of the page where the moderator decides what the room display shows
  OptionsView view = options_page(at, state, at.words.text("Room display"));
  view.groups = {shown_group(at, shown_now(at).kind), words_group(at), more_group(at)};
  view.display = sign_of(room_screen(at.device_state, at.settings, at.now));
  return view;
}

PageTouch touch_screen(Moderator state, const intent::ChooseOption& chosen, const PageAt& at) {
  if (chosen.group == "shown") return show(std::move(state), chosen.option, at);
  if (chosen.option == "take-off") return {std::move(state), taken_off(at)};
  if (chosen.option == "write") state.page = DeskPage::kWords;
  if (chosen.option == "questions") state.page = DeskPage::kQuestions;
  if (chosen.option == "notes") state.page = DeskPage::kNotes;
  if (chosen.option == "meeting") state.page = DeskPage::kMeeting;
  if (chosen.option == "clocks") state.page = DeskPage::kClocks;
  return {std::move(state)};
}

}  // namespace tertulia
