// SPDX-License-Identifier: Apache-2.0
// The state that all roles of one device share, and the effects that a role may ask for. Main thread only.
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

// An announcement of the hub to the people in the rooms of this device.
struct Announcement {
  LocalizedText text;
  BootTime until{};
};

// The link status: how the device stands with broker and hub.
struct LinkStatus {
  Link link = Link::kNotConfigured;
  LinkProblem problem = LinkProblem::kNone;
};

// The last error.
struct LastError {
  WallTime when;
  std::string detail;                     // the sentence of a library or the system
  std::optional<LinkStatus> link_status;  // none: an error of the storage
};

// The enrolment request that a device shows.
struct Enrolment {
  QrCode request;
  std::string code;
};

// Whether the answers of a person whom a restart interrupted are saved.
enum class SaveResult { kSaved, kNotSaved };
struct Interrupted {
  Language language;
  SaveResult save_result = SaveResult::kNotSaved;
};

struct DeviceState {
  VisitPack pack;
  Catalogues catalogues;
  std::map<std::string, Timer> timers;  // by room; none: no timer was ever loaded there
  std::string device;
  Link link = Link::kNotConfigured;
  LinkProblem problem = LinkProblem::kNone;
  std::string link_detail;
  StoreCounts counts;
  std::string store_problem;  // a sentence; empty when all is well
  std::optional<Announcement> announcement = {};
  std::optional<BootTime> identify_until = {};   // until then every screen shows the name of the device
  std::string version = {};                      // of the program
  std::optional<StoreInventory> inventory = {};  // as last counted; none: not yet
  std::optional<DeviceHealth> health = {};       // as last asked
  std::optional<LastError> last_error = {};
  std::optional<Enrolment> enrolment = {};              // none: enrolled, or without a broker
  std::map<std::string, Interrupted> interrupted = {};  // by room; set at the start
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
  std::chrono::minutes blank_after{0};  // when nobody needs the screen; 0: never
  bool spoken_prompts = false;
};

// The effects of an intent or an event, besides the new state. The loop carries them out in this order.
struct Effects {
  std::vector<ToKeeper> keeper;
  std::vector<ToCourier> courier;
  bool forget = false;             // the painter must forget the respondent
  std::optional<Prompt> say = {};  // to be read aloud, until the next touch
};

[[nodiscard]] const Language& language_of(const DeviceState& device_state, const RoleSettings& settings);

}  // namespace tertulia
