// SPDX-License-Identifier: Apache-2.0
// tertulia_ingest DATABASE ANSWERS ROUNDS: what the hub's database takes per second in batches of 500, beside
// bare batched inserts of the same answers into a table of the same kind, in turns. DATABASE is a folder for
// SQLite files, or the postgresql:// address of a database for this alone. Prints "ours N", "bare N" and
// "ratio R", of the fastest rounds; and "later N", where all answers are of one device in batches of 100:
// they wait under a seal and are mixed as the hub does it, with the mixing.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "hub/store/database.h"
#include "hub/store/mixing_rule.h"
#include "tests/bench/bare_insert.h"
#include "tests/hub/events.h"

namespace {

using namespace tertulia;
using namespace tertulia::hub;

constexpr std::size_t kBatch = 500;
constexpr std::size_t kSmallBatch = 100;  // no backlog
constexpr std::size_t kDevices = 20;

using Batches = std::vector<std::vector<Arrival>>;

// Random ids, as real ones are, and others in each round; a few devices take turns.
Batches make_batches(std::size_t answers, std::uint64_t round, std::size_t devices, std::size_t of_batch) {
  Batches batches;
  std::uint64_t state = round;
  for (std::size_t i = 0; i < answers; ++i) {
    if (i % of_batch == 0) batches.emplace_back();
    Submission next = submission(state = state * 6364136223846793005U + 1442695040888963407U);
    next.answers["learned"] = 4.0;
    next.answers["obstacles"] = std::vector<std::string>{"funding", "internet"};
    next.answers["take_home"] = "A one-stop shop, and the courage to ask.";
    const Device device{{"demo", "kiosk-" + std::to_string(i % devices)}, "epoch-" + std::to_string(round)};
    batches.back().push_back(
        sort_message(message_of(device, i / devices + 1, event::FeedbackSubmitted{next})));
  }
  return batches;
}

double per_second(const Batches& batches, const std::function<Outcome()>& work) {
  const auto begun = std::chrono::steady_clock::now();
  if (const auto done = work(); !done.ok()) {
    std::fprintf(stderr, "%s\n", done.error().message.c_str());
    std::exit(EXIT_FAILURE);
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  std::size_t answers = 0;
  for (const auto& batch : batches) answers += batch.size();
  return static_cast<double>(answers) / took.count();
}

Outcome store(const std::string& address, const Batches& batches) {
  TRY(auto database, Database::open(address));
  WallTime now{Milliseconds{1'810'130'400'000}};
  std::size_t waiting = 0;
  for (const auto& batch : batches) {
    TRY(const Stored stored, database.store(batch, now += Milliseconds(50)));
    std::size_t receipts = 0;
    for (const auto& [stream, owed] : stored.receipts) receipts += owed.size();
    if (receipts != batch.size()) return Error{"an answer has no receipt"};
    if ((waiting += stored.waiting) <= kMostOfOne) continue;
    waiting = 0;
    for (bool is_more = true; is_more;) {
      TRY(const Mixed mixed, database.mix(now));
      is_more = mixed.is_more;
    }
  }
  return Done{};
}

// A file that is not there yet; a server keeps what it has.
std::string place(const std::string& database, const std::string& name) {
  return bench::is_postgresql(database) ? database : database + "/" + name + ".db";
}

std::vector<std::vector<FeedbackRow>> rows_of(const Batches& batches) {
  std::vector<std::vector<FeedbackRow>> rows;
  for (const auto& batch : batches) {
    rows.emplace_back();
    for (const Arrival& each : batch) rows.back().push_back(std::get<arrival::Feedback>(each).row);
  }
  return rows;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return EXIT_FAILURE;
  const std::string database = argv[1];
  double ours = 0;
  double bare = 0;
  double later = 0;
  for (int round = 1; round <= std::atoi(argv[3]); ++round) {
    const Batches batches = make_batches(static_cast<std::size_t>(std::atoll(argv[2])),
                                         static_cast<std::uint64_t>(round), kDevices, kBatch);
    const auto rows = rows_of(batches);
    const std::string number = std::to_string(round);
    bare = std::max(bare, per_second(batches, [&] {
                      return bench::bare_insert(place(database, "bare" + number), rows);
                    }));
    ours =
        std::max(ours, per_second(batches, [&] { return store(place(database, "ours" + number), batches); }));
    const Batches of_one = make_batches(static_cast<std::size_t>(std::atoll(argv[2])),
                                        static_cast<std::uint64_t>(round) + 1'000'000, 1, kSmallBatch);
    later =
        std::max(later, per_second(of_one, [&] { return store(place(database, "later" + number), of_one); }));
  }
  std::printf("ours %.0f\nbare %.0f\nratio %.2f\nlater %.0f\n", ours, bare, ours / bare, later);
  return EXIT_SUCCESS;
}
