// SPDX-License-Identifier: Apache-2.0
// What all roles of one device know in common, and what a role may ask for. Main thread only.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "firmware/app/state/messages.h"
#include "firmware/app/state/prompt.h"
#include "firmware/domain/catalogue.h"
#include "firmware/domain/qr_code.h"
#include "firmware/domain/visit.h"
#include "firmware/ports/device.h"

namespace tertulia {

// What the hub has told all who are in the rooms of this device.
struct Announcement {
  LocalizedText text;
  BootTime until{};
};

// How the device stands with broker and hub.
struct LinkStatus {
  Link link = Link::kNotConfigured;
  LinkProblem problem = LinkProblem::kNone;
};

// The last thing that went wrong.
struct LastError {
  WallTime when;
  std::string detail;                     // as a library or the system said it
  std::optional<LinkStatus> link_status;  // of the network; none: the storage
};

// What a device shows of itself so that the hub takes it in.
struct Enrolment {
  QrCode request;
  std::string code;
};

// The answers of somebody who stood there when the device went down.
enum class SaveResult { kSaved, kNotSaved };
struct Interrupted {
  Language language;
  SaveResult save_result = SaveResult::kNotSaved;
};

struct DeviceState {
  VisitPack pack;
  Catalogues catalogues;
  std::map<std::string, Timer> timers;  // by room; none: nothing was ever loaded there
  std::string device;
  Link link = Link::kNotConfigured;
  LinkProblem problem = LinkProblem::kNone;
  std::string link_detail;
  StoreCounts counts;
  std::string store_problem;  // a sentence; empty when all is well
  std::optional<Announcement> announcement = {};
  std::optional<BootTime> identify_until = {};   // every screen shows the name of the device
  std::string version = {};                      // of the program
  std::optional<StoreInventory> inventory = {};  // as last counted; none: not yet
  std::optional<DeviceHealth> health = {};       // as last asked
  std::optional<LastError> last_error = {};
  std::optional<Enrolment> enrolment = {};              // none: enrolled, or on its own
  std::map<std::string, Interrupted> interrupted = {};  // by room, at the start
};

enum class Role { kKiosk, kRoom, kDoor, kModerator };
[[nodiscard]] std::string_view to_text(Role role);
[[nodiscard]] Result<Role> role_from(std::string_view text);

enum class Abandoned { kKeep, kDrop };

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
  std::chrono::minutes blank_after{0};  // without anything to do; 0: never
  bool spoken_prompts = false;
};

// What follows from an intent or an event, besides the new state. The loop carries it out in this order.
struct Effects {
  std::vector<ToKeeper> keeper;
  std::vector<ToCourier> courier;
  bool forget = false;             // the glass must forget the respondent
  std::optional<Prompt> say = {};  // aloud; whatever is being said ends with the next touch
};

[[nodiscard]] const Language& language_of(const DeviceState& device_state, const RoleSettings& settings);

}  // namespace tertulia
