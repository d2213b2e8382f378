// SPDX-License-Identifier: Apache-2.0
// Port: the store. It holds what has to survive a power cut: submissions, the outbox, timers and high-water
// marks. The keeper thread owns it, and no other thread calls it. Each call is one transaction; its result is
// on the disk (fsync) when it returns without error. Every call may fail because of the disk; other errors
// are named.
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

// An event that waits for the hub.
struct OutboxRow {
  std::string epoch;      // of the numbering, see Store::epoch()
  std::uint64_t seq = 0;  // 1, 2, 3... without a gap in each epoch
  EventKind kind = EventKind::kHealth;
  std::string event_id;  // `{epoch}-{seq}`; of an answer the submission's own id
  std::string body;      // the CloudEvent, structured JSON, as wire::to_structured makes it
  std::string content;   // of an answer: the SHA-256 that its receipt must name; empty for every other kind
};

struct StoreCounts {
  std::uint64_t submitted = 0;     // submissions closed by "submit", since this database was made
  std::uint64_t acknowledged = 0;  // of those, taken over by the hub; sinks when the hub lost some again
  std::uint64_t waiting = 0;       // outbox rows of all kinds, parked ones included
  std::uint64_t parked = 0;
  std::uint64_t voices_in_session = 0;  // submissions of the session that the last one belonged to
  friend bool operator==(const StoreCounts&, const StoreCounts&) = default;
};

// For the status screen. Each number is counted by itself, so that a person sees where answers are missing.
struct StoreInventory {
  std::uint64_t submitted = 0;                  // answers, since this database was made
  std::uint64_t receipted = 0;                  // of those, taken over by the hub
  std::uint64_t waiting = 0;                    // answers in the outbox, parked ones included
  std::map<std::string, std::uint64_t> parked;  // rows of all kinds, by the reason in words
  std::vector<ClosingSlip> slips;               // in the order of the rooms
  std::uint64_t bytes = 0;                      // of the database on the disk; 0 when it lies in memory
  friend bool operator==(const StoreInventory&, const StoreInventory&) = default;
};

// A submission that is stored, but whose person may not have read so: the program stopped in between.
struct Unthanked {
  SubmissionId id;
  std::string room;
  Language language;
  friend bool operator==(const Unthanked&, const Unthanked&) = default;
};

// Names of high-water marks.
inline constexpr const char* kLastAck = "ack";        // number of the last acknowledgement
inline constexpr const char* kLastCommand = "order";  // number of the hub's last command
inline constexpr const char* kLastGoodTime = "time";  // milliseconds since 1970

// The default grace period. It must be longer than the time between two backups of the hub: what a restored
// hub has lost, it gets from here.
inline constexpr std::chrono::hours kGrace{48};

struct EventTime {
  Now now;         // when it was recorded
  WallTime label;  // what others may see: of feedback the start of its session, else the same instant
};

class Store {
 public:
  virtual ~Store() = default;

  // The epoch of the numbering: a random name. A new one begins when the database is new, was restored from a
  // copy or was recovered, so that no number is given twice.
  [[nodiscard]] virtual const std::string& epoch() const = 0;

  // Submissions
  //
  // Stores the answers so far in place of the earlier ones. Changes nothing of a closed submission.
  virtual Outcome save_draft(const Submission& submission) = 0;
  // Closes the submission: submitted or abandoned. A submitted one gets its outbox row in the same
  // transaction. A second call with the same id changes nothing and succeeds. Errors also: the store is full.
  virtual Result<StoreCounts> close_submission(const Submission& submission, const EventTime& time) = 0;
  // Erases the answers of a draft. The draft stays open: its person may still be there and submit. Changes
  // nothing of a submission that is closed or not known.
  virtual Outcome empty_draft(const SubmissionId& id) = 0;
  // Submissions that are still open.
  [[nodiscard]] virtual Result<std::vector<Submission>> drafts() = 0;
  // Its person has read that the submission is stored. Changes nothing when the id is not known.
  virtual Outcome thanked(const SubmissionId& id) = 0;
  // Submitted and not thanked, in the order of their ids.
  [[nodiscard]] virtual Result<std::vector<Unthanked>> unthanked() = 0;

  // Outbox
  //
  // Appends an event. When the budget of its kind is full, older events make room and a gap event says which;
  // an answer is never dropped. Errors also: the store is full.
  virtual Outcome append(const Event& event, const EventTime& time) = 0;
  // At most `limit` rows that are not parked, of this and earlier epochs, in their order. They begin after
  // the row (epoch, seq) `after`; {"", 0} is before the first.
  [[nodiscard]] virtual Result<std::vector<OutboxRow>> waiting(
      const std::pair<std::string, std::uint64_t>& after, std::size_t limit) = 0;
  // Sets a row aside, with the reason in words. waiting() returns it no longer before unpark_all(). An id
  // that is not there changes nothing.
  virtual Outcome park(const std::string& event_id, const std::string& reason) = 0;
  // After a change of configuration or certificate: parked rows are sent again.
  virtual Outcome unpark_all() = 0;

  // Carries out an acknowledgement of the hub:
  //
  // 1. An ack that is older than the last one (Ack::number) changes nothing.
  // 2. If the hub has another epoch than the last time (Ack::hub), it was restored and may hold nothing: all
  //    rows in their grace period wait again. The first epoch ever heard is only remembered; an ack without
  //    one says nothing of it.
  // 3. An answer whose id and content a receipt names, and every other row that the ack covers, leaves the
  //    outbox. It stays in the database for the grace period.
  // 4. A row that the hub misses goes on waiting; a parked one stays parked.
  // 5. If the ack covers numbers that were never given here, this database is an old copy: no row leaves by
  //    its number, and what waits gets numbers after that.
  virtual Result<StoreCounts> acknowledge(const Ack& ack, const Now& now) = 0;
  // Erases some rows whose grace period is over; ids and counts stay. True: there is more, call it again.
  // Nothing is erased early: the age counts by the boot clock; after a restart by the wall clock, if it was
  // good then and is good now; else it counts anew.
  [[nodiscard]] virtual Result<bool> purge(const Now& now) = 0;
  [[nodiscard]] virtual Result<StoreCounts> counts() = 0;
  [[nodiscard]] virtual Result<StoreInventory> inventory() = 0;

  // High-water marks: numbers that only rise, by name. They tell after a restart which words of the hub were
  // followed already. acknowledge() raises kLastAck by itself.
  virtual Outcome raise_high_water_mark(const std::string& name, std::uint64_t number) = 0;
  [[nodiscard]] virtual Result<std::map<std::string, std::uint64_t>> high_water_marks() = 0;

  // The timer of each room, saved at each transition.
  virtual Outcome save_timer(const std::string& room, const Timer& timer) = 0;
  [[nodiscard]] virtual Result<std::map<std::string, Timer>> timers() = 0;
};

}  // namespace tertulia
