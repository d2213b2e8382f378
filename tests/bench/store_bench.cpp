// SPDX-License-Identifier: Apache-2.0
// What "thank you" waits for: one submission committed, beside the least that a disk can do, the same number
// of bytes written and synchronised, on the same disk in the same run.
#include <string>

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include "tests/bench/process_figures.h"
#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

Outcome commit(Store& store, FakeDevice& random) {
  Submission next = submitted(1);
  next.id = SubmissionId(random.random_bytes());
  TRY([[maybe_unused]] const StoreCounts counts, store.close_submission(next, at_tap()));
  return Done{};
}

// What one commit writes on average, with its share of what moves from the log into the file.
std::size_t bytes_of_a_commit() {
  constexpr std::size_t kCommits = 200;
  const Folder folder;
  FakeDevice random;
  const auto opened = open(folder.file(), random);
  const auto before = bench::bytes_written();
  for (std::size_t i = 0; i < kCommits; ++i)
    if (!commit(*opened.store, random).ok()) return 0;
  return (bench::bytes_written() - before) / kCommits;
}

void bare_write_and_fdatasync(benchmark::State& state) {
  const Folder folder;
  const int file = ::open(folder.file("bare").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  const std::string bytes(bytes_of_a_commit(), 'a');
  for (auto turn : state) {
    const auto written = write(file, bytes.data(), bytes.size());
    if (bytes.empty() || written != static_cast<ssize_t>(bytes.size()) || fdatasync(file) != 0)
      state.SkipWithError("the disk does not write");
  }
  close(file);
}
BENCHMARK(bare_write_and_fdatasync)->Unit(benchmark::kMillisecond)->UseRealTime();

void commit_of_a_submission(benchmark::State& state) {
  const Folder folder;
  FakeDevice random;
  const auto opened = open(folder.file(), random);
  for (auto turn : state)
    if (!commit(*opened.store, random).ok()) state.SkipWithError("not committed");
}
BENCHMARK(commit_of_a_submission)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace tertulia
