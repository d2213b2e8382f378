// SPDX-License-Identifier: Apache-2.0
// Asks the hub's database for reports, while the writer writes. Owns a read-only connection; one thread.
// Answers that wait to be mixed (hub/store/mixing.h) are opened in memory and counted like the others. Where
// only another user or machine has the key, they count as answers on their way.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "firmware/domain/closing_slip.h"
#include "firmware/domain/result.h"
#include "firmware/domain/submission.h"
#include "firmware/domain/time.h"
#include "firmware/domain/visit.h"
#include "hub/store/sql.h"
#include "hub/store/waiting.h"

namespace tertulia::hub {

// Answers are shown in blocks, see releases.h.
enum class BlockKind {
  kSession,
  kTogether,  // of several sessions
  kRoom       // of a session, cut by a device
};
struct BlockName {
  std::uint64_t number = 0;  // 1, 2, 3... for each kind, form and session, or form; 0: in no block yet
  BlockKind kind = BlockKind::kSession;
  friend auto operator<=>(const BlockName&, const BlockName&) = default;
};

// The block that a device has cut, in which the answer is: see room_blocks.h. It is told with all of that
// block or never.
struct RoomBlock {
  std::uint64_t number = 0;  // 0: in none; else counted through all of them, anew by each reader
  std::uint64_t size = 0;    // so many answers the block has, here or still on their way
  friend bool operator==(const RoomBlock&, const RoomBlock&) = default;
};

// What a report may know of a submission.
struct Given {
  std::string session;  // empty: between sessions
  std::string form;
  std::string form_hash;  // names the version of the form that asked
  Answers answers;
  std::uint64_t threshold = kLeastThreshold;  // answers are shown from this many on: what the visit pack says
  std::string programme = {};
  std::string id = {};
  WallTime begin = {};  // of the session, as the device rounded it
  BlockName block = {};
  RoomBlock room_block = {};
};

// How far the sessions and the devices are.
struct Progress {
  WallTime now = {};
  std::map<std::pair<std::string, std::string>, WallTime> ends = {};  // by programme and session, where known
  std::set<std::string> incomplete = {};                              // programmes with answers on their way
  // When devices that are not connected were heard last, by programme; of programmes in which devices cut
  // blocks.
  std::map<std::string, std::vector<WallTime>> silent_since = {};
};

struct DeviceLine {
  std::string programme;
  std::string device;
  std::string presence;  // "ready", "sleeping", "disconnected", "lost", or empty: it never said
  std::string last_seen;
  std::uint64_t held = 0;     // rows of all epochs
  std::uint64_t missing = 0;  // row numbers below the highest that the hub does not hold
  std::uint64_t pending = 0;  // as the device said last: rows that wait there
  std::string clock_quality;
  std::string over_budget = {};  // since when and why the hub leaves out messages of it; empty: never
};

// Messages in the quarantine.
struct SetAside {
  std::uint64_t rows = 0;
  bool is_answer = false;
  std::string room;  // of answers, where they can be read
  std::string form;
  friend bool operator==(const SetAside&, const SetAside&) = default;
};

class Reader {
 public:
  [[nodiscard]] static Result<Reader> open(const std::string& name);

  [[nodiscard]] Result<std::vector<Given>> submitted() const;  // without abandoned ones
  [[nodiscard]] Result<Progress> progress(WallTime now) const;
  // The closing slip of each room, for comparison with the devices of that room. Everything that the hub
  // holds is receipted.
  [[nodiscard]] Result<std::vector<ClosingSlip>> slips() const;
  // All that are held, in every state, also those that wait, each once. Without those whose key was lost.
  // Where two hubs write one database, an answer that came to both counts twice until it is mixed.
  [[nodiscard]] Result<std::uint64_t> submission_count() const;
  // Without what is in the table of answers already.
  [[nodiscard]] Result<Waiting> waiting() const;
  // What is set aside and not counted, in groups: answers by room and form, then everything else.
  [[nodiscard]] Result<std::vector<SetAside>> set_aside() const;
  [[nodiscard]] Result<std::vector<DeviceLine>> devices() const;

 private:
  Reader(std::unique_ptr<Sql> sql, MixingKeyFile keys) : sql_(std::move(sql)), keys_(std::move(keys)) {}

  std::unique_ptr<Sql> sql_;
  MixingKeyFile keys_;
};

// Puts the answers that may be shown from now on into blocks and stores which are in which, in one
// transaction. Where nothing is new it only reads. Errors: the database refuses to be written.
[[nodiscard]] Outcome release_answers(const std::string& database, WallTime now);

}  // namespace tertulia::hub
