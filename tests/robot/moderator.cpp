// SPDX-License-Identifier: Apache-2.0
#include "tests/robot/moderator.h"

namespace tertulia::robot {

void Moderator::steer(const char* command, const char* then) {
  const auto version = glass_.now().version;
  glass_.tap(command);
  ++commands_;
  glass_.wait_for([&](const Targets& desk) { return desk.version > version && desk.has(then); },
                  std::string("the moderator's ") + then + " after " + command);
}

void Moderator::next() {
  const bool is_last = !glass_.now().has("next");
  if (is_last) steer("finish", "end");
  const auto version = glass_.now().version;
  glass_.tap(is_last ? "end" : "next");
  ++commands_;
  glass_.wait_for(
      [&](const Targets& desk) {
        return desk.version > version && (desk.has("pause") || desk.has("start") || desk.has_any("session:"));
      },
      "the moderator's next part");
}

}  // namespace tertulia::robot
