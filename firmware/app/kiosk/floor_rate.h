// SPDX-License-Identifier: Apache-2.0
// How fast one kiosk adds to the questions from the floor. A kiosk cannot tell a person who comes back again
// and again from a queue, but a queue takes its time: it never reaches these limits, and who does gains
// nothing by hurrying. Pure.
#pragma once

#include <map>
#include <string>

#include "firmware/app/state/device_state.h"
#include "firmware/domain/time.h"

namespace tertulia {

class FloorRate {
 public:
  // Whether `words` may be added now. If so they count.
  [[nodiscard]] bool takes(const FloorWords& words, BootTime now);

 private:
  // When all that was added is forgotten: by the question that was supported; empty: of own questions.
  std::map<std::string, BootTime> forgotten_at_;
};

}  // namespace tertulia
