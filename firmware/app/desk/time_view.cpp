// SPDX-License-Identifier: Apache-2.0
// The page for typed minutes, and how the clock behaves.
#include "firmware/app/desk/moderator.h"
#include "firmware/app/desk/strip.h"
#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/room/room_now.h"
#include "firmware/app/text/labels.h"
#include "firmware/app/text/phrases.h"
#include "firmware/domain/typed_time.h"

namespace tertulia {
namespace {

void write_meaning(TimeView& view, const Moderator& state, const Catalogue& words) {
  if (!state.problem.empty()) {
    view.tone = Tone::kRed;
    view.meaning = words.text(state.problem);
    return;
  }
  const auto time = typed_time(state.typed);
  if (time.ok() && time.value() > Milliseconds(0))
    view.meaning = length_text(words, time.value());
  else
    view.meaning = words.text("Write a time like 5, 90m, 1h30 or 12:30");
}

}  // namespace

TimeView time_view(const Moderator& state, const DeviceState& device_state, const RoleSettings& settings,
                   const Now& now) {
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  const RoomNow room = room_now(device_state, settings.room, now);
  TimeView view;
  view.tongue = tongue_of(words.language());
  view.strip = desk_strip(device_state, settings, words.text("Moderator"), now);
  if (room.timer) view.strip.status = {{countdown_text(remaining_at(*room.timer, now)), Tone::kMuted}};
  // translators: minutes for the part of the session that runs
  view.headline = words.text("Add or take time");
  view.typed = state.typed;
  write_meaning(view, state, words);
  view.pad = time_pad();
  if (room.timer) view.modes.push_back({Control::kRules, words.text("How the clock behaves")});
  if (may_be_set_by_hand(now.quality)) view.modes.push_back({Control::kSetting, words.text("Set the clock")});
  // translators: a button of the desk: the screen asks for the PIN again
  if (!settings.pins.empty()) view.modes.push_back({Control::kLock, words.in_context("desk", "Lock")});
  view.controls = {{Control::kClose, words.in_context("desk", "Close")},
                   // translators: a button: so many minutes less for the part that runs
                   {Control::kTakeTyped, words.in_context("minutes", "Take away")},
                   // translators: a button: so many minutes more for the part that runs
                   {Control::kAddTyped, words.in_context("minutes", "Add")}};
  return view;
}

}  // namespace tertulia
