// SPDX-License-Identifier: Apache-2.0
#include "tests/robot/databases.h"

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "tests/robot/answers.h"
#include "tests/robot/stuck.h"

namespace tertulia::robot {
namespace {

constexpr int kBusyMilliseconds = 5'000;

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

class Reader {
 public:
  explicit Reader(const std::filesystem::path& file) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    database_.reset(opened);
    if (code != SQLITE_OK) database_.reset();
    if (database_) sqlite3_busy_timeout(opened, kBusyMilliseconds);
    // Created, but without its tables yet.
    each("SELECT 1 FROM sqlite_master", [&](sqlite3_stmt*) { is_ready_ = true; });
    if (!is_ready_) database_.reset();
  }

  void each(const char* sql, const std::function<void(sqlite3_stmt*)>& row) {
    if (!database_) return;
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v2(database_.get(), sql, -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
    if (code != SQLITE_OK) throw Stuck(std::string(sql) + ": " + sqlite3_errmsg(database_.get()));
    while (sqlite3_step(prepared) == SQLITE_ROW) row(prepared);
  }

  std::uint64_t number(const char* sql) {
    std::uint64_t result = 0;
    each(sql, [&](sqlite3_stmt* row) { result = static_cast<std::uint64_t>(sqlite3_column_int64(row, 0)); });
    return result;
  }

 private:
  std::unique_ptr<sqlite3, CloseDatabase> database_;
  bool is_ready_ = false;
};

std::string text(sqlite3_stmt* row, int column) {
  const unsigned char* bytes = sqlite3_column_text(row, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
  return bytes == nullptr ? std::string() : std::string(bytes, bytes + size);
}

}  // namespace

DeviceHolds device_holds(const std::filesystem::path& file) {
  DeviceHolds holds;
  Reader reader(file);
  reader.each("SELECT id, acknowledged FROM submissions WHERE state = 'submitted'", [&](sqlite3_stmt* row) {
    holds.stored.insert(text(row, 0));
    if (sqlite3_column_int(row, 1) != 0) holds.acknowledged.insert(text(row, 0));
  });
  holds.waiting = reader.number("SELECT count(*) FROM outbox");
  return holds;
}

HubHolds hub_holds(const std::filesystem::path& file, const std::filesystem::path& hub_program) {
  HubHolds holds;
  if (!std::filesystem::exists(file)) return holds;
  const std::string mix =
      "'" + hub_program.string() + "' mix --database '" + file.string() + "' >/dev/null 2>&1";
  static_cast<void>(std::system(mix.c_str()));  // what is not mixed is missing
  Reader reader(file);
  reader.each("SELECT id, language, answers FROM feedback WHERE state = 'submitted'", [&](sqlite3_stmt* row) {
    holds.ids.push_back(text(row, 0));
    const auto answers = nlohmann::json::parse(text(row, 2), nullptr, false);
    holds.answers.push_back(answers.is_object() ? canonical(text(row, 1), answers) : "no answers");
  });
  holds.timer_events = reader.number("SELECT count(*) FROM event WHERE type LIKE 'org.tertulia.timer.%'");
  holds.quarantined = reader.number("SELECT count(*) FROM quarantine");
  return holds;
}

std::string device_state(const std::filesystem::path& hub_file) {
  std::string state;
  Reader(hub_file).each("SELECT state FROM device", [&](sqlite3_stmt* row) { state = text(row, 0); });
  return state;
}

}  // namespace tertulia::robot
