// SPDX-License-Identifier: Apache-2.0
// A panel: one screen of this device and the role that it plays. Also says when a panel goes dark and what
// wakes it; those functions are pure. Main thread only.
//
// - A sign (room display, door sign, desk) stays lit during a session and for half an hour before the next.
// - A kiosk stays lit while somebody answers.
// - A touch wakes a dark panel, or one that is dim for the night, and does nothing else: no button is pressed
//   by it, nor by the next one for a moment. Who wakes a screen taps again before it is lit.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "firmware/app/desk/moderator.h"
#include "firmware/app/kiosk/floor_rate.h"
#include "firmware/app/kiosk/kiosk.h"
#include "firmware/app/room/room_now.h"
#include "firmware/domain/numbers/flags.h"
#include "firmware/ports/views.h"
#include "firmware/ports/window.h"

namespace tertulia {

struct Blanking {
  BootTime last_use{};          // when the panel was last touched, steered or needed
  Power power = Power::kOn;     // what the window was last told
  bool is_dim = false;          // it shows the night, see night.h
  bool swallows_touch = false;  // a finger that counts for nothing is still down
  BootTime wakes_until{};       // fingers that come before count for nothing
};

// Somebody has left the kiosk. The letter goes to the keeper until it is noted.
struct Leaving {
  SubmissionId id;
  ToKeeper letter;
  bool is_refused = false;
  std::optional<BootTime> again = {};  // when it goes once more
};

struct Panel {
  int screen = 0;  // index in Window::screens()
  RoleSettings settings;
  Kiosk kiosk;                                         // state of the role kiosk
  std::optional<Leaving> leaving = {};                 // of the role kiosk
  FloorRate floor_rate = {};                           // of the role kiosk
  std::map<std::string, numbers::Watch> watches = {};  // of the role kiosk: by session, how forms came
  Moderator moderator;         // state of the role moderator; on others, of who sets the clock
  std::optional<View> shown;   // as last painted; none: the whole screen must be painted again
  std::vector<Touch> touches;  // not yet given to the painter
  bool is_held = false;        // a finger is on the screen
  Blanking blanking;
  std::optional<BootTime> status_until;  // set while the panel shows the status of the device
  std::optional<BootTime> next_frame;    // when the painter wants to be called again
};

// Whether the keeper is told with this letter that somebody has left, and of which submission.
[[nodiscard]] std::optional<SubmissionId> leaves_with(const ToKeeper& letter);

// How long after the store has refused it is asked again whether it notes that somebody has left.
inline constexpr BootTime kAsksAgain = std::chrono::seconds(3);

// Whether somebody sets the clock there from the status, on a panel without a desk.
[[nodiscard]] bool sets_clock(const Panel& panel);

// How long a panel that was dark takes no touches.
inline constexpr BootTime kWaking = std::chrono::milliseconds(800);
// How long a panel stays lit at night after it was touched or steered.
inline constexpr BootTime kLitAtNight = std::chrono::minutes(10);

// Whether somebody has to be able to read a sign of this room now, or is using this kiosk.
[[nodiscard]] bool is_needed(const RoomNow& room, WallTime now);
[[nodiscard]] bool is_needed(const Kiosk& kiosk);

// What the power of a panel should be. `blank_after` 0: always on.
[[nodiscard]] Power power_at(const Blanking& blanking, std::chrono::minutes blank_after, BootTime now);
// When power_at() turns to kOff if nobody uses the panel; none: never.
[[nodiscard]] std::optional<BootTime> darkens_at(const Blanking& blanking, std::chrono::minutes blank_after);

// What a touch does to a panel's blanking. A swallowed touch is not passed to the screen.
struct WakeResult {
  Blanking blanking;
  bool is_swallowed = false;
};
[[nodiscard]] WakeResult wake(Blanking blanking, const Touch& touch, BootTime now);

}  // namespace tertulia
