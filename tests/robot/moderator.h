// SPDX-License-Identifier: Apache-2.0
// A robot in the place of the moderator: each command is a tap, done when the desk shows what may come next.
#pragma once

#include "tests/robot/glass.h"

namespace tertulia::robot {

class Moderator {
 public:
  explicit Moderator(Glass& glass) : glass_(glass) {}  // `glass` must outlive this

  void start() { steer("start", "pause"); }
  void add_one() { steer("add-one", "pause"); }
  void pause() { steer("pause", "resume"); }
  void resume() { steer("resume", "pause"); }
  // Ends the running part; the next one, if any, begins or waits for its start.
  void next();

  [[nodiscard]] int commands() const { return commands_; }

 private:
  void steer(const char* command, const char* then);

  Glass& glass_;
  int commands_ = 0;
};

}  // namespace tertulia::robot
