// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/opening.h"

#include <filesystem>
#include <system_error>

#include "drivers/sqlite/records/meta.h"
#include "drivers/sqlite/records/schema.h"
#include "drivers/sqlite/records/submissions.h"
#include "drivers/sqlite/recovery/damaged_files.h"
#include "drivers/sqlite/recovery/lineage.h"
#include "drivers/sqlite/recovery/salvage.h"
#include "drivers/sqlite/recovery/wal_damage.h"
#include "firmware/files/replace_file.h"

namespace tertulia::sqlite {
namespace {

constexpr std::uintmax_t kSmall = 1U << 20U;  // read whole in a few milliseconds

std::uintmax_t size_of(const std::string& path) {
  std::error_code missing;
  const auto size = std::filesystem::file_size(path, missing);
  return missing ? 0 : size;
}

// A clean end empties and removes the WAL.
bool needs_check(const std::string& path) {
  return size_of(suspect_path(path)) > 0 || size_of(path + "-wal") > 0 || size_of(path) <= kSmall;
}

// SQLite would give a new file the rights that the umask leaves, and its WAL those of the file.
Result<std::unique_ptr<Database>> open_database(const std::string& path) {
  static_cast<void>(create_private_file(path, ""));  // usually it is there
  return Database::open(path, Access::kWrite, rule_of_recovery(path));
}

enum class Condition { kSound, kDamaged };

Outcome configure(Database& database, const StoreOptions& options) {
  TRY_DONE(
      database.script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
                      "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;"));
  if (options.most_pages > 0)
    TRY_DONE(database.script("PRAGMA max_page_count = " + std::to_string(options.most_pages)));
  return migrate(database);
}

Result<Condition> examine(Database& database, const StoreOptions& options) {
  const bool checked = needs_check(database.path());
  Outcome outcome = configure(database, options);
  if (outcome.ok() && checked) {
    const auto verdict = database.text("PRAGMA quick_check(1)");
    if (verdict.ok() && verdict.value() != "ok") return Condition::kDamaged;
    if (!verdict.ok()) outcome = verdict.error();
  }
  if (database.damaged()) return Condition::kDamaged;
  if (!outcome.ok()) return outcome.error();
  return Condition::kSound;
}

std::string report(const std::string& path, const Salvaged& found) {
  return path + " was damaged. Salvaged from it: " + std::to_string(found.waiting) +
         " events waiting for the hub, " + std::to_string(found.submissions) + " submissions, " +
         std::to_string(found.drafts) + " open drafts, " + std::to_string(found.room_words) +
         " words of rooms.";
}

Result<Salvaged> build_anew(const std::string& path, const StoreOptions& options) {
  const std::string unfinished = recovering_path(path);
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(unfinished + suffix, ignored);
  static_cast<void>(create_private_file(unfinished, ""));
  TRY(const auto fresh, Database::open(unfinished, Access::kWrite));
  TRY_DONE(configure(*fresh, options));
  return salvage(path, *fresh);
}

// Also finishes what a power cut interrupted.
Outcome replace_damaged(const std::string& path, std::vector<std::string>& notices) {
  TRY(const std::string aside, replace_by_recovered(path));
  if (aside.empty()) return Done{};
  notices.push_back("The damaged database was set aside as " + aside + "; keep it until the visit is over.");
  std::error_code ignored;
  std::filesystem::remove(suspect_path(path), ignored);
  return Done{};
}

enum class Continuity { kUnbroken, kBroken };

// What SQLite does not read of a WAL, it overwrites: a copy stays.
Result<Continuity> examine_wal(const std::string& path, std::vector<std::string>& notices) {
  const std::string wal = path + "-wal";
  if (!loses_commits(wal)) return Continuity::kUnbroken;
  TRY(const std::string aside, copy_aside(path));
  notices.push_back(wal +
                    " is damaged in the middle: what was stored last cannot be read. A copy of all is " +
                    aside + "; keep it until the visit is over. Numbering starts anew.");
  return Continuity::kBroken;
}

Outcome begin_epoch(Database& database, const std::string& epoch) {
  // Older epochs give no more numbers, so any word of the hub about them is good.
  TRY_DONE(database.run("UPDATE epochs SET last_seq = 9223372036854775807"));
  return database.run("INSERT INTO epochs (epoch, last_seq) VALUES (?1, 0)", {epoch});
}

// The numbering goes on only when the file beside the database says so, and nothing was lost in between.
Result<Numbering> number(Database& database, const StoreOptions& options, Continuity continuity,
                         std::vector<std::string>& notices) {
  TRY(std::string epoch, database.text("SELECT epoch FROM epochs ORDER BY number DESC LIMIT 1"));
  TRY(const std::string token, meta_value(database, "token"));
  const auto beside = read_lineage(database.path());
  const bool known = beside == Lineage{epoch, token};
  if (epoch.empty() || !known || continuity == Continuity::kBroken) {
    if (!known && (!epoch.empty() || beside))
      notices.push_back(
          database.path() + " is not the database that was closed last here (" +
          lineage_path(database.path()) +
          " does not match: restored, replaced, or the power failed while the two were written). "
          "Numbering starts anew; nothing is lost.");
    epoch = random_name(options.random);
    TRY_DONE(database.transaction([&] { return begin_epoch(database, epoch); }));
    TRY_DONE(renew_token(database, epoch, options.random));
  }
  TRY(const std::int64_t key, database.number("SELECT max(number) FROM epochs"));
  return Numbering{options.origin, epoch, key};
}

// Answers whose outbox row was lost in the damage are offered to the hub again; it knows them by their id.
Outcome offer_stranded(Database& database, const Numbering& numbering, std::vector<std::string>& notices) {
  TRY(const std::string due, meta_value(database, "stranded"));
  if (due.empty()) return Done{};
  TRY(const auto stranded, stranded_submissions(database));
  if (!stranded.unreadable.empty())
    notices.push_back(
        std::to_string(stranded.unreadable.size()) + " answers in " + database.path() +
        " cannot be read any more. They are not sent; `tertulia export` writes them as they lie "
        "there.");
  Outbox outbox(database, numbering, Budgets{{}, {UINT64_MAX, UINT64_MAX}});
  return database.transaction([&]() -> Outcome {
    for (const auto& [submission, label] : stranded.readable) {
      TRY_DONE(outbox.append(wire::body_of(event::FeedbackSubmitted{submission}),
                             {Now{label, {}, "", {}}, label}));
    }
    return database.run("DELETE FROM meta WHERE name = 'stranded'");
  });
}

}  // namespace

Outcome renew_token(Database& database, const std::string& epoch, Device& random) {
  const Lineage lineage{epoch, random_name(random)};
  TRY_DONE(set_meta_value(database, "token", lineage.token));
  return write_lineage(database.path(), lineage);
}

Result<Opening> open_or_recover(const std::string& path, const StoreOptions& options) {
  Opening opening;
  TRY_DONE(replace_damaged(path, opening.notices));
  TRY(const Continuity continuity, examine_wal(path, opening.notices));
  Condition condition = Condition::kDamaged;
  // A disk that cannot read for a moment looks the same to SQLite: only what is damaged twice is damaged.
  for (int attempt = 0; attempt < 2 && condition == Condition::kDamaged; ++attempt) {
    opening.database.reset();
    TRY(opening.database, open_database(path));
    TRY(condition, examine(*opening.database, options));
  }
  if (condition == Condition::kDamaged) {
    opening.database.reset();
    TRY(const Salvaged found, build_anew(path, options));
    opening.notices.push_back(report(path, found));
    TRY_DONE(complete_recovery(path));
    TRY_DONE(replace_damaged(path, opening.notices));
    TRY(opening.database, open_database(path));
    TRY_DONE(configure(*opening.database, options));
  }
  std::error_code ignored;
  std::filesystem::remove(suspect_path(path), ignored);
  TRY(opening.numbering, number(*opening.database, options, continuity, opening.notices));
  TRY_DONE(offer_stranded(*opening.database, opening.numbering, opening.notices));
  return opening;
}

}  // namespace tertulia::sqlite
