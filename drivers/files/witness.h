// SPDX-License-Identifier: Apache-2.0
// Records what the screens show, for people and robots that watch: pictures, and lists of what can be touched
// and read. For diagnosis; works on the calling thread.
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
  // Files `{targets}.{screen}`, replaced as a whole; empty: none. One line for each target, separated by
  // tabs: name of the screen, name of the target, left, top, right, bottom. A sentence that stands above
  // everything else has a line of three fields: name of the screen, "says", the sentence. So has the
  // language that a visitor has chosen: name of the screen, "chosen", name of the target.
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
  // Errors: the folder for the pictures cannot be made.
  [[nodiscard]] static Result<Witness> open(WitnessOptions options, std::vector<Screen> screens);

  // To be called after each picture. `now` is of any clock that does not jump.
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
