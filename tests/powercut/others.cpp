// SPDX-License-Identifier: Apache-2.0
#include "tests/powercut/others.h"

#include <algorithm>

#include "drivers/sqlite/connection/database.h"
#include "drivers/sqlite/records/schema.h"
#include "firmware/domain/digest.h"
#include "firmware/files/replace_file.h"
#include "firmware/program/closing_slip.h"
#include "tests/drivers/sqlite/samples.h"
#include "tests/powercut/life.h"

namespace tertulia::powercut {
namespace {

constexpr const char* kFile = "kept.txt";
constexpr const char* kExport = "held.jsonl";
constexpr std::size_t kPage = 4096;

// Closed cleanly or, with a WAL left behind, killed.
void fill(const std::string& path, std::uint64_t seed) {
  FakeDevice random(seed);
  Dice dice(seed);
  const auto opened = open(path, random);
  for (std::uint8_t number = 1; number <= 16; ++number)
    submit(*opened.store, number, std::string(dice.below(1'500), 'x'));
  EXPECT_TRUE(opened.store->save_draft(submission(200)).ok());
  EXPECT_TRUE(opened.store->save_room_word({"main-hall", "timer", "{}"}).ok());
}

Recording record_opening(const std::string& folder, std::uint64_t seed, Defect defect) {
  Recorder recorder(folder, kDatabase, defect);
  const Watching watching(folder, recorder);
  FakeDevice random(~seed);
  recorder.deed("open and close", Recorder::Look::kClosed, [&] { open(folder + "/" + kDatabase, random); });
  return recorder.take();
}

// Ids of what waits and of what was submitted: an interrupted recovery numbers anew, which is no loss.
Lines ids(const Seen& seen) {
  Lines lines;
  for (const auto& row : seen.rows) lines.push_back("waits " + row.event_id);
  for (const auto& each : seen.submissions) lines.push_back(each.state + " " + each.id + each.answers);
  for (const auto& other : seen.others)
    if (other.starts_with("word") || other.starts_with("tally")) lines.push_back(other);
  std::sort(lines.begin(), lines.end());
  return lines;
}

Result<Seen> seen_after_opening(const std::string& folder) {
  FakeDevice random(~std::uint64_t{0});
  const std::string path = folder + "/" + kDatabase;
  TRY(const auto opened, SqliteStore::open(path, options_with(random)));
  return see(path);
}

void fill_first_schema(const std::string& path, std::uint64_t seed) {
  const auto database = sqlite::Database::open(path, sqlite::Access::kWrite).value();
  Dice dice(seed);
  EXPECT_TRUE(database->script("PRAGMA journal_mode = WAL").ok());
  EXPECT_TRUE(sqlite::migrate(*database, 1).ok());
  EXPECT_TRUE(database->script("INSERT INTO epochs VALUES (1, 'old', 40)").ok());
  for (std::uint8_t number = 1; number <= 40; ++number) {
    const std::string id = id_of(number).text();
    const std::string body = "{\"x\":\"" + std::string(dice.below(2'000), 'x') + "\"}";
    EXPECT_TRUE(database
                    ->run("INSERT INTO submissions VALUES (?1, 'main-hall', 'opening', 'f', 'h', 'en', "
                          "'submitted', 0, 0, '{}')",
                          {id})
                    .ok());
    EXPECT_TRUE(database
                    ->run("INSERT INTO outbox VALUES (1, ?1, 'feedback', ?2, ?3, 'stored', '')",
                          {std::int64_t{number}, id, body})
                    .ok());
  }
}

}  // namespace

Recording record_migration(const std::string& folder, std::uint64_t seed, Defect defect) {
  const Defective defective(defect, seed);
  fill_first_schema(folder + "/" + kDatabase, seed);
  Recording recording = record_opening(folder, seed, defect);
  recording.deeds.back().after = lines_of(see(folder + "/" + kDatabase).value());
  return recording;
}

std::string judge_migration(const Recording& recording, std::size_t, const std::string& folder) {
  const auto seen = seen_after_opening(folder);
  if (!seen.ok()) return seen.error().message;
  if (seen.value().integrity != "ok") return "not sound: " + seen.value().integrity;
  if (std::filesystem::exists(folder + "/" + kDatabase + ".corrupt-1")) return "taken for damaged";
  return first_difference(recording.deeds.back().after, lines_of(seen.value()));
}

Recording record_damage(const std::string& folder, std::uint64_t seed, Defect defect) {
  const Defective defective(defect, seed);
  const std::string path = folder + "/" + kDatabase;
  fill(path, seed);
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  const auto pages = std::filesystem::file_size(path) / kPage;
  file.seekp(static_cast<std::streamoff>(Dice(seed).below(pages) * kPage));
  file << std::string(kPage, 'Z');
  file.close();
  Recording recording = record_opening(folder, seed, defect);
  recording.deeds.back().after = ids(see(path).value());
  return recording;
}

std::string judge_damage(const Recording& recording, std::size_t, const std::string& folder) {
  const auto seen = seen_after_opening(folder);
  if (!seen.ok()) return seen.error().message;
  if (seen.value().integrity != "ok") return "not sound: " + seen.value().integrity;
  return first_difference(recording.deeds.back().after, ids(seen.value()));
}

Recording record_files(const std::string& folder, std::uint64_t seed, Defect defect) {
  Recorder recorder(folder, kFile, defect);
  const Watching watching(folder, recorder);
  Dice dice(seed);
  for (int version = 1; version <= 8; ++version) {
    const std::string content = std::to_string(version) + std::string(dice.below(20'000), 'v');
    recorder.deed(content, Recorder::Look::kClosed,
                  [&] { EXPECT_TRUE(replace_file(folder + "/" + kFile, content).ok()); });
  }
  return recorder.take();
}

namespace {

// A file whose content is the name of the deed that wrote it.
std::string judge_file(const Recording& recording, std::size_t cut, const std::string& path) {
  const std::string found = std::filesystem::exists(path) ? bytes_of(path) : "";
  std::string safe;
  for (const Deed& deed : recording.deeds) {
    if (deed.ended <= cut)
      safe = deed.name;
    else if (deed.began < cut && found == deed.name)
      return {};
  }
  return found == safe ? ""
                       : "neither the old file nor the new one: " + std::to_string(found.size()) + " bytes";
}

}  // namespace

std::string judge_files(const Recording& recording, std::size_t cut, const std::string& folder) {
  return judge_file(recording, cut, folder + "/" + kFile);
}

Recording record_export(const std::string& folder, std::uint64_t seed, Defect defect) {
  Recorder recorder(folder, kExport, defect);
  const Watching watching(folder, recorder);
  Dice dice(seed);
  for (int version = 1; version <= 6; ++version) {
    std::vector<std::string> held(1 + dice.below(5));
    std::string content;
    for (std::string& body : held) {
      body = std::to_string(version) + std::string(dice.below(5'000), 'v');
      content += body + "\n";
    }
    const auto each_held = [&](const sqlite::TakeHeld& take) -> Outcome {
      for (const std::string& body : held) TRY_DONE(take({body, false}));
      return Done{};
    };
    const auto sign = [](const std::string&) -> Result<std::string> { return Error{"no certificate"}; };
    recorder.deed(content, Recorder::Look::kClosed,
                  [&] { EXPECT_TRUE(export_events(each_held, folder, "held", sign).ok()); });
  }
  return recorder.take();
}

std::string judge_export(const Recording& recording, std::size_t cut, const std::string& folder) {
  const std::string path = folder + "/" + kExport;
  if (auto violation = judge_file(recording, cut, path); !violation.empty()) return violation;
  const bool in_progress = std::any_of(recording.deeds.begin(), recording.deeds.end(), [&](const Deed& deed) {
    return deed.began < cut && cut < deed.ended;
  });
  if (!std::filesystem::exists(path + ".sha256"))
    return in_progress || !std::filesystem::exists(path) ? "" : "the digest is lost";
  const std::string wanted = sha256_hex(bytes_of(path)) + "  " + kExport + "\n";
  return bytes_of(path + ".sha256") == wanted ? "" : "the digest of another file";
}

}  // namespace tertulia::powercut
