// SPDX-License-Identifier: Apache-2.0
// The state that all roles of one device share, and the effects that a role may ask for. Main thread only.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "firmware/app/state/messages.h"
#include "firmware/app/state/pack_update.h"
#include "firmware/app/state/prompt.h"
#include "firmware/domain/catalogue.h"
#include "firmware/domain/qr_code.h"
#include "firmware/domain/room/room_state.h"
#include "firmware/domain/visit.h"
#include "firmware/ports/device.h"
#include "firmware/ports/pin_checker.h"
#include "firmware/ports/views/desk.h"

namespace tertulia {

// An announcement of the hub to the people in the rooms of this device.
struct Announcement {
  LocalizedText text;
  BootTime until{};
};

// The link status: how the device stands with broker and hub.
struct LinkStatus {
  Link link = Link::kNotConfigured;
  LinkProblem problem = LinkProblem::kNone;
  std::optional<TlsFailure> tls = {};  // with kUntrusted: who answered, and what was wrong with it
};

// The last error.
struct LastError {
  WallTime when;
  std::string detail;                     // the sentence of a library or the system
  std::optional<LinkStatus> link_status;  // none: an error of the storage, or of what the sentence names
  bool names_its_subject = false;         // the sentence says by itself what it is about
};

// The enrolment request that a device shows.
struct Enrolment {
  QrCode request;
  std::string code;
  std::string asks = {};  // what the code covers: "kiosk-1: kiosk, room"
};

// Whether the answers of a person whom a restart interrupted are saved.
enum class SaveResult { kSaved, kNotSaved };

// How this device stands in a room.
struct RoomLink {
  wire::Step step = wire::Step::kOwnPlan;
  int screens_in_step = 0;                // of other devices, that count what this one counts
  bool leads = false;                     // this device lets time act on the timer
  std::set<std::string> desk_packs = {};  // versions of the packs that desks of other devices show there
  friend bool operator==(const RoomLink&, const RoomLink&) = default;
};

struct DeviceState {
  VisitPack pack;
  Catalogues catalogues;
  std::map<std::string, RoomState> rooms = {};  // what the devices of each room know together
  // By room: the timer of its state, with this agenda's own ids; none: no timer was ever loaded there.
  std::map<std::string, Timer> timers = {};
  std::map<std::string, RoomLink> room_links = {};
  std::set<std::string> desks = {};  // rooms of which a screen of this device is the desk
  std::optional<Agenda> today = {};  // the agenda with what moderators have changed; none: nothing
  std::map<std::string, Session> gone =
      {};  // by room: a session whose timer goes on after it left the agenda
  std::string device;
  std::string epoch = {};  // of its store
  Link link = Link::kNotConfigured;
  LinkProblem problem = LinkProblem::kNone;
  std::optional<TlsFailure> tls = {};  // see LinkStatus
  std::string link_detail;
  StoreCounts counts;
  std::string store_problem;  // a sentence; empty when all is well
  // Why nothing can be stored since the start, a sentence; empty: the store is open. Kiosks take no answers.
  std::string store_closed = {};
  std::optional<Announcement> announcement = {};
  std::optional<BootTime> identify_until = {};   // until then every screen shows the name of the device
  std::string version = {};                      // of the program
  std::optional<StoreInventory> inventory = {};  // as last counted; none: not yet
  std::optional<DeviceHealth> health = {};       // as last asked
  std::optional<LastError> last_error = {};
  std::optional<Enrolment> enrolment = {};       // none: enrolled, or without a broker
  std::vector<Interrupted> interrupted = {};     // set at the start
  std::set<int> dirty_screens = {};              // on which something lies that is no finger
  std::optional<PackProblem> pack_problem = {};  // none: the pack that is shown is the one on the disk
  std::optional<PackUpdate> update = {};         // none: the pack on the disk is shown, or is wrong
  std::string hub_address = {};                  // of its pages for visitors; empty: none
  std::optional<QrCode> day_code = {};           // today's agenda, or the address of the hub; none: not yet
};

enum class Role { kKiosk, kRoom, kDoor, kModerator };
[[nodiscard]] std::string_view to_text(Role role);
[[nodiscard]] Result<Role> role_from(std::string_view text);

enum class Abandoned { kKeep, kDrop };

// About which session a kiosk asks: the one that has just ended, or the one that runs, and the visit's own
// questionnaire at any other time.
enum class KioskAsks { kEnded, kAlways };

struct RoleSettings {
  Role role = Role::kKiosk;
  std::string room;
  Language language;  // empty: the visit's default
  std::chrono::seconds idle{45};
  std::chrono::seconds still_there{10};  // how long "Still there?" waits
  std::chrono::seconds thanks{6};
  std::vector<Language> offered;  // languages to choose from; empty: all of the visit
  Abandoned abandoned = Abandoned::kKeep;
  bool large_targets = false;
  std::chrono::minutes blank_after{0};  // when nobody needs the screen; 0: never
  bool spoken_prompts = false;
  KioskAsks asks = KioskAsks::kAlways;
  std::chrono::minutes asks_for{20};    // after the end of a session
  std::vector<std::string> forms = {};  // of a kiosk: see offered_forms()
  bool dims_at_night = false;
  bool chimes = false;     // of a room display: the device rings for its room
  bool shows_day = false;  // of a room display: what is where in all rooms, not what goes on in one
  std::map<DeskRole, Pin> pins = {};    // of the desk; empty: it is open to everybody
  std::chrono::minutes lock_after{15};  // without a touch; 0: never
};

// What this device says in a room.
struct RoomSaying {
  std::string room;
  RoomWord word;
};

// What people at a kiosk add to the questions from the floor.
struct FloorWords {
  std::map<std::string, FloorQuestion> asked;  // by a random id
  std::vector<std::string> supported;          // ids; one more hand for each

  [[nodiscard]] bool empty() const { return asked.empty() && supported.empty(); }
};

// What this device did with a word that somebody here says to the room.
enum class Taken {
  kYes,      // it is kept here, and said again until the other devices have it
  kFull,     // it does not fit into the list of this device
  kTooSoon,  // too much came from one kiosk a moment ago
  kNotSaved  // the storage does not keep up
};

// The effects of an intent or an event, besides the new state. The loop carries them out in this order.
struct Effects {
  std::vector<ToKeeper> keeper;
  std::vector<ToCourier> courier;
  bool forget = false;             // the painter must forget the respondent
  std::optional<Prompt> say = {};  // to be read aloud, until the next touch
  FloorWords floor = {};           // of the panel's room
  std::vector<RoomSaying> rooms = {};
};

[[nodiscard]] const Language& language_of(const DeviceState& device_state, const RoleSettings& settings);

}  // namespace tertulia
