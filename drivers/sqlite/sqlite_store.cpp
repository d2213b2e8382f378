// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/sqlite_store.h"

#include <cassert>

#include "drivers/sqlite/contact_file.h"
#include "drivers/sqlite/opening.h"
#include "drivers/sqlite/records/blocks.h"
#include "drivers/sqlite/records/closing_slips.h"
#include "drivers/sqlite/records/contacts.h"
#include "drivers/sqlite/records/counts.h"
#include "drivers/sqlite/records/grace.h"
#include "drivers/sqlite/records/meta.h"
#include "drivers/sqlite/records/submissions.h"
#include "drivers/sqlite/recovery/lineage.h"
#include "firmware/domain/ack_order.h"
#include "firmware/wire/answers.h"
#include "firmware/wire/bodies.h"

namespace tertulia {

SqliteStore::SqliteStore(std::unique_ptr<sqlite::Database> database, sqlite::Numbering numbering,
                         const StoreOptions& options)
    : database_(std::move(database)),
      outbox_(*database_, std::move(numbering), options.budgets),
      random_(options.random),
      grace_(options.grace) {}

SqliteStore::~SqliteStore() {
  // A copy made while this ran must not pass for the database that was closed. When it cannot be written,
  // the next opening starts a new epoch, which is right too.
  if (gave_numbers_ && !database_->damaged())
    static_cast<void>(sqlite::renew_token(*database_, epoch(), random_).ok());
}

Result<SqliteStore::Opened> SqliteStore::open(const std::string& path, const StoreOptions& options) {
  TRY(auto opening, sqlite::open_or_recover(path, options));
  Opened opened;
  opened.store.reset(new SqliteStore(std::move(opening.database), std::move(opening.numbering), options));
  opened.notices = std::move(opening.notices);
  const Outcome contacts = sqlite::ContactFile(opened.store->database_->path()).set_aside_damaged();
  if (!contacts.ok()) opened.notices.push_back(contacts.error().message);
  return opened;
}

Outcome SqliteStore::numbering(const std::function<Outcome()>& work) {
  if (!gave_numbers_) TRY_DONE(sqlite::renew_token(*database_, epoch(), random_));
  gave_numbers_ = true;
  return database_->transaction(work);
}

// Where the disk is full, what lies in the WAL has room in the file already as a rule, so emptying the WAL
// makes room.
Outcome SqliteStore::even_on_full_disk(const std::function<Outcome()>& work) {
  Outcome outcome = work();
  if (!outcome.ok() && database_->empty_wal()) outcome = work();
  return outcome;
}

Outcome SqliteStore::erasing(const std::function<Outcome()>& work) {
  TRY_DONE(even_on_full_disk(work));
  owes_erasing_ = !database_->empty_wal();
  return Done{};
}

void SqliteStore::make_up_erasing() {
  if (owes_erasing_) owes_erasing_ = !database_->empty_wal();
}

Outcome SqliteStore::save_draft(const Submission& submission) {
  return database_->transaction([&]() -> Outcome {
    TRY(const auto before, sqlite::state_of(*database_, submission.id));
    if (before && *before != SubmissionState::kOpen) return Done{};
    Submission draft = submission;
    draft.state = SubmissionState::kOpen;
    TRY_DONE(sqlite::set_mark(*database_, submission.screen, submission.id));
    return sqlite::write_submission(*database_, draft, wire::answers_to_json(draft.answers), WallTime{});
  });
}

Outcome SqliteStore::empty_draft(const SubmissionId& id) {
  return erasing([&] {
    return database_->run("UPDATE submissions SET answers = '{}' WHERE id = ?1 AND state = 'open'",
                          {id.text()});
  });
}

Outcome SqliteStore::close_now(const Submission& submission, const EventTime& time) {
  TRY(const auto before, sqlite::state_of(*database_, submission.id));
  if (before && *before != SubmissionState::kOpen) return Done{};
  if (submission.state == SubmissionState::kAbandoned) {  // it is never sent
    TRY_DONE(sqlite::remove_mark(*database_, submission.id));
    return sqlite::write_submission(*database_, submission, wire::answers_to_json(submission.answers),
                                    time.label);
  }
  const wire::EventBody body = wire::body_of(event::FeedbackSubmitted{submission});
  TRY_DONE(
      sqlite::write_submission(*database_, submission, std::string(wire::answers_in(body.data)), time.label));
  TRY_DONE(sqlite::tally_submitted(*database_, submission.session));
  TRY_DONE(sqlite::set_mark(*database_, submission.screen, submission.id));
  TRY_DONE(sqlite::add_submitted(*database_, submission.room, body.content));
  return outbox_.append(body, time);
}

Result<StoreCounts> SqliteStore::close_submission(const Submission& submission, const EventTime& time) {
  assert(submission.state != SubmissionState::kOpen);
  StoreCounts after;
  const auto work = [&]() -> Outcome {
    TRY_DONE(close_now(submission, time));
    TRY(after, counts());
    return Done{};
  };
  // Of an abandoned one, earlier drafts lie in the WAL.
  const bool erases = submission.state == SubmissionState::kAbandoned;
  TRY_DONE(erases ? erasing([&] { return database_->transaction(work); }) : numbering(work));
  return after;
}

Result<std::vector<Submission>> SqliteStore::drafts() { return sqlite::open_submissions(*database_); }

Outcome SqliteStore::thanked(const SubmissionId& id) {
  Outcome outcome = even_on_full_disk([&] { return sqlite::remove_mark(*database_, id); });
  make_up_erasing();
  return outcome;
}

Result<std::vector<Interrupted>> SqliteStore::interrupted() { return sqlite::read_marks(*database_); }

Outcome SqliteStore::forget_interrupted(WallTime now) {
  return erasing([&] {
    return database_->transaction([&]() -> Outcome {
      TRY_DONE(sqlite::remove_marks(*database_));
      return sqlite::abandon_open_submissions(*database_, now);
    });
  });
}

Outcome SqliteStore::keep_contact(const SealedContact& contact, WallTime day) {
  return sqlite::ContactFile(database_->path()).add({contact, day});
}

Result<bool> SqliteStore::send_contacts(const Now& now) {
  const sqlite::ContactFile file(database_->path());
  TRY_DONE(file.set_aside_damaged());
  TRY(const bool is_crowd, sqlite::begins_crowd(*database_));
  TRY(const auto due, file.due(is_crowd ? WallTime::max() : now.wall));
  if (due.empty()) return false;
  const auto append_all = [&]() -> Outcome {
    for (const auto& [contact, day] : due) {
      TRY(const bool is_known, sqlite::is_sent(*database_, contact.id));
      if (!is_known) TRY_DONE(outbox_.append(wire::body_of(event::ContactSealed{contact}), {now, day}));
    }
    return Done{};
  };
  TRY_DONE(numbering(append_all));
  TRY_DONE(file.remove(due));
  return true;
}

Result<AnswersInBlocks> SqliteStore::answers_to(const std::string& form_hash, const std::string& session) {
  return sqlite::answers_to(*database_, form_hash, session);
}

Outcome SqliteStore::release(const event::AnswersReleased& released, std::uint64_t threshold,
                             const EventTime& time) {
  return numbering([&]() -> Outcome {
    TRY_DONE(sqlite::put_into_block(*database_, released.answers, threshold));
    return outbox_.append(wire::body_of(released), time);
  });
}

Outcome SqliteStore::append(const Event& event, const EventTime& time) {
  return numbering([&]() -> Outcome {
    if (const auto* feedback = std::get_if<event::FeedbackSubmitted>(&event))
      return close_now(feedback->submission, time);
    return outbox_.append(wire::body_of(event), time);
  });
}

Result<std::vector<OutboxRow>> SqliteStore::waiting(const std::pair<std::string, std::uint64_t>& after,
                                                    std::size_t limit) {
  return outbox_.waiting(after, limit);
}

Outcome SqliteStore::park(const std::string& event_id, const std::string& reason) {
  return outbox_.park(event_id, reason);
}

Outcome SqliteStore::unpark(const std::string& reason) { return outbox_.unpark(reason); }

// Another epoch than before: the hub may hold none of what it once acknowledged.
Outcome SqliteStore::follow_hub(const std::string& epoch) {
  TRY(const std::string known, sqlite::meta_value(*database_, "hub"));
  if (epoch.empty() || epoch == known) return Done{};
  if (!known.empty()) TRY_DONE(sqlite::offer_again(*database_));
  return sqlite::set_meta_value(*database_, "hub", epoch);
}

Outcome SqliteStore::take_over(const Ack& ack, const Now& now) {
  TRY(const AckOrder::Marks marks, high_water_marks());
  AckOrder order(marks);
  if (!order.is_followed(ack)) return Done{};
  order.follow(ack);
  for (const auto& [name, number] : order.marks())
    if (const auto known = marks.find(name); known == marks.end() || known->second != number)
      TRY_DONE(sqlite::set_high_water_mark(*database_, name, number));
  TRY_DONE(follow_hub(ack.hub));
  TRY(const auto receipts, outbox_.acknowledge(ack, now));
  TRY_DONE(sqlite::note_receipts(*database_, receipts));
  if (grace_.count() == 0) TRY_DONE(sqlite::purge_all(*database_));
  return Done{};
}

Result<StoreCounts> SqliteStore::acknowledge(const Ack& ack, const Now& now) {
  StoreCounts after;
  const auto work = [&]() -> Outcome {
    TRY_DONE(take_over(ack, now));
    TRY(after, counts());
    return Done{};
  };
  TRY_DONE(numbering(work));
  if (grace_.count() == 0) owes_erasing_ = !database_->empty_wal();
  return after;
}

Result<bool> SqliteStore::purge(const Now& now) {
  bool more = false;
  TRY_DONE(database_->transaction([&]() -> Outcome {
    TRY(more, sqlite::purge_some(*database_, grace_, now));
    return Done{};
  }));
  if (!more) owes_erasing_ = !database_->empty_wal();
  return more;
}

Result<StoreCounts> SqliteStore::counts() { return sqlite::read_counts(*database_); }

Result<StoreInventory> SqliteStore::inventory() {
  TRY(auto inventory, sqlite::read_inventory(*database_));
  const auto contacts = sqlite::ContactFile(database_->path()).count();
  if (contacts.ok())
    inventory.contacts = contacts.value();
  else
    inventory.contact_problem = contacts.error().message;
  return inventory;
}

Outcome SqliteStore::raise_high_water_mark(const std::string& name, std::uint64_t number) {
  TRY_DONE(sqlite::raise_high_water_mark(*database_, name, number));
  return Done{};
}

Result<std::map<std::string, std::uint64_t>> SqliteStore::high_water_marks() {
  TRY(auto marks, sqlite::high_water_marks(*database_));
  TRY(const std::string hub, sqlite::meta_value(*database_, "hub"));
  if (!hub.empty()) marks.emplace(kHeardEpoch + hub, 1);  // followed before epochs had marks
  return marks;
}

Outcome SqliteStore::save_room_word(const RoomRow& row) {
  return database_->run("INSERT OR REPLACE INTO rooms VALUES (?1, ?2, ?3)", {row.room, row.place, row.body});
}

Result<std::vector<RoomRow>> SqliteStore::room_words() {
  TRY(auto rows, database_->query("SELECT room, place, body FROM rooms WHERE place NOT LIKE 'unreadable/%'"));
  std::vector<RoomRow> words;
  while (true) {
    TRY(const bool found, rows.step());
    if (!found) return words;
    words.push_back({rows.text(0), rows.text(1), rows.text(2)});
  }
}

Outcome SqliteStore::set_aside_room_word(const RoomRow& row) {
  return database_->run(
      "UPDATE OR REPLACE rooms SET place = 'unreadable/' || place WHERE room = ?1 AND place = ?2",
      {row.room, row.place});
}

}  // namespace tertulia
