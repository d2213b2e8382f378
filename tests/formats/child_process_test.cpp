// SPDX-License-Identifier: Apache-2.0
#include "drivers/linux/child_process.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tertulia {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// Limits that are small enough for a test. The child is compiled without a sanitizer in every build: one
// cannot live within a bound address space, and it would take the signals.
ChildRun child_that(const std::string& does) {
  ChildRun run{{TERTULIA_MISBEHAVING_READER, does}, "The calendar agenda.ics", {}};
  run.limits.cpu = std::chrono::seconds(1);
  run.limits.wall = std::chrono::seconds(30);
  run.limits.output_bytes = 1U << 20U;
  return run;
}

std::string error_of(const ChildRun& run) {
  const auto output = run_limited(run);
  return output.ok() ? "it went well: " + output.value() : output.error().message;
}

TEST(child_process, what_the_child_prints_comes_back) {
  const auto output = run_limited(child_that("speak"));
  ASSERT_TRUE(output.ok()) << output.error().message;
  EXPECT_EQ(output.value(), "a pack\n");
}

TEST(child_process, an_accepted_exit_code_is_no_error) {
  EXPECT_TRUE(run_limited(child_that("refuse"), 2).ok());
  EXPECT_THAT(error_of(child_that("refuse")), HasSubstr("the importer failed (exit code 2)"));
}

TEST(child_process, a_crash_is_an_error_sentence_about_its_subject) {
  const std::string error = error_of(child_that("crash"));
  EXPECT_THAT(error, StartsWith("The calendar agenda.ics could not be read: "));
  EXPECT_THAT(error, HasSubstr("the importer crashed (signal 11)"));
}

TEST(child_process, a_busy_hang_ends_with_its_processor_time) {
  EXPECT_THAT(error_of(child_that("spin")), HasSubstr("more processor time than is allowed"));
}

TEST(child_process, an_idle_hang_ends_with_the_clock) {
  ChildRun run = child_that("sleep");
  run.limits.wall = std::chrono::milliseconds(1000);
  EXPECT_THAT(error_of(run),
              HasSubstr("took longer than 1 s, as long as it may; make its files smaller or fewer"));
}

TEST(child_process, too_much_output_is_cut_off) {
  EXPECT_THAT(error_of(child_that("flood")), HasSubstr("printed more than 1048576 bytes"));
}

TEST(child_process, too_much_memory_is_not_given) {
  EXPECT_THAT(error_of(child_that("eat")), HasSubstr("failed (exit code 9)"));
  ChildRun run = child_that("eat");
  run.limits.memory_limit = MemoryLimit::kOff;
  EXPECT_TRUE(run_limited(run).ok()) << "the limit is what refuses it";
}

TEST(child_process, the_child_writes_no_file) {
  const auto path = std::filesystem::path(testing::TempDir()) / "child_process_file";
  ChildRun run = child_that("write");
  run.command.push_back(path.string());
  EXPECT_THAT(error_of(run), HasSubstr("failed (exit code 9)"));
  std::filesystem::remove(path);
}

TEST(child_process, the_child_reads_nothing_from_us) { EXPECT_TRUE(run_limited(child_that("listen")).ok()); }

TEST(child_process, a_program_that_is_not_there_is_an_error_sentence) {
  ChildRun run = child_that("speak");
  run.command[0] = "/nowhere/tertulia";
  EXPECT_THAT(error_of(run), HasSubstr("could not be started"));
}

}  // namespace
}  // namespace tertulia
