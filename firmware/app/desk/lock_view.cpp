// SPDX-License-Identifier: Apache-2.0
// What the locked desk shows.
#include "firmware/app/desk/lock.h"
#include "firmware/app/desk/strip.h"
#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/text/labels.h"

namespace tertulia {
namespace {

std::string hint_of(const DeskLock& lock, const Catalogue& words, const Now& now) {
  if (lock.waits_until && *lock.waits_until > now.boot) {
    const Milliseconds left = std::chrono::duration_cast<Milliseconds>(*lock.waits_until - now.boot);
    // translators: after too many wrong PINs; {time} is minutes and seconds that run down
    return fill(words.text("Too many wrong tries. Wait {time}."), {{"time", countdown_text(left)}});
  }
  if (lock.was_wrong) return words.text("That is not the PIN. Try again.");
  // translators: the card is a printed sheet that the moderator was given
  return words.text(
      "The PIN stands on the moderator’s card. After five wrong tries this screen waits a minute.");
}

}  // namespace

PinView pin_view(const DeskLock& lock, const DeviceState& device_state, const RoleSettings& settings,
                 const Now& now) {
  const Catalogue& words = device_state.catalogues.of(language_of(device_state, settings));
  const auto pin = settings.pins.find(lock.chosen);
  PinView view;
  view.tongue = tongue_of(words.language());
  // translators: the desk asks for a PIN before it can be used
  view.strip = desk_strip(device_state, settings, words.text("Locked"), now);
  // translators: to the person who sits down at the desk: which role do you have
  view.headline = words.text("Who are you today?");
  view.roles = {{DeskRole::kModerator, words.text("Moderator"), lock.chosen == DeskRole::kModerator},
                // translators: who writes down what a session teaches; the role, not a person
                {DeskRole::kNoteTaker, words.text("Note-taker"), lock.chosen == DeskRole::kNoteTaker}};
  view.hint = hint_of(lock, words, now);
  view.waits = lock.waits_until && *lock.waits_until > now.boot;
  view.tone = view.waits || lock.was_wrong ? Tone::kRed : Tone::kCalm;
  view.typed = static_cast<int>(lock.typed.size());
  if (pin != settings.pins.end()) view.digits = pin->second.digits;
  view.pad = digit_pad();
  return view;
}

}  // namespace tertulia
