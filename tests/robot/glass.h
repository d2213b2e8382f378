// SPDX-License-Identifier: Apache-2.0
// One screen of the appliance as a person has it before them: what can be touched, and a hand to do it.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "tests/robot/hand.h"
#include "tests/robot/targets.h"

namespace tertulia::robot {

struct GlassOptions {
  std::string display;            // of X; empty: $DISPLAY
  std::filesystem::path targets;  // FILE of --targets
  int screen = 0;                 // number of the screen, in the order of --role
  std::string title;              // end of the window's title: the role
  double rate = 1;                // pace of the appliance's clock
  Milliseconds patience{20'000};  // for whatever is awaited
};

class Glass {
 public:
  explicit Glass(const GlassOptions& options);

  [[nodiscard]] const Targets& now() { return noted(board_.read()); }
  // Throws Stuck; `what` is the end of "waited for ...".
  const Targets& wait_for(const TargetBoard::Condition& condition, const std::string& what);
  // Waits until it can be touched, then presses and lifts in its middle.
  void tap(const std::string& name);
  // The same, but keeps the finger on the glass; then Hand::lift().
  void press(const std::string& name);
  // Time of the appliance's clock.
  void let_pass(std::chrono::duration<double> time) const;
  [[nodiscard]] Hand& hand() { return hand_; }

 private:
  const Targets& noted(const Targets& targets);
  void rest();

  GlassOptions options_;
  TargetBoard board_;
  Hand hand_;
  std::string page_;                     // names of the spots on the page seen last
  SteadyClock::time_point quiet_until_;  // before, a new page ignores touches
};

}  // namespace tertulia::robot
