// SPDX-License-Identifier: Apache-2.0
// What "thank you" waits for: one submission committed, beside the least that a disk can do, on the same disk
// in the same run.
#include <array>
#include <filesystem>
#include <string>

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include "tests/drivers/sqlite/samples.h"

namespace tertulia {
namespace {

constexpr std::size_t kPage = 4096;

void bare_write_and_fdatasync(benchmark::State& state) {
  const Folder folder;
  const int file = ::open(folder.file("bare").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  const std::array<char, kPage> page{};
  for (auto turn : state) {
    const auto written = write(file, page.data(), page.size());
    if (written != static_cast<ssize_t>(page.size()) || fdatasync(file) != 0)
      state.SkipWithError("the disk does not write");
  }
  close(file);
}
BENCHMARK(bare_write_and_fdatasync)->Unit(benchmark::kMillisecond)->UseRealTime();

void commit_of_a_submission(benchmark::State& state) {
  const Folder folder;
  FakeDevice random;
  const auto opened = open(folder.file(), random);
  for (auto turn : state) {
    Submission next = submitted(1);
    next.id = SubmissionId(random.random_bytes());
    if (!opened.store->close_submission(next, at_tap()).ok()) state.SkipWithError("not committed");
  }
}
BENCHMARK(commit_of_a_submission)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace tertulia
