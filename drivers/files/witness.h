// SPDX-License-Identifier: Apache-2.0
// Writes down what the screens show, for people and robots that watch: pictures, and lists of what can be
// touched. A diagnostic: it works on the calling thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "firmware/ports/painter.h"

namespace tertulia {

struct WitnessOptions {
  std::filesystem::path
      pictures;  // folder for `{screen}-{name}.png`, at most one every two seconds; empty: none
  std::filesystem::path targets;  // files `{targets}.{screen}`: name of screen, of target, left, top, right,
                                  // bottom, separated by tabs; replaced at once; empty: none
};

class Witness {
 public:
  // Errors: the folder for pictures cannot be made.
  [[nodiscard]] static Result<Witness> open(WitnessOptions options, std::vector<Screen> screens);

  // After each picture. `targets`: what can be touched in it. `now`: any clock that does not jump.
  void see(int screen, const Painted& painted, const std::vector<Target>& targets, BootTime now);

 private:
  Witness(WitnessOptions options, std::vector<Screen> screens)
      : options_(std::move(options)), screens_(std::move(screens)), written_(screens_.size()) {}
  void write_targets(int screen, const std::vector<Target>& targets) const;

  WitnessOptions options_;
  std::vector<Screen> screens_;
  std::vector<std::optional<BootTime>> written_;
};

}  // namespace tertulia
