// SPDX-License-Identifier: Apache-2.0
// `tertulia-robot demo`: a full visit on the real windows of a running appliance, and the account of it: one
// number for each station of an answer on its way from the glass to the hub.
#pragma once

#include <filesystem>
#include <string>

#include "tests/robot/overhear.h"
#include "tests/robot/stuck.h"

namespace tertulia::robot {

struct DemoOptions {
  std::filesystem::path targets;  // FILE of `tertulia run --targets`
  std::filesystem::path device_database;
  std::filesystem::path hub_database;
  std::filesystem::path hub_program;
  std::filesystem::path ledger;  // empty: none
  BrokerPlace broker;
  int kiosk = 0;       // number of the screen, in the order of --role
  int moderator = -1;  // none
  int answers = 16;
  double rate = 1;
  unsigned seed = 1;
  Milliseconds patience{60'000};
};

// Exit code: 0 when all stations hold the same answers, and at least one.
[[nodiscard]] int demo(const DemoOptions& options);

}  // namespace tertulia::robot
