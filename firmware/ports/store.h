// SPDX-License-Identifier: Apache-2.0
// Port: what survives a power cut. Owned by the keeper thread, which alone calls it. Every call is one
// transaction, durable (fsync) when it returns without error.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "firmware/domain/ack.h"
#include "firmware/domain/closing_slip.h"
#include "firmware/domain/event.h"
#include "firmware/domain/result.h"
#include "firmware/domain/submission.h"
#include "firmware/domain/time.h"
#include "firmware/domain/timer.h"

namespace tertulia {

// An event on its way to the hub. `body` is the CloudEvent in structured JSON (wire::to_structured); `seq` is
// contiguous per epoch from 1.
struct OutboxRow {
  std::string epoch;
  std::uint64_t seq = 0;
  EventKind kind = EventKind::kHealth;
  std::string event_id;  // `{epoch}-{seq}`, or the submission's own id
  std::string body;
  std::string content;  // of an answer: the SHA-256 that its receipt must name; empty for every other kind
};

struct StoreCounts {
  std::uint64_t submitted = 0;  // submissions closed by "submit", ever, in this database
  std::uint64_t acknowledged =
      0;                      // of those, taken over by the hub; fewer when it was restored from a backup
  std::uint64_t waiting = 0;  // outbox rows of all kinds that the hub has not acknowledged, parked included
  std::uint64_t parked = 0;
  std::uint64_t voices_in_session = 0;  // submissions of the session that the last submit belonged to
  friend bool operator==(const StoreCounts&, const StoreCounts&) = default;
};

// Where the answers are, as the store finds them when it looks: no number follows from another.
struct StoreInventory {
  std::uint64_t submitted = 0;                  // answers, ever
  std::uint64_t receipted = 0;                  // of those, taken over by the hub
  std::uint64_t waiting = 0;                    // answers in the outbox, parked included
  std::map<std::string, std::uint64_t> parked;  // rows of all kinds, by their reason in words
  std::vector<ClosingSlip> slips;               // in the order of the rooms
  std::uint64_t bytes = 0;                      // of the database on the disk; 0 when it lies in memory
  friend bool operator==(const StoreInventory&, const StoreInventory&) = default;
};

// A submission that is stored, and whose giver may not have read so: a restart came between.
struct Unthanked {
  SubmissionId id;
  std::string room;
  Language language;
  friend bool operator==(const Unthanked&, const Unthanked&) = default;
};

inline constexpr const char* kAckMark = "ack";        // number of the last ack
inline constexpr const char* kCommandMark = "order";  // number of the last command of the hub
inline constexpr const char* kTimeMark = "time";      // last good time; milliseconds since 1970

// By default. Longer than from one backup of the hub to the next, else what a backup misses is gone here,
// too.
inline constexpr std::chrono::hours kGrace{48};

// Label time of an event. `label` is what others may see: rounded to the session for anonymous feedback.
struct EventTime {
  Now now;
  WallTime label;
};

class Store {
 public:
  virtual ~Store() = default;

  [[nodiscard]] virtual const std::string& epoch() const = 0;

  // Answers so far; replaces what was saved of this submission. Errors: disk.
  virtual Outcome save_draft(const Submission& submission) = 0;
  // Closes the submission (submitted or abandoned) and, when submitted, appends its event: one transaction.
  // Doing it again with the same id changes nothing and succeeds.
  virtual Result<StoreCounts> close_submission(const Submission& submission, const EventTime& time) = 0;
  // Drafts that a crash or power cut left open.
  [[nodiscard]] virtual Result<std::vector<Submission>> drafts() = 0;
  // The person has read that the submission is stored. One that is not known changes nothing.
  virtual Outcome thanked(const SubmissionId& id) = 0;
  // Submitted and not thanked, in the order of their ids.
  [[nodiscard]] virtual Result<std::vector<Unthanked>> unthanked() = 0;

  // Appends an event to the outbox. When the budget of its class is full, drops by the rules and appends a
  // gap event.
  virtual Outcome append(const Event& event, const EventTime& time) = 0;

  // Rows of this and earlier epochs that are neither acknowledged nor parked, in order, after (epoch, seq)
  // `after`; pass {"", 0} to begin. At most `limit`.
  [[nodiscard]] virtual Result<std::vector<OutboxRow>> waiting(
      const std::pair<std::string, std::uint64_t>& after, std::size_t limit) = 0;
  // Sets a row aside, with the reason in words: waiting() no longer returns it. An id that is not there
  // changes nothing.
  virtual Outcome park(const std::string& event_id, const std::string& reason) = 0;
  virtual Outcome unpark_all() = 0;  // after a configuration or certificate change
  // Every answer whose id and content a receipt names and every other row that the ack covers waits no longer
  // and is kept for the grace period. Rows that the hub misses go on waiting, parked ones stay parked. An
  // ack beyond any number given here (an old copy was restored) lets no row go by its number: what waits is
  // numbered again after it. One that is older than one before (Ack::number) changes nothing. One of another
  // epoch of the hub (Ack::hub) than the last: first, everything that is kept waits again. The first epoch
  // that is ever heard is only remembered; an ack without one says nothing of it.
  virtual Result<StoreCounts> acknowledge(const Ack& ack, const Now& now) = 0;
  // Erases some of what the hub has and whose grace period is over, never earlier: by the boot clock, after
  // another boot by wall clocks that are good, else counted anew. Ids and counts stay. True: call it again.
  [[nodiscard]] virtual Result<bool> purge(const Now& now) = 0;
  [[nodiscard]] virtual Result<StoreCounts> counts() = 0;
  [[nodiscard]] virtual Result<StoreInventory> inventory() = 0;

  // Numbers that only rise, by name: the last word of the hub of each kind that was followed, so that none is
  // followed again after a restart. acknowledge() raises kAckMark by itself.
  virtual Outcome raise_mark(const std::string& name, std::uint64_t number) = 0;
  [[nodiscard]] virtual Result<std::map<std::string, std::uint64_t>> marks() = 0;

  // The timer of each room, saved at each transition.
  virtual Outcome save_timer(const std::string& room, const Timer& timer) = 0;
  [[nodiscard]] virtual Result<std::map<std::string, Timer>> timers() = 0;
};

}  // namespace tertulia
