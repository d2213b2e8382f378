// SPDX-License-Identifier: Apache-2.0
#include "tests/powercut/seen.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

#include "drivers/sqlite/connection/database.h"

namespace tertulia::powercut {
namespace {

using sqlite::Database;
using sqlite::Statement;

Outcome each(Database& database, const std::string& sql, const std::function<void(const Statement&)>& take) {
  TRY(auto rows, database.query(sql));
  while (true) {
    TRY(const bool found, rows.step());
    if (!found) return Done{};
    take(rows);
  }
}

std::string short_of(const std::string& text) {
  return std::to_string(text.size()) + ":" + std::to_string(std::hash<std::string>()(text));
}

}  // namespace

Result<Seen> see(const std::string& path) {
  TRY(const auto database, Database::open(path, sqlite::Access::kWrite));
  Seen seen;
  TRY(seen.integrity, database->text("PRAGMA integrity_check(1)"));
  TRY_DONE(
      each(*database, "SELECT id, state, answers, acknowledged FROM submissions", [&](const Statement& row) {
        seen.submissions.push_back({row.text(0), row.text(1), row.text(2), row.number(3) != 0});
      }));
  TRY_DONE(each(*database,
                "SELECT epochs.epoch, seq, event_id, body FROM outbox JOIN epochs ON epochs.number = "
                "outbox.epoch ORDER BY outbox.epoch, seq",
                [&](const Statement& row) {
                  seen.rows.push_back({row.text(0), row.count(1), row.text(2), row.text(3)});
                }));
  TRY_DONE(
      each(*database,
           "SELECT epochs.epoch, seq, event_id, body FROM kept JOIN epochs ON epochs.number = kept.epoch "
           "ORDER BY kept.epoch, seq",
           [&](const Statement& row) {
             seen.kept.push_back({row.text(0), row.count(1), row.text(2), row.text(3)});
           }));
  const auto other = [&](const Statement& row) { seen.others.push_back(row.text(0)); };
  TRY_DONE(
      each(*database, "SELECT 'label ' || id || ' ' || label || ' ' || session FROM submissions", other));
  TRY_DONE(each(*database, "SELECT 'state ' || event_id || ' ' || kind || ' ' || state || reason FROM outbox",
                other));
  TRY_DONE(each(*database, "SELECT 'word ' || room || place || body FROM rooms", other));
  TRY_DONE(each(*database, "SELECT 'tally ' || session || ' ' || submitted || ' ' || acknowledged FROM tally",
                other));
  TRY_DONE(each(*database, "SELECT 'usage ' || kind || ' ' || rows || ' ' || bytes FROM usage WHERE rows > 0",
                other));
  TRY_DONE(each(*database,
                "SELECT 'kept usage ' || kind || ' ' || rows || ' ' || bytes FROM kept_usage WHERE rows > 0",
                other));
  TRY_DONE(each(*database,
                "SELECT 'slip ' || room || ' ' || submitted || ' ' || receipted || submitted_sum || "
                "receipted_sum || unknown FROM slips",
                other));
  TRY_DONE(each(*database, "SELECT 'hub ' || value FROM meta WHERE name = 'hub'", other));
  return seen;
}

Lines lines_of(const Seen& seen) {
  Lines lines = seen.others;
  for (const auto& each : seen.submissions)
    lines.push_back("submission " + each.id + " " + each.state + (each.acknowledged ? " at the hub " : " ") +
                    short_of(each.answers));
  for (const auto& each : seen.rows)
    lines.push_back("row " + each.epoch + "-" + std::to_string(each.seq) + " " + each.event_id + " " +
                    short_of(each.body));
  for (const auto& each : seen.kept)
    lines.push_back("kept " + each.epoch + "-" + std::to_string(each.seq) + " " + each.event_id + " " +
                    short_of(each.body));
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::string first_difference(const Lines& wanted, const Lines& found) {
  Lines difference;
  std::set_symmetric_difference(wanted.begin(), wanted.end(), found.begin(), found.end(),
                                std::back_inserter(difference));
  if (difference.empty()) return {};
  const bool missing = std::binary_search(wanted.begin(), wanted.end(), difference.front());
  return (missing ? "missing: " : "not wanted: ") + difference.front();
}

Image read_folder(const std::string& folder) {
  Image image;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    image[entry.path().filename()] = {std::istreambuf_iterator<char>(file), {}};
  }
  return image;
}

void write_folder(const std::string& folder, const Image& image) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) std::filesystem::remove(entry.path());
  for (const auto& [name, content] : image) {
    std::ofstream file(folder + "/" + name, std::ios::binary);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
  }
}

}  // namespace tertulia::powercut
