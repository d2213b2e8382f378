// SPDX-License-Identifier: Apache-2.0
// Lays side by side what the robot did, what each station holds, and judges it: firmware/docs/trust.md, I1 to
// I4.
#pragma once

#include <set>
#include <string>

#include "tests/robot/databases.h"
#include "tests/robot/ledger.h"

namespace tertulia::robot {

struct Account {
  const Ledger& ledger;
  DeviceHolds device;
  std::set<std::string> published;  // ids that went through the broker
  HubHolds hub;
  int commands = 0;  // taps of the moderator
};

struct Verdict {
  std::size_t lost = 0;      // thanked, but not in the hub's database as entered
  std::size_t doubled = 0;   // in it more often than entered
  std::size_t invented = 0;  // in it, but never entered so
};
// Answers that were perhaps sent are allowed to be there, once.
[[nodiscard]] Verdict judge(const Ledger& ledger, const HubHolds& hub);

[[nodiscard]] std::string to_text(const Account& account);
// All stations hold the same answers as entered, and at least one.
[[nodiscard]] bool is_settled(const Account& account);

}  // namespace tertulia::robot
