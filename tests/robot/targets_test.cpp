// SPDX-License-Identifier: Apache-2.0
#include "tests/robot/targets.h"

#include <thread>

#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"

namespace tertulia::robot {
namespace {

// A list that is replaced as the appliance does it.
class targets : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path list() const { return folder_ / "targets"; }
  void shows(const std::string& lines) const {
    const auto draft = folder_.write("targets.0.new", lines);
    std::filesystem::rename(draft, folder_ / "targets.0");
  }

 private:
  ScratchFolder folder_;
};

TEST_F(targets, are_read_with_names_that_hold_blanks_and_colons) {
  TargetBoard board(list(), 0);
  shows("kiosk\tkey::\t1\t2\t3\t4\nkiosk\ta b\t5\t6\t7\t8\n");
  ASSERT_TRUE(board.read().has("key::"));
  EXPECT_EQ(board.read().find("a b")->bottom, 8);
}

TEST_F(targets, are_awaited_until_the_file_is_replaced) {
  TargetBoard board(list(), 0);
  shows("kiosk\tnext\t1\t2\t3\t4\n");
  std::thread later([this] { shows("kiosk\tdone\t1\t2\t3\t4\n"); });
  const auto done = [](const Targets& page) { return page.has("done"); };
  EXPECT_TRUE(board.wait_for(done, "done", Milliseconds{10'000}).has("done"));
  later.join();
}

TEST_F(targets, that_do_not_come_are_reported_with_what_is_there_instead) {
  TargetBoard board(list(), 0);
  shows("kiosk\tnext\t1\t2\t3\t4\n");
  try {
    board.wait_for([](const Targets&) { return false; }, "done", Milliseconds{1});
    FAIL();
  } catch (const Stuck& stuck) {
    EXPECT_NE(std::string(stuck.what()).find("it shows: next"), std::string::npos) << stuck.what();
  }
}

}  // namespace
}  // namespace tertulia::robot
