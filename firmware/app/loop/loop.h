// SPDX-License-Identifier: Apache-2.0
// The main loop. One Window drives one or several screens; each screen plays one role. A turn of the loop
//
// 1. paints the screens that changed and carries out what people touched,
// 2. sleeps in Window::wait() until a touch, a message of another thread, or the next visible change,
// 3. handles what came in, and lets time do its part.
//
// Main thread only. The sources: loop.cpp (turns and time), loop_events.cpp (what comes in),
// loop_screens.cpp (what goes to the screens, and what a touch there leads to), loop_rooms.cpp (rooms, and
// the visit pack that they follow), loop_results.cpp (what the room answered), loop_chimes.cpp (chimes).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "firmware/app/desk/closed_sessions.h"
#include "firmware/app/loop/hub_commands.h"
#include "firmware/app/loop/panel.h"
#include "firmware/app/room/chime.h"
#include "firmware/app/state/device_state.h"
#include "firmware/app/status/status.h"
#include "firmware/ports/clock.h"
#include "firmware/ports/device.h"
#include "firmware/ports/form_run.h"
#include "firmware/ports/painter.h"
#include "firmware/ports/pin_checker.h"
#include "firmware/ports/voice.h"
#include "firmware/ports/window.h"

namespace tertulia {

struct LoopPorts {  // all must outlive the loop
  Window& window;
  Painter& painter;
  Clock& clock;
  Device& device;
  Voice* voice = nullptr;  // null: nothing is read aloud
  // Makes the QR code of a text; none: no code is shown.
  std::function<Result<QrCode>(const std::string&)> make_code = nullptr;
  PinChecker* pins = nullptr;   // null: no PIN is the right one
  Chime* chime = nullptr;       // null: nothing rings
  FormRunner* forms = nullptr;  // null: forms run without their logic
  Sealer* sealer = nullptr;     // null: no contact can be left
};

struct LoopBoxes {  // all must outlive the loop
  MainBox& in;
  KeeperBox& keeper;
  CourierBox& courier;
  ExporterBox& exporter;
};

// Why the loop ended: the window was closed, the program has to be started again, or the screens have to be
// opened anew for another visit pack.
enum class Ending { kClosed, kRestart, kNewPack };

class Loop {
 public:
  // roles[i] plays on window.screens()[i].
  Loop(DeviceState device_state, std::vector<RoleSettings> roles, const LoopPorts& ports,
       const LoopBoxes& boxes);

  // Returns when the window says Quit, or when a restart that somebody asked for begins.
  // Errors: the window can show nothing any more.
  [[nodiscard]] Result<Ending> run();

  // Paints every screen as it is now, without waiting.
  [[nodiscard]] Outcome paint();

  // One turn of the loop; false after the last. For run() and for tests.
  [[nodiscard]] Result<bool> turn();

  // Called after each picture that changed something: (screen, what it shows, picture). For screenshots, and
  // for robots that read and touch the screens.
  using Observer = std::function<void(int, const View&, const Painted&)>;
  void observe(Observer observer) { observer_ = std::move(observer); }

  [[nodiscard]] const DeviceState& device_state() const { return device_state_; }
  // How many pictures had any damage, on all screens, since the start.
  [[nodiscard]] std::uint64_t pictures() const { return pictures_; }

 private:
  // A restart that the hub, an enrolment or a visit pack asked for. It waits while somebody answers at a
  // kiosk.
  struct PendingRestart {
    BootTime latest{};                 // when it begins although somebody answers
    std::vector<HubCommand> commands;  // those that asked for it; each gets its reply as the restart begins
    Ending ending = Ending::kNewPack;
  };

  // What decides whether answers have to be counted again.
  struct CountedLast {
    Rank shown;
    std::uint64_t submitted = 0;
    bool is_asked = false;
    bool runs = false;  // the session
    bool is_hub_here = false;
    std::string pack;  // its version
    friend bool operator==(const CountedLast&, const CountedLast&) = default;
  };
  struct Counted {
    CountedLast last;
    std::optional<BootTime> again = {};  // the store refused: it is asked again then
  };

  // Turns and time.
  [[nodiscard]] std::optional<BootTime> next_wake(const Now& now) const;
  [[nodiscard]] BootTime next_change_of(const Panel& panel, const Now& now) const;
  void pass_time(const Now& now);
  void pass_time(Panel& panel, const Now& now);
  void report_health(const Now& now);
  void renew_day_code(const Now& now);
  void watch_status(const Now& now);
  [[nodiscard]] bool shows_status() const;
  [[nodiscard]] bool somebody_answers() const;
  PendingRestart& want_restart(Ending ending, const Now& now);
  void restart_if_due(const Now& now);

  // What comes in. handle() gives each alternative of a message to its take(): one that has none does not
  // compile.
  void handle(const WindowEvent& event, const Now& now);
  void take(const Touch& touch, const Now& now);
  void take(const window_event::Resized& resized, const Now& now);
  void take(const window_event::Exposed& exposed, const Now& now);
  void take(const window_event::Dirt& dirt, const Now& now);
  void take(const window_event::Quit& quit, const Now& now);
  void take(const window_event::Woken& woken, const Now& now);
  void handle(const ToMain& message, const Now& now);
  void take(const to_main::SubmissionClosed& closed, const Now& now);
  void take(const to_main::ContactKept& kept, const Now& now);
  void take(const to_main::Left& left, const Now& now);
  void take(const to_main::NotBegun& refused, const Now& now);
  void take(const to_main::CountsChanged& changed, const Now& now);
  void take(const to_main::InventoryCounted& counted, const Now& now);
  void take(const to_main::ResultsCounted& counted, const Now& now);
  void take(const to_main::StoreFailed& failed, const Now& now);
  void take(const to_main::LinkChanged& change, const Now& now);
  void take(const to_main::RoomsLinked& linked, const Now& now);
  void take(const to_main::RoomWordTooLarge& letter, const Now& now);
  void take(const to_main::HeardInRoom& letter, const Now& now);
  void take(const to_main::HeardHereInRoom& letter, const Now& now);
  void take(const to_main::CommandArrived& arrived, const Now& now);
  void take(const to_main::Admitted& admitted, const Now& now);
  void take(const to_main::StorageOpened& opened, const Now& now);
  void take(const to_main::ChimeFailed& failed, const Now& now);
  void take(const to_main::PackMended& mended, const Now& now);
  void take(const to_main::PackRead& read, const Now& now);
  void send_reply(const HubCommand& command, CommandReply reply, const Now& now);
  void note(const StoreCounts& counts, const Now& now);
  void note_store_problem(const std::string& problem, const Now& now);

  // Screens.
  [[nodiscard]] Outcome show(Panel& panel, const Now& now);
  [[nodiscard]] Outcome switch_power(Panel& panel, const Now& now);
  [[nodiscard]] View view_of(const Panel& panel, const Now& now) const;
  [[nodiscard]] KioskContext context_of(const Panel& panel, const Now& now) const;
  [[nodiscard]] bool is_in_use(const Panel& panel, const Now& now) const;
  [[nodiscard]] bool is_dim(const Panel& panel, const Now& now) const;
  [[nodiscard]] bool has_something_to_say(const Panel& panel, const Now& now) const;
  void repaint(int screen);
  void carry_out(Panel& panel, const Intent& intent, const Now& now);
  void steer(Panel& panel, const Intent& intent, const Now& now);
  void leave_status(Panel& panel, const Intent& intent, const Now& now);
  void set_clock(Panel& panel, const Intent& intent, const Now& now);
  void carry_out(const Effects& effects, const Now& now);
  void become(Panel& panel, KioskChange change, const Now& now);
  void ask_again(Panel& panel, const Now& now);
  [[nodiscard]] Taken take_floor(Panel& panel, const FloorWords& words, const Now& now);

  // Rooms.
  void open_rooms(const Now& now);
  Taken say(const RoomSaying& saying, const Now& now);
  void pass_room(const std::string& room, const Now& now);
  // False: the storage did not take a word.
  bool carry_out(const std::string& room, RoomActions actions);
  // follow_room() goes before it where a word or the pack has changed.
  void refresh_room(const std::string& room, const Now& now);
  void note_presence(const std::string& room, const Now& now);
  void look_at_results(const Now& now);
  static void watch_hasty(Panel& panel, const SubmissionId& sent);
  void take_update(const Now& now);
  void take_update_if_due(const Now& now);
  void say_version(const Now& now);
  void hush() const;

  // Chimes.
  void open_chimes(const Now& now);
  void look_at_chimes(const Now& now);

  DeviceState device_state_;
  std::vector<Panel> panels_;
  std::map<std::string, RoomRelay> relays_;                // by room
  std::map<std::string, ClosedSessions> closed_sessions_;  // by room
  std::map<std::string, Counted> counted_;                 // by room: of what answers were counted last
  std::map<std::string, ChimeWatch> chimes_;               // by room for which this device rings
  LoopPorts ports_;
  LoopBoxes boxes_;
  Observer observer_;
  std::uint64_t pictures_ = 0;
  BootTime health_due_{};  // the first report goes out at the start
  StatusWatch status_watch_;
  std::string coded_;  // the text of device_state_.day_code
  BootTime code_due_{};
  std::optional<PendingRestart> restart_;
  std::optional<Ending> ending_;
};

}  // namespace tertulia
