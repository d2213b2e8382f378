// SPDX-License-Identifier: Apache-2.0
// Records what the screens show, for tests, robots and people who watch from elsewhere: pictures, and lists
// of what can be touched and which notice is shown. Works on the calling thread.
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
  // Files `{targets}.{screen}`, replaced at once; empty: none. A line for each target: name of the screen, of
  // the target, left, top, right, bottom, separated by tabs; one of three fields for what is said above
  // everything else: name of the screen, "says", the sentence.
  std::filesystem::path targets;
};

// What one screen shows.
struct Seen {
  const View& view;
  const Painted& painted;
  std::vector<Target> targets;  // in the picture
};

class Witness {
 public:
  // Errors: the folder for pictures cannot be made.
  [[nodiscard]] static Result<Witness> open(WitnessOptions options, std::vector<Screen> screens);

  // After each picture. `now`: any clock that does not jump.
  void see(int screen, const Seen& seen, BootTime now);

 private:
  Witness(WitnessOptions options, std::vector<Screen> screens)
      : options_(std::move(options)), screens_(std::move(screens)), written_(screens_.size()) {}
  void write_targets(int screen, const Seen& seen) const;

  WitnessOptions options_;
  std::vector<Screen> screens_;
  std::vector<std::optional<BootTime>> written_;
};

}  // namespace tertulia
