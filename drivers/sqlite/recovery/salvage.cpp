// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/recovery/salvage.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <system_error>
#include <vector>

#include "drivers/sqlite/records/blocks.h"
#include "drivers/sqlite/records/closing_slips.h"
#include "drivers/sqlite/records/submissions.h"
#include "firmware/domain/digest.h"
#include "firmware/ports/store.h"
#include "firmware/wire/answers.h"
#include "firmware/wire/envelope.h"
#include "firmware/wire/room_words.h"

namespace tertulia::sqlite {
namespace {

constexpr std::int64_t kUnknownPeriod = 1;  // of no boot

using Take = std::function<Outcome(const Statement& row)>;

// Hands on the rows of a table in the order of its key; where the damage stops it, from the other end.
Outcome each_readable(Database& from, const std::string& select, const std::vector<std::string>& key,
                      const Take& take) {
  for (const std::string direction : {" ASC", " DESC"}) {
    std::string order;
    for (const std::string& column : key)
      order.append(order.empty() ? " ORDER BY " : ", ").append(column).append(direction);
    auto rows = from.query(select + order);
    if (!rows.ok()) return Done{};
    auto more = rows.value().step();
    for (; more.ok() && more.value(); more = rows.value().step()) TRY_DONE(take(rows.value()));
    if (more.ok()) return Done{};
  }
  return Done{};
}

Outcome take_submission(Database& fresh, const Statement& row) {
  if (!SubmissionId::parse(row.text(0)).ok() || !wire::answers_from_json(row.text(9)).ok()) return Done{};
  return fresh.run("INSERT OR IGNORE INTO submissions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                   row.row());
}

// Also from its event alone: the body holds all of it.
Outcome take_submission_of(Database& fresh, const wire::Envelope& envelope) {
  const auto event = wire::to_event(envelope);
  if (!event.ok()) return Done{};
  const auto* feedback = std::get_if<event::FeedbackSubmitted>(&event.value());
  const auto label = wall_from_rfc3339(envelope.time);
  if (feedback == nullptr || !label.ok()) return Done{};
  Submission submission = feedback->submission;
  submission.state = SubmissionState::kSubmitted;
  return write_submission(fresh, submission, wire::answers_to_json(submission.answers), label.value());
}

// As in OutboxRow.
std::string content_of(const wire::Envelope& envelope) {
  return is_given(envelope.kind) ? sha256_hex(envelope.data) : std::string();
}

Outcome take_event(Database& fresh, const Statement& row) {
  const auto envelope = wire::from_structured(row.text(4));
  if (!envelope.ok() || envelope.value().id != row.text(3)) return Done{};
  TRY_DONE(
      fresh.run("INSERT OR IGNORE INTO epochs VALUES (?1, ?2, 0)", {row.number(0), envelope.value().epoch}));
  const std::string content = content_of(envelope.value());
  Values values = row.row();
  values.emplace_back(content);
  TRY_DONE(fresh.run("INSERT OR IGNORE INTO outbox VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", values));
  return take_submission_of(fresh, envelope.value());
}

// Without the period in which the hub took it over: it counts anew. What also waits, waits.
Outcome take_grace_row(Database& fresh, const Statement& row) {
  const auto envelope = wire::from_structured(row.text(5));
  if (!envelope.ok() || envelope.value().id != row.text(4)) return Done{};
  TRY(const std::int64_t waits, fresh.number("SELECT (SELECT count(*) FROM outbox WHERE event_id = ?1) + "
                                             "(SELECT count(*) FROM submissions WHERE id = ?1 AND "
                                             "acknowledged = 0)",
                                             {row.text(4)}));
  if (waits > 0) return Done{};
  TRY_DONE(
      fresh.run("INSERT OR IGNORE INTO epochs VALUES (?1, ?2, 0)", {row.number(1), envelope.value().epoch}));
  const std::string content = content_of(envelope.value());
  Values values = row.row();
  values.front() = kUnknownPeriod;
  values.emplace_back(content);
  TRY_DONE(fresh.run("INSERT OR IGNORE INTO kept VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", values));
  TRY_DONE(take_submission_of(fresh, envelope.value()));
  return fresh.run("UPDATE submissions SET acknowledged = 1 WHERE id = ?1", {row.text(4)});
}

Outcome take_room_word(Database& fresh, const Statement& row) {
  const bool is_own_timer = row.text(1) == kOwnTimerPlace;
  const auto place = wire::parse_place(is_own_timer ? "timer" : row.text(1));
  if (!place || !place->value || !wire::decode_word(row.text(2), *place->value).ok()) return Done{};
  return fresh.run("INSERT OR IGNORE INTO rooms VALUES (?1, ?2, ?3)", row.row());
}

Outcome copy_all(Database& old, Database& fresh) {
  TRY_DONE(
      each_readable(old, "SELECT number, epoch, last_seq FROM epochs", {"number"}, [&](const Statement& row) {
        return fresh.run("INSERT OR IGNORE INTO epochs VALUES (?1, ?2, ?3)", row.row());
      }));
  TRY_DONE(each_readable(
      old,
      "SELECT id, room, session, form, form_hash, language, state, label, acknowledged, answers "
      "FROM submissions",
      {"id"}, [&](const Statement& row) { return take_submission(fresh, row); }));
  TRY_DONE(each_readable(old, "SELECT epoch, seq, kind, event_id, body, state, reason FROM outbox",
                         {"epoch", "seq"}, [&](const Statement& row) { return take_event(fresh, row); }));
  TRY_DONE(each_readable(old, "SELECT period, epoch, seq, kind, event_id, body FROM kept",
                         {"period", "epoch", "seq"},
                         [&](const Statement& row) { return take_grace_row(fresh, row); }));
  TRY_DONE(each_readable(old, "SELECT room, place, body FROM rooms", {"room", "place"},
                         [&](const Statement& row) { return take_room_word(fresh, row); }));
  // As versions before 8 stored timers.
  TRY_DONE(each_readable(old, "SELECT room, 'own-timer', anchor FROM timers", {"room"},
                         [&](const Statement& row) { return take_room_word(fresh, row); }));
  TRY_DONE(each_readable(
      old,
      "SELECT name, value FROM meta WHERE name IN ('last_session', 'hub') OR name LIKE 'mark:%' "
      "OR name LIKE 'glass:%' OR name LIKE 'unthanked:%' OR name LIKE 'block:%'",
      {"name"}, [&](const Statement& row) {
        return fresh.run("INSERT OR IGNORE INTO meta VALUES (?1, ?2)", row.row());
      }));
  TRY_DONE(
      // An answer that the hub has, and whose event was lost, is offered again like one that waited.
      fresh.script(
          "UPDATE submissions SET acknowledged = 0 WHERE state = 'submitted' AND answers <> '{}' AND "
          "id NOT IN (SELECT event_id FROM kept);"
          "INSERT INTO periods VALUES (1, '', 0, 0, 0);"
          "INSERT INTO meta VALUES ('stranded', 'not yet looked for');"
          "INSERT INTO tally SELECT session, count(*), sum(acknowledged) FROM submissions "
          "WHERE state = 'submitted' GROUP BY session"));
  TRY_DONE(forget_lost_blocks(fresh));
  TRY_DONE(rebuild_slips(fresh));
  return make_grace_rows_known(fresh);
}

// The file format of SQLite, section 1.3, "The Database Header".
constexpr std::size_t kPage = 4096;
constexpr std::size_t kPageCount = 28;
constexpr std::size_t kFreePages = 32;  // the first of them, and how many

void put(std::string& page, std::size_t offset, std::uint32_t value) {
  for (int byte = 3; byte >= 0; --byte, value >>= 8U)
    page[offset + static_cast<std::size_t>(byte)] = static_cast<char>(value & 0xffU);
}

// Copies the damaged database `from`, with its WAL, to `to`, and gives the copy the first page of `sound`, a
// database of ours that lies wholly in its file. The first page of a database lists its tables: without it
// SQLite sees nothing of all the others. In our databases it is always the same, but for a few counters.
Outcome copy_with_first_page(const std::string& from, const std::string& to, const std::string& sound) {
  std::error_code problem;
  const auto replace = std::filesystem::copy_options::overwrite_existing;
  std::filesystem::copy_file(from, to, replace, problem);
  if (!problem && std::filesystem::exists(from + "-wal"))
    std::filesystem::copy_file(from + "-wal", to + "-wal", replace, problem);
  std::string page(kPage, '\0');
  std::ifstream(sound, std::ios::binary).read(page.data(), static_cast<std::streamsize>(kPage));
  const auto size = std::filesystem::file_size(from, problem);
  put(page, kPageCount, static_cast<std::uint32_t>(size / kPage));
  put(page, kFreePages, 0);
  put(page, kFreePages + 4, 0);
  std::fstream file(to, std::ios::in | std::ios::out | std::ios::binary);
  file.write(page.data(), static_cast<std::streamsize>(kPage));
  file.close();
  if (!problem && file) return Done{};
  return Error{from + " cannot be copied for its recovery. Free space on the disk."};
}

bool lists_its_tables(Database& database) {
  const auto known =
      database.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('submissions', 'outbox')");
  return known.ok() && known.value() == 2;
}

Outcome salvage_headless(const std::string& path, Database& fresh) {
  const std::string copy = path + ".headless";
  static_cast<void>(fresh.empty_wal());
  TRY_DONE(copy_with_first_page(path, copy, fresh.path()));
  auto old = Database::open(copy, Access::kSalvage);
  Outcome outcome = Done{};
  if (old.ok()) outcome = fresh.transaction([&] { return copy_all(*old.value(), fresh); });
  old = Error{};  // closed
  std::error_code ignored;
  for (const char* suffix : {"-shm", "-wal", ""}) std::filesystem::remove(copy + suffix, ignored);
  return outcome;
}

Outcome salvage_from(const std::string& path, Database& fresh) {
  {
    const auto old = Database::open(path, Access::kSalvage);
    if (old.ok() && lists_its_tables(*old.value()))
      return fresh.transaction([&] { return copy_all(*old.value(), fresh); });
  }
  return salvage_headless(path, fresh);
}

}  // namespace

Result<Salvaged> salvage(const std::string& path, Database& fresh) {
  TRY_DONE(salvage_from(path, fresh));
  TRY(auto counts, fresh.query("SELECT (SELECT count(*) FROM outbox), "
                               "(SELECT count(*) FROM submissions WHERE state <> 'open'), "
                               "(SELECT count(*) FROM submissions WHERE state = 'open'), "
                               "(SELECT count(*) FROM rooms)"));
  TRY_DONE(counts.step());
  return Salvaged{counts.count(0), counts.count(1), counts.count(2), counts.count(3)};
}

}  // namespace tertulia::sqlite
