// SPDX-License-Identifier: Apache-2.0
// What the devices of a room know together. Each device holds a copy; words travel between them in any order
// and any number of times, and merge() is the one place where a copy changes. Pure.
//
// Everything is said as it may leave the device: sessions by slug, the timer as a PublicTimer. What belongs
// to a closed session is kept apart and goes to the devices of its venue only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "firmware/domain/public.h"
#include "firmware/domain/room/balance.h"
#include "firmware/domain/room/floor.h"
#include "firmware/domain/room/next_session.h"
#include "firmware/domain/room/notes.h"
#include "firmware/domain/room/plan.h"
#include "firmware/domain/room/register.h"
#include "firmware/domain/room/results_share.h"
#include "firmware/domain/room/shares.h"
#include "firmware/domain/room/shown.h"

namespace tertulia {

[[nodiscard]] BootTime anchor_of(const PublicTimer& timer);
[[nodiscard]] bool is_running(const PublicTimer& timer);
[[nodiscard]] PublicTimer reanchored(const PublicTimer& timer, const Transit& transit, const Now& now);

// In the order of Word.
enum class RoomValue { kTimer, kPlan, kShown, kBalance, kVerdicts, kNext, kFloor, kNotes, kResults };
// The name in topics and in the store: "timer", "floor-state".
[[nodiscard]] std::string_view to_text(RoomValue value);
[[nodiscard]] Result<RoomValue> room_value_from(std::string_view text);

using Word = std::variant<Register<PublicTimer>, Register<Plan>, Register<ShownNow>, Register<Balance>,
                          Register<Verdicts>, Register<NextSession>, Register<FloorShare>,
                          Register<NoteShare>, Register<ResultsShare>>;

struct RoomWords {
  Register<PublicTimer> timer;
  Register<Plan> plan;
  Register<ShownNow> shown;
  Register<Balance> balance;
  Register<Verdicts> verdicts;
  Register<NextSession> next;
  Shares<FloorShare> floor;
  Shares<NoteShare> notes;
  Shares<ResultsShare> results;  // of open sessions: a kiosk asks nothing about a closed one

  friend bool operator==(const RoomWords&, const RoomWords&) = default;
};

// One word, and where it belongs in the state.
struct RoomWord {
  Word word;
  std::string device;      // whose share it is; empty for a register
  bool is_closed = false;  // it belongs to a closed session

  [[nodiscard]] RoomValue value() const { return static_cast<RoomValue>(word.index()); }
  [[nodiscard]] const Rank& rank() const;
  [[nodiscard]] const std::string& session() const;
  [[nodiscard]] bool is_running() const;  // a time in it runs
  friend bool operator==(const RoomWord&, const RoomWord&) = default;
};

// The newer of an open and a closed word is what holds in the room.
struct RoomState {
  RoomWords open;
  RoomWords closed;

  [[nodiscard]] const Register<PublicTimer>& timer() const;
  [[nodiscard]] const Register<Plan>& plan() const;
  [[nodiscard]] const Register<ShownNow>& shown() const;
  [[nodiscard]] const Register<Balance>& balance() const;
  [[nodiscard]] const Register<Verdicts>& verdicts() const;
  [[nodiscard]] const Register<NextSession>& next() const;
  // The room's lists, of one session (its slug) or of all.
  [[nodiscard]] std::vector<FloorItem> floor(std::string_view session = {}) const;
  [[nodiscard]] std::vector<NoteItem> notes(std::string_view session = {}) const;

  friend bool operator==(const RoomState&, const RoomState&) = default;
};

using RoomStates = std::map<std::string, RoomState>;  // by room

// Takes in a word that is anchored on this device's boot clock. The result does not depend on the order of
// words, and a word that comes twice changes nothing.
Merge merge(RoomState& state, const RoomWord& word);

// Takes a word in place of what is held, whatever that is.
void put(RoomState& state, const RoomWord& word);

// The word on this device's boot clock.
[[nodiscard]] RoomWord reanchored(const RoomWord& word, const Transit& transit, const Now& now);

// After a restart of the device. In the same boot the word stays as it was. Else a running time is this
// device's guess (see restore() for the timer); what else ran has stopped.
[[nodiscard]] RoomWord restored(const RoomWord& stored, const Now& now);

// Every word that the state holds.
[[nodiscard]] std::vector<RoomWord> words_of(const RoomState& state);
// The word that stands where `word` belongs; an empty register when there is none.
[[nodiscard]] RoomWord held(const RoomState& state, const RoomWord& word);

// What `device` says next. `session` is what it belongs to, null: the room. Merge it, store it, say it.
[[nodiscard]] RoomWord say_timer(const RoomState& state, PublicTimer timer, const std::string& device);
[[nodiscard]] RoomWord say(const RoomState& state, Plan plan, const std::string& device);
[[nodiscard]] RoomWord say(const RoomState& state, ShownNow shown, const std::string& device,
                           const PublicSession* session);
[[nodiscard]] RoomWord say(const RoomState& state, Balance balance, const std::string& device,
                           const PublicSession* session);
[[nodiscard]] RoomWord say(const RoomState& state, Verdicts verdicts, const std::string& device,
                           const PublicSession* session);
[[nodiscard]] RoomWord say(const RoomState& state, NextSession next, const std::string& device);
// Of the device's own share: what it holds now.
[[nodiscard]] RoomWord say(const RoomState& state, FloorShare share, const std::string& device,
                           const PublicSession* session);
[[nodiscard]] RoomWord say(const RoomState& state, NoteShare share, const std::string& device,
                           const PublicSession* session);
[[nodiscard]] RoomWord say(const RoomState& state, ResultsShare share, const std::string& device);
// A note that `device` wrote, corrected, moved or removed, whoever wrote it first.
[[nodiscard]] RoomWord say_note(const RoomState& state, const std::string& id, const RoomNote& note,
                                const std::string& device, const PublicSession* session);

// The word of `device` that hears its own share again, and did not hold all of it. See reunited().
[[nodiscard]] RoomWord reunited(const RoomWord& own, const RoomWord& heard);

// The closed sessions of which something is still held, by slug; without a balance that is kept on purpose.
[[nodiscard]] std::set<std::string> closed_sessions(const RoomState& state);

// What `device` says when the closed session `slug` is over: words without content in place of what belongs
// to it, and as open words what may leave the room. Each owner erases its own shares. One device erases all:
// the registers, and the shares of owners that are away.
enum class Erases { kOwnShares, kAll };
[[nodiscard]] std::vector<RoomWord> erase_closed(const RoomState& state, const std::string& slug,
                                                 const std::string& device, Erases erases);

}  // namespace tertulia
