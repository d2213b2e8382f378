// SPDX-License-Identifier: Apache-2.0
// What the hub takes in per second, beside bare batched inserts of the same rows into the same database.
#include <array>
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "hub/database.h"
#include "hub/schema.h"
#include "tests/hub/events.h"
#include "tests/hub/test_database.h"

namespace tertulia::hub {
namespace {

constexpr std::uint64_t kBatch = 500;
constexpr std::uint64_t kDevices = 20;
const WallTime kNow{};

class Answers500 {
 public:
  // Answers of several devices, each with an id of its own.
  std::vector<Arrival> next() {
    std::vector<Arrival> batch;
    for (std::uint64_t i = 0; i < kBatch; ++i) {
      std::array<std::uint8_t, 16> bytes{};
      for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random_());
      Submission given = submission(number_);
      given.id = SubmissionId(bytes);
      const Device device{{"demo", "kiosk-" + std::to_string(i % kDevices)}, "e1"};
      batch.push_back(
          sort_message(message_of(device, number_ / kDevices + 1, event::FeedbackSubmitted{given})));
      ++number_;
    }
    return batch;
  }

 private:
  std::mt19937 random_;
  std::uint64_t number_ = 0;
};

void ingest(benchmark::State& state, Kind kind) {
  const TestDatabase place(kind);
  auto database = Database::open(place.name()).value();
  Answers500 answers;
  for (auto turn : state) {
    state.PauseTiming();
    const auto batch = answers.next();
    state.ResumeTiming();
    if (!database.store(batch, kNow).ok()) state.SkipWithError("not stored");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(kBatch) * state.iterations());
}

void bare_inserts(benchmark::State& state, Kind kind) {
  const TestDatabase place(kind);
  { const auto made = Database::open(place.name()); }
  const auto sql = Sql::open(place.name(), OpenMode::kCreate).value();
  Answers500 answers;
  for (auto turn : state) {
    state.PauseTiming();
    const auto batch = answers.next();
    Rows rows{"feedback", feedback_columns(), 1, {}};
    for (const Arrival& each : batch) {
      const FeedbackRow& row = std::get<arrival::Feedback>(each).row;
      rows.rows.push_back({row.id, row.programme, row.room, row.session, row.form, row.form_hash,
                           row.language, row.state, row.answers, row.time});
    }
    state.ResumeTiming();
    if (!sql->begin().ok() || !sql->add(rows).ok() || !sql->commit().ok()) state.SkipWithError("not stored");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(kBatch) * state.iterations());
}

BENCHMARK_CAPTURE(bare_inserts, sqlite, Kind::kSqlite)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(ingest, sqlite, Kind::kSqlite)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(bare_inserts, postgres, Kind::kPostgres)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(ingest, postgres, Kind::kPostgres)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace tertulia::hub

BENCHMARK_MAIN();
