// SPDX-License-Identifier: Apache-2.0
// A store or a disk with a known defect does not pass the power cuts.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/powercut/campaign.h"

namespace tertulia::powercut {
namespace {

Verdict run(Defect defect, std::uint64_t images, std::uint64_t enough_failures) {
  return run_campaign({images, 11, defect, enough_failures}, all_scenarios());
}

bool complains(const Verdict& verdict, const std::string& of) {
  return std::any_of(verdict.violations.begin(), verdict.violations.end(),
                     [&](const std::string& each) { return each.find(of) != std::string::npos; });
}

TEST(power_cuts, find_a_store_that_never_syncs) {
  EXPECT_TRUE(complains(run(Defect::kSynchronousOff, 4'000, 60), "thanked and lost"));
}
TEST(power_cuts, find_a_store_that_syncs_only_at_checkpoints) {
  EXPECT_TRUE(complains(run(Defect::kSynchronousNormal, 4'000, 60), "thanked and lost"));
}
TEST(power_cuts, find_an_outbox_row_outside_of_the_transaction) {
  EXPECT_TRUE(complains(run(Defect::kOutboxRowApart, 4'000, 60), "half done"));
}
TEST(power_cuts, find_answers_that_are_erased_outside_of_the_transaction) {
  EXPECT_TRUE(complains(run(Defect::kErasedApart, 4'000, 60), "half done"));
}
TEST(power_cuts, find_a_thank_you_before_the_commit) {
  EXPECT_TRUE(complains(run(Defect::kThankedBeforeCommit, 4'000, 60), "thanked and lost"));
}

class a_lying_disk : public testing::TestWithParam<Scenario> {};
INSTANTIATE_TEST_SUITE_P(in_each_scenario, a_lying_disk, testing::ValuesIn(all_scenarios()),
                         [](const auto& scenario) { return scenario.param.name; });

TEST_P(a_lying_disk, is_found_when_it_does_not_sync_files) {
  Scenario only = GetParam();
  only.percent = 100;
  EXPECT_GT(run_campaign({600, 11, Defect::kFilesNotSynced, 1}, {only}).failures, 0U);
}

// SQLite writes the names of its files only once: a life alone shows nothing of it.
TEST(power_cuts, find_a_disk_that_does_not_sync_folders) {
  auto scenarios = all_scenarios();
  std::erase_if(scenarios,
                [](const Scenario& each) { return each.name == "life" || each.name == "migration"; });
  for (Scenario& each : scenarios) {
    each.percent = 100;
    EXPECT_GT(run_campaign({600, 11, Defect::kFoldersNotSynced, 1}, {each}).failures, 0U) << each.name;
  }
}

TEST(power_cuts, come_back_from_the_name_of_their_image) {
  const Verdict verdict = run(Defect::kThankedBeforeCommit, 4'000, 1);
  ASSERT_EQ(verdict.violations.size(), 1U);
  const auto name = image_name_from(verdict.violations.front());
  ASSERT_TRUE(name);
  const auto again = replay(*name, Defect::kThankedBeforeCommit, testing::TempDir() + "powercut-image");
  EXPECT_EQ(to_text(*name) + " " + again, verdict.violations.front());
}

}  // namespace
}  // namespace tertulia::powercut
