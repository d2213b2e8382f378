// SPDX-License-Identifier: Apache-2.0
// tertulia_fill_outbox FILE COUNT: a database with so many answers that wait for the hub, as after days
// without a network. For measuring how fast they go. Prints "bytes N", of the answers as they go out, and
// "written N", to the disk.
#include <cstdio>
#include <cstdlib>

#include "drivers/linux/device.h"
#include "drivers/sqlite/sqlite_store.h"
#include "tests/bench/process_figures.h"

namespace {

using namespace tertulia;

constexpr std::size_t kRows = 1000;  // at a time

Submission answer(Device& device) {
  Submission submission;
  submission.id = SubmissionId(device.random_bytes());
  submission.form = "session-evaluation";
  submission.form_hash = std::string(64, 'a');
  submission.room = "magna";
  submission.language = "en";
  submission.state = SubmissionState::kSubmitted;
  submission.answers["useful"] = "very_useful";
  submission.answers["obstacles"] = std::vector<std::string>{"funding", "internet"};
  submission.answers["learned"] = 4.0;
  submission.answers["take_home"] = "A one-stop shop, and the courage to ask.";
  return submission;
}

Result<std::uint64_t> bytes_waiting(Store& store) {
  std::uint64_t bytes = 0;
  for (std::pair<std::string, std::uint64_t> after;;) {
    TRY(const auto rows, store.waiting(after, kRows));
    if (rows.empty()) return bytes;
    for (const OutboxRow& row : rows) bytes += row.body.size();
    after = {rows.back().epoch, rows.back().seq};
  }
}

Outcome fill(const std::string& path, int count) {
  LinuxDevice device(".");
  TRY(auto opened, SqliteStore::open(path, {{"peer-exchange", "tertulia-1"}, device, Budgets{}, 0}));
  const WallTime time{Milliseconds{1'810'130'400'000}};  // 2027-05-11T14:00:00Z
  for (int i = 0; i < count; ++i) {
    TRY(const StoreCounts counts,
        opened.store->close_submission(answer(device), {{time, {}, "bench", ClockQuality::kRtc}, time}));
    static_cast<void>(counts);
  }
  TRY(const std::uint64_t bytes, bytes_waiting(*opened.store));
  opened.store.reset();
  std::printf("bytes %llu\nwritten %llu\n", static_cast<unsigned long long>(bytes),
              static_cast<unsigned long long>(bench::bytes_written()));
  return Done{};
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc == 3 ? std::atoi(argv[2]) : 0;
  if (count <= 0) return EXIT_FAILURE;
  const auto filled = fill(argv[1], count);
  if (filled.ok()) return EXIT_SUCCESS;
  std::fprintf(stderr, "%s\n", filled.error().message.c_str());
  return EXIT_FAILURE;
}
