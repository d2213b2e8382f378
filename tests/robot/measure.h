// SPDX-License-Identifier: Apache-2.0
// `tertulia-robot measure`: the appliance from outside, with a finger, an eye and a watch. Each prints one
// line "NAME NUMBER..." for tests/bench/run. All throw Stuck.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/robot/stuck.h"

namespace tertulia::robot {

struct MeasureOptions {
  std::filesystem::path targets;     // FILE of `tertulia run --targets`
  int screen = 0;                    // number of the screen, in the order of --role
  int times = 20;                    // how often each tap or start
  int seconds = 10;                  // how long frames are counted
  double rate = 1;                   // of the appliance's clock
  std::filesystem::path database;    // of the device
  std::vector<std::string> program;  // to be started, with its arguments
};

// Lifting a finger to other pixels on the window, and the last tap to the thank-you: median and 95th
// percentile, ms. The kiosk must show the long form.
void measure_taps(const MeasureOptions& options);
// exec() to the first complete picture: median and slowest, ms.
void measure_start(const MeasureOptions& options);
// Pictures on one screen in a minute.
void measure_frames(const MeasureOptions& options);
// No number: the moderator starts what the plan has now.
void start_countdown(const MeasureOptions& options);
// Rows of the outbox that the hub takes over in a second, from the first to the last.
void measure_drain(const MeasureOptions& options);

}  // namespace tertulia::robot
