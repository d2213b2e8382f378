// SPDX-License-Identifier: Apache-2.0
// Store on one SQLite database (WAL, synchronous=FULL, secure_delete). Opened by main, then owned by the
// keeper thread alone. Rules: firmware/docs/wire.md, "Outbox"; firmware/docs/privacy.md.
//
// Files beside the database NAME:
//   NAME-wal, NAME-shm    SQLite's own
//   NAME.epoch            see recovery/lineage.h
//   NAME.contacts         see contact_file.h
//   NAME.contacts.corrupt lines of it that were damaged; never deleted
//   NAME.suspect          damage was met: the next opening checks the whole database
//   NAME.corrupt-1, -2... set aside after damage; never deleted
//
// How it is opened: opening.h. A large file that was closed cleanly opens without being read.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "drivers/sqlite/records/outbox.h"
#include "firmware/ports/device.h"
#include "firmware/ports/store.h"
#include "firmware/wire/envelope.h"

namespace tertulia {

struct StoreOptions {
  wire::Origin origin;
  Device& random;  // must outlive the store
  Budgets budgets;
  int most_pages = 0;  // of 4096 bytes, for the whole file; 0: as SQLite has it
  std::chrono::hours grace = kGrace;
};

class SqliteStore final : public Store {
 public:
  struct Opened {
    std::unique_ptr<SqliteStore> store;
    std::vector<std::string> notices;  // sentences for the log and the status screen: what was found and done
  };
  // Errors: a newer version wrote the file; no permission; disk. A damaged file is no error: it is set aside
  // and what can be read of it is recovered.
  [[nodiscard]] static Result<Opened> open(const std::string& path, const StoreOptions& options);
  ~SqliteStore() override;

  [[nodiscard]] const std::string& epoch() const override { return outbox_.epoch(); }
  Outcome save_draft(const Submission& submission) override;
  Outcome empty_draft(const SubmissionId& id) override;
  Result<StoreCounts> close_submission(const Submission& submission, const EventTime& time) override;
  [[nodiscard]] Result<std::vector<Submission>> drafts() override;
  Outcome thanked(const SubmissionId& id) override;
  [[nodiscard]] Result<std::vector<Interrupted>> interrupted() override;
  Outcome forget_interrupted(WallTime now) override;
  Outcome keep_contact(const SealedContact& contact, WallTime day) override;
  [[nodiscard]] Result<bool> send_contacts(const Now& now) override;
  [[nodiscard]] Result<AnswersInBlocks> answers_to(const std::string& form_hash,
                                                   const std::string& session) override;
  Outcome release(const event::AnswersReleased& released, std::uint64_t threshold,
                  const EventTime& time) override;
  Outcome append(const Event& event, const EventTime& time) override;
  [[nodiscard]] Result<std::vector<OutboxRow>> waiting(const std::pair<std::string, std::uint64_t>& after,
                                                       std::size_t limit) override;
  Outcome park(const std::string& event_id, const std::string& reason) override;
  Outcome unpark(const std::string& reason) override;
  Result<StoreCounts> acknowledge(const Ack& ack, const Now& now) override;
  [[nodiscard]] Result<bool> purge(const Now& now) override;
  [[nodiscard]] Result<StoreCounts> counts() override;
  [[nodiscard]] Result<StoreInventory> inventory() override;
  Outcome raise_high_water_mark(const std::string& name, std::uint64_t number) override;
  [[nodiscard]] Result<std::map<std::string, std::uint64_t>> high_water_marks() override;
  Outcome save_room_word(const RoomRow& row) override;
  [[nodiscard]] Result<std::vector<RoomRow>> room_words() override;
  Outcome set_aside_room_word(const RoomRow& row) override;

 private:
  SqliteStore(std::unique_ptr<sqlite::Database> database, sqlite::Numbering numbering,
              const StoreOptions& options);
  // A transaction that may give numbers; see lineage.h.
  Outcome numbering(const std::function<Outcome()>& work);
  // Does `work`. Where that fails, empties the WAL, which makes room on a full disk, and does it once more.
  Outcome even_on_full_disk(const std::function<Outcome()>& work);
  // The same of work that erases something. Then empties the WAL, where copies of it lie. Whenever the WAL
  // cannot be emptied, it is tried again later.
  Outcome erasing(const std::function<Outcome()>& work);
  void make_up_erasing();
  Outcome close_now(const Submission& submission, const EventTime& time);
  Outcome take_over(const Ack& ack, const Now& now);
  Outcome follow_hub(const std::string& epoch);

  std::unique_ptr<sqlite::Database> database_;
  sqlite::Outbox outbox_;
  Device& random_;
  std::chrono::hours grace_;
  bool gave_numbers_ = false;
  bool owes_erasing_ = false;  // what was erased still lies in the WAL
};

}  // namespace tertulia
