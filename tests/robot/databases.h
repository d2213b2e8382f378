// SPDX-License-Identifier: Apache-2.0
// What the device's and the hub's database files hold, read beside the running programs with SQL of our own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace tertulia::robot {

struct DeviceHolds {
  std::set<std::string> stored;        // ids of submitted answers
  std::set<std::string> acknowledged;  // of those, taken over by the hub
  std::uint64_t waiting = 0;           // rows of the outbox
};

struct HubHolds {
  std::vector<std::string> ids;      // of submitted answers
  std::vector<std::string> answers;  // canonical, in the same order
  std::uint64_t timer_events = 0;
  std::uint64_t quarantined = 0;
};

// A file that is not there yet, or busy, holds nothing. Throws Stuck when a table is not as expected.
[[nodiscard]] DeviceHolds device_holds(const std::filesystem::path& file);
// What waits at the hub, sealed, is mixed first by `hub_program`: nobody else can read it.
[[nodiscard]] HubHolds hub_holds(const std::filesystem::path& file, const std::filesystem::path& hub_program);
// State of the only device in the hub's list: "ready", "disconnected", "lost"; empty when there is none.
[[nodiscard]] std::string device_state(const std::filesystem::path& hub_file);

}  // namespace tertulia::robot
