// SPDX-License-Identifier: Apache-2.0
// What a kiosk offers beside its questionnaire: a menu, the questions from the floor, the programme of the
// day. Pure.
#pragma once

#include <string>
#include <vector>

#include "firmware/app/kiosk/kiosk.h"
#include "firmware/ports/views.h"

namespace tertulia {

// Letters; a room has to read it at once.
inline constexpr std::size_t kLongestFloorQuestion = 200;
// Bytes of it, as JSON: for that many letters of any script, and few enough that one question does not fill
// the list of a device.
inline constexpr std::size_t kMostFloorBytes = 1'024;

// To choose from, as the settings of the screen or the visit say.
[[nodiscard]] std::vector<LanguageButton> language_buttons(const KioskContext& context,
                                                           const Language& chosen);

// In the order of the menu. The programme is always there.
[[nodiscard]] std::vector<MenuItem> menu_items(const KioskContext& context, const Catalogue& words);

// What stands on the glass while nobody answers and there is nothing to ask about: the menu, or the programme
// where that is all.
[[nodiscard]] View offer_view(const kiosk::Attract& state, const KioskContext& context);
[[nodiscard]] View offer_view(const kiosk::Offer& state, const KioskContext& context);
[[nodiscard]] View own_question_view(const kiosk::OwnQuestion& state, const KioskContext& context);

// Whether this device takes a further question to the room; see is_full().
[[nodiscard]] bool can_ask(const KioskContext& context);

// Slug of the session whose people may be asked something now; empty: none.
[[nodiscard]] std::string asked_on_floor(const KioskContext& context);
// Whether a desk of this room sees what is asked here at once.
[[nodiscard]] bool hears_desk(const KioskContext& context);
// What leaves the kiosk when a person asks the room.
[[nodiscard]] FloorQuestion question_to_room(const std::string& text, const Language& language,
                                             const KioskContext& context);

// Why the last answers are or are not saved, after a restart.
[[nodiscard]] Notice notice_of(SaveResult save_result, const Catalogue& words);

}  // namespace tertulia
