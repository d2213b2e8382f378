// SPDX-License-Identifier: Apache-2.0
// A robot that cannot go on: what it waited for did not come. Thrown where a person would call for help and
// caught where the visit was begun; the sentence says what was awaited and what was seen instead.
#pragma once

#include <chrono>
#include <stdexcept>

namespace tertulia::robot {

struct Stuck : std::runtime_error {
  using std::runtime_error::runtime_error;
};

using SteadyClock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

}  // namespace tertulia::robot
