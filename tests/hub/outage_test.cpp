// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL that goes away in the middle of the work, with the real program and a real broker.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/hub/running_hub.h"

namespace tertulia::hub {
namespace {

class hub_outage : public RunningHub {
 protected:
  void keep(std::uint64_t first, std::uint64_t last) {
    for (std::uint64_t seq = first; seq <= last; ++seq)
      device_.keep(seq, seq % 4 == 0 ? audit(device_.device, seq) : feedback(device_.device, seq));
  }
};

TEST_P(hub_outage, a_database_that_dies_again_and_again_costs_no_row_and_doubles_none) {
  constexpr std::uint64_t kRows = 60;
  start_hub();
  for (std::uint64_t round = 0; round < 4; ++round) {
    keep(round * kRows + 1, (round + 1) * kRows);
    const std::uint64_t acked = device_.acked();
    device_.send_all();
    ASSERT_TRUE(
        device_.pump([&] { return round % 2 == 0 ? device_.acked() > acked : device_.is_brokered(); }));
    round % 2 == 0 ? postgres().stop_now() : postgres().kill();
    // One more row, so that the hub has something to write and finds out.
    device_.send(audit(device_.device, (round + 1) * kRows));
    ASSERT_TRUE(device_.pump([&] { return !device_.is_hub_online(); })) << "it must say that it is offline";
    ASSERT_TRUE(postgres().start()) << postgres().log();
    ASSERT_TRUE(device_.pump([&] { return device_.is_hub_online(); }));
    ASSERT_TRUE(deliver());
  }
  EXPECT_EQ(device_.acked(), 4 * kRows);
  EXPECT_EQ(run("count"), std::to_string(4 * kRows * 3 / 4) + "\n");
}

INSTANTIATE_TEST_SUITE_P(postgres, hub_outage, testing::Values(Kind::kPostgres), name_of);

}  // namespace
}  // namespace tertulia::hub
