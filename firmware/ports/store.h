// SPDX-License-Identifier: Apache-2.0
// Port: the store. It holds what has to survive a power cut: submissions, the outbox, words of the rooms and
// high-water marks. The keeper thread owns it, and no other thread calls it. Each call is one transaction;
// its result is on the disk (fsync) when it returns without error. Every call may fail because of the disk;
// other errors are named.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "firmware/domain/ack.h"
#include "firmware/domain/closing_slip.h"
#include "firmware/domain/contact.h"
#include "firmware/domain/event.h"
#include "firmware/domain/result.h"
#include "firmware/domain/submission.h"
#include "firmware/domain/time.h"

namespace tertulia {

// An event that waits for the hub.
struct OutboxRow {
  std::string epoch;      // of the numbering, see Store::epoch()
  std::uint64_t seq = 0;  // 1, 2, 3... without a gap in each epoch
  EventKind kind = EventKind::kHealth;
  std::string event_id;  // `{epoch}-{seq}`; for an answer or a contact: its own id
  std::string body;      // the CloudEvent, structured JSON, as wire::to_structured makes it
  std::string content;   // for these: the SHA-256 that its receipt must name; else empty
};

struct StoreCounts {
  std::uint64_t submitted = 0;     // submissions closed by "submit", since this database was made
  std::uint64_t acknowledged = 0;  // of those, taken over by the hub; falls when a restored hub lost some
  std::uint64_t waiting = 0;       // outbox rows of all kinds, parked ones included
  std::uint64_t parked = 0;
  std::uint64_t voices_in_session = 0;  // submissions in the session of the latest submission
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
  std::uint64_t contacts = 0;                   // that are not in the outbox yet
  std::string contact_problem = {};             // why they cannot be counted, with the cure; empty: they can
  friend bool operator==(const StoreInventory&, const StoreInventory&) = default;
};

// Somebody whom a stop of the program leaves in doubt: the answers are submitted, and nobody may have read
// the thank-you; or they are open, and were not sent.
struct Interrupted {
  SubmissionId id;
  std::optional<int> screen;  // at which the person stood; none: a version before stored it, which kept none
  std::string room;
  Language language;
  bool is_saved = false;
  friend bool operator==(const Interrupted&, const Interrupted&) = default;
};

// Submitted answers to one version of a form about a session, as far as they are still here, in the order of
// their ids. An answer that a recovery brought back is not among them: nobody knows what a room was shown of
// it.
struct AnswersInBlocks {
  struct One {
    SubmissionId id;
    Answers answers;
    std::uint64_t block = 0;      // 1, 2, 3... on this device; 0: in none yet
    std::uint64_t threshold = 0;  // k, with which it was put into the block
    bool is_at_hub = false;       // which has taken it over
    friend bool operator==(const One&, const One&) = default;
  };
  std::vector<One> answers;
  bool are_complete = true;  // false: answers of a block are erased already, so nothing can be counted anew
};

// Names of high-water marks; those of acknowledgements are in firmware/domain/ack_order.h.
inline constexpr const char* kLastCommand = "order";  // number of the hub's last command
inline constexpr const char* kLastGoodTime = "time";  // milliseconds since 1970

// The default grace period. It must be longer than the time between two backups of the hub: a restored hub
// gets its lost answers from the devices.
inline constexpr std::chrono::hours kGrace{48};

struct EventTime {
  Now now;         // when it was recorded
  WallTime label;  // what others may see: for feedback the start of its session, else the same instant
};

// A word of a room, as wire::encode() prints it.
struct RoomRow {
  std::string room;
  std::string place;  // in the room's state, see wire::place_of()
  std::string body;
  friend bool operator==(const RoomRow&, const RoomRow&) = default;
};
// The place of a timer that an earlier version stored with this device's own ids.
inline constexpr const char* kOwnTimerPlace = "own-timer";

class Store {
 public:
  virtual ~Store() = default;

  // The epoch of the numbering: a random name. A new one begins when the database is new, was restored from a
  // copy or was recovered, so that no number is given twice.
  [[nodiscard]] virtual const std::string& epoch() const = 0;

  // Submissions
  //
  // Each screen has one mark: whose answers are given there. Both calls set it to their submission, so the
  // mark of whoever stood there before goes in the same transaction (decision 053).
  //
  // Stores the answers so far in place of the earlier ones. Changes nothing of a closed submission.
  virtual Outcome save_draft(const Submission& submission) = 0;
  // Closes the submission: submitted or abandoned. A submitted one gets its outbox row in the same
  // transaction. An abandoned one has no mark afterwards. A second call with the same id changes nothing and
  // succeeds. Errors also: the store is full.
  virtual Result<StoreCounts> close_submission(const Submission& submission, const EventTime& time) = 0;
  // Erases the answers of a draft. The draft stays open: its person may still be there and submit. Changes
  // nothing of a submission that is closed or not known.
  virtual Outcome empty_draft(const SubmissionId& id) = 0;
  // Submissions that are still open, but for those that cannot be read.
  [[nodiscard]] virtual Result<std::vector<Submission>> drafts() = 0;
  // Records that the person has read the thank-you. Changes nothing when the id is not known.
  virtual Outcome thanked(const SubmissionId& id) = 0;
  // Whose answers the marks name, in the order of their ids. Reads no answers, so none can be unreadable.
  [[nodiscard]] virtual Result<std::vector<Interrupted>> interrupted() = 0;
  // What a start does when it has read interrupted(): removes all marks, closes every draft as abandoned and
  // erases its answers.
  virtual Outcome forget_interrupted(WallTime now) = 0;

  // Contacts
  //
  // Keeps a contact apart from everything else, without a time finer than the day and without an order.
  // Errors also: very many wait.
  virtual Outcome keep_contact(const SealedContact& contact, WallTime day) = 0;
  // Appends to the outbox, in the order of their random ids, the contacts that wait: all of them when at
  // least kLeastThreshold people have answered since this was last so, else those of earlier days. Called at
  // times that no contact decides, so nobody learns from the outbox whose answer came before a contact. True:
  // there were some. Errors also: some were damaged and are set aside now; the next call sends the others.
  [[nodiscard]] virtual Result<bool> send_contacts(const Now& now) = 0;

  // Results
  //
  // See AnswersInBlocks.
  [[nodiscard]] virtual Result<AnswersInBlocks> answers_to(const std::string& form_hash,
                                                           const std::string& session) = 0;
  // Puts these answers into one block of that k, for ever, and appends the event, in one transaction.
  virtual Outcome release(const event::AnswersReleased& released, std::uint64_t threshold,
                          const EventTime& time) = 0;

  // Outbox
  //
  // Appends an event. When the budget of its kind is full, older events make room and a gap event says which;
  // an answer is never dropped. Errors also: the store is full.
  virtual Outcome append(const Event& event, const EventTime& time) = 0;
  // At most `limit` rows that are not parked, of this and earlier epochs, in their order. They begin after
  // the row (epoch, seq) `after`; {"", 0} is before the first.
  [[nodiscard]] virtual Result<std::vector<OutboxRow>> waiting(
      const std::pair<std::string, std::uint64_t>& after, std::size_t limit) = 0;
  // Sets a row aside, with the reason in words. waiting() returns it no longer before unpark(). An id
  // that is not there changes nothing.
  virtual Outcome park(const std::string& event_id, const std::string& reason) = 0;
  // Rows that were parked with this reason wait again; with an empty one, all. After a start, and where the
  // reason may be gone.
  virtual Outcome unpark(const std::string& reason) = 0;

  // Carries out an acknowledgement of the hub:
  //
  // 1. An ack that is older than the last one (Ack::number) changes nothing.
  // 2. If the hub has another epoch than the last time (Ack::hub), it was restored and may hold nothing: all
  //    rows in their grace period wait again. The first epoch ever heard is only remembered. An ack without
  //    an epoch changes nothing here.
  // 3. An answer whose id and content a receipt names, and every other row that the ack covers, leaves the
  //    outbox. It stays in the database for the grace period.
  // 4. A row that the hub misses goes on waiting; a parked one stays parked.
  // 5. If the ack covers a number higher than any given here, this database is an old copy. Then no row
  // leaves
  //    by its number, and waiting rows get new, higher numbers.
  virtual Result<StoreCounts> acknowledge(const Ack& ack, const Now& now) = 0;
  // Erases some rows whose grace period is over; ids and counts stay. True: there is more, call it again.
  // The age is measured by the boot clock. After a restart it is measured by the wall clock, if that was good
  // then and is good now. Otherwise the grace period begins again. So nothing is erased early.
  [[nodiscard]] virtual Result<bool> purge(const Now& now) = 0;
  [[nodiscard]] virtual Result<StoreCounts> counts() = 0;
  [[nodiscard]] virtual Result<StoreInventory> inventory() = 0;

  // High-water marks: numbers that only rise, by name. They tell after a restart which acks and commands
  // were carried out already. acknowledge() keeps those of AckOrder by itself, and the last hub's epoch is
  // always among them.
  virtual Outcome raise_high_water_mark(const std::string& name, std::uint64_t number) = 0;
  [[nodiscard]] virtual Result<std::map<std::string, std::uint64_t>> high_water_marks() = 0;

  // Words of the rooms, each in place of the one before at its place.
  virtual Outcome save_room_word(const RoomRow& row) = 0;
  [[nodiscard]] virtual Result<std::vector<RoomRow>> room_words() = 0;
  // Sets a row aside that cannot be read: room_words() returns it no longer.
  virtual Outcome set_aside_room_word(const RoomRow& row) = 0;
};

}  // namespace tertulia
