// SPDX-License-Identifier: Apache-2.0
#include "tests/powercut/defects.h"

#include <string>

#include <dlfcn.h>
#include <sqlite3.h>

namespace tertulia::powercut {
namespace {

Defect now = Defect::kNone;  // the C interface below knows no context

template <class Function>
Function real(Function, const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

std::string weakened(const char* text) {
  std::string sql = text == nullptr ? "" : text;  // SQLite calls itself too, without memory for the text
  const std::string_view full = "synchronous = FULL";
  const auto at = sql.find(full);
  if (at == std::string::npos) return sql;
  if (now == Defect::kSynchronousOff) sql.replace(at, full.size(), "synchronous = OFF");
  if (now == Defect::kSynchronousNormal) sql.replace(at, full.size(), "synchronous = NORMAL");
  return sql;
}

// A statement that begins a transaction of its own.
bool begins_what_is_apart(std::string_view sql) {
  return (now == Defect::kOutboxRowApart && sql.starts_with("INSERT INTO outbox")) ||
         (now == Defect::kErasedApart && sql.starts_with("DELETE FROM kept"));
}

}  // namespace

std::string_view to_text(Defect defect) {
  switch (defect) {
    case Defect::kNone:
      return "none";
    case Defect::kSynchronousOff:
      return "synchronous-off";
    case Defect::kSynchronousNormal:
      return "synchronous-normal";
    case Defect::kOutboxRowApart:
      return "outbox-row-apart";
    case Defect::kErasedApart:
      return "erased-apart";
    case Defect::kThankedBeforeCommit:
      return "thanked-before-commit";
    case Defect::kFilesNotSynced:
      return "files-not-synced";
    case Defect::kFoldersNotSynced:
      return "folders-not-synced";
  }
  return "none";
}

std::optional<Defect> defect_from(std::string_view text) {
  for (const Defect defect : kDefects)
    if (to_text(defect) == text) return defect;
  return text == "none" ? std::optional(Defect::kNone) : std::nullopt;
}

Defective::Defective(Defect defect, std::uint64_t seed) {
  now = defect;
  sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, static_cast<int>(seed | 1U), nullptr);
  sqlite3_randomness(0, nullptr);  // begins anew, from the seed
}
Defective::~Defective() { now = Defect::kNone; }

}  // namespace tertulia::powercut

extern "C" {

// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): SQLite's declaration names none
int sqlite3_exec(sqlite3* database, const char* sql, int (*row)(void*, int, char**, char**), void* context,
                 char** message) {
  using namespace tertulia::powercut;
  static const auto original = real(&sqlite3_exec, "sqlite3_exec");
  return original(database, weakened(sql).c_str(), row, context, message);
}

// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): SQLite's declaration names none
int sqlite3_step(sqlite3_stmt* statement) {
  using namespace tertulia::powercut;
  static const auto original = real(&sqlite3_step, "sqlite3_step");
  const char* const sql = sqlite3_sql(statement);  // SQLite's own have none
  if (sql != nullptr && sqlite3_stmt_busy(statement) == 0 && begins_what_is_apart(sql))
    sqlite3_exec(sqlite3_db_handle(statement), "COMMIT; BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
  return original(statement);
}

}  // extern "C"
