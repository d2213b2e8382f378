// SPDX-License-Identifier: Apache-2.0
// The main loop: one Window, one role a screen. Waits in Window::wait, turns touches into intents and intents
// into effects, and paints what changed. Main thread only.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/app/desk/moderator.h"
#include "firmware/app/kiosk/kiosk.h"
#include "firmware/app/loop/blanking.h"
#include "firmware/app/loop/hub_commands.h"
#include "firmware/app/state/device_state.h"
#include "firmware/app/status/status.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/device.h"
#include "firmware/ports/painter.h"
#include "firmware/ports/voice.h"
#include "firmware/ports/window.h"

namespace tertulia {

struct LoopPorts {  // all must outlive the loop
  Window& window;
  Painter& painter;
  Clock& clock;
  Device& device;
  Voice* voice = nullptr;  // null: nobody asked for spoken prompts
};

struct LoopBoxes {  // all must outlive the loop
  MainBox& in;
  KeeperBox& keeper;
  CourierBox& courier;
  ExporterBox& exporter;
};

class Loop {
 public:
  // roles[i] is shown on window.screens()[i].
  Loop(DeviceState device_state, std::vector<RoleSettings> roles, const LoopPorts& ports,
       const LoopBoxes& boxes);

  // Until the window says Quit, the hub wants a restart or has taken the device in. Errors: the window cannot
  // show pictures any more.
  [[nodiscard]] Result<Ending> run();

  // Shows every screen as it is now, without waiting.
  [[nodiscard]] Outcome paint();

  // One turn: waits, then handles everything that is there. False at the end. For tests and for run().
  [[nodiscard]] Result<bool> turn();

  // Called after each picture that changed something: (screen, what it shows, picture). For screenshots and
  // lists of what a robot can touch and read.
  using Observer = std::function<void(int, const View&, const Painted&)>;
  void observe(Observer observer) { observer_ = std::move(observer); }

  [[nodiscard]] const DeviceState& device_state() const { return device_state_; }
  // Pictures that had any damage, of all screens, since the start.
  [[nodiscard]] std::uint64_t pictures() const { return pictures_; }

 private:
  struct Place {  // a screen and the role on it
    int screen = 0;
    RoleSettings settings;
    Kiosk kiosk;                 // of a kiosk
    Moderator moderator;         // of a moderator
    std::optional<View> shown;   // as last painted; none: the glass must be painted anyway
    std::vector<Touch> touches;  // not yet given to the painter
    bool held = false;           // a finger is on the glass
    Blanking rest;
    std::optional<BootTime> status_until;  // it shows the status of the device
    std::optional<BootTime> next_frame;    // the painter wants to be called again
  };

  [[nodiscard]] std::optional<BootTime> next_wake(const Now& now) const;
  [[nodiscard]] BootTime next_change_of(const Place& place, const Now& now) const;
  void take(const WindowEvent& event, const Now& now);
  void take(const Touch& touch, const Now& now);
  void take(const ToMain& message, const Now& now);
  void take(const to_main::LinkChanged& change, const Now& now);
  void take(const HubCommand& command, const Now& now);
  void note(const StoreCounts& counts, const Now& now);
  void note_problem(const std::string& problem, const Now& now);
  [[nodiscard]] bool shows_status() const;
  void pass_time(const Now& now);
  void report_health(const Now& now);
  void watch_status(const Now& now);
  [[nodiscard]] bool somebody_answers() const;
  void stir_if_needed(Place& place, const Now& now) const;
  [[nodiscard]] Outcome switch_power(Place& place, const Now& now);
  [[nodiscard]] Outcome show(Place& place, const Now& now);
  void carry_out(Place& place, const Intent& intent, const Now& now);
  void carry_out(const Effects& effects, const Now& now);
  void become(Place& place, KioskChange change, const Now& now);
  void hush() const;
  void set_timer(const std::string& room, const TimerChange& change, const Now& now);
  [[nodiscard]] View view_of(const Place& place, const Now& now) const;
  [[nodiscard]] KioskContext context_of(const Place& place, const Now& now) const;

  DeviceState device_state_;
  std::vector<Place> places_;
  LoopPorts ports_;
  LoopBoxes boxes_;
  Observer observer_;
  std::uint64_t pictures_ = 0;
  BootTime health_due_{};  // at the start, and from then on
  StatusWatch status_watch_;
  bool is_admitted_ = false;  // restarts when nobody stands at a kiosk
  std::optional<Ending> ending_;
};

}  // namespace tertulia
