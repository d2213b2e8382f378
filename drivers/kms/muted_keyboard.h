// SPDX-License-Identifier: Apache-2.0
// A keyboard that nobody hears while this lives: no shell behind the picture, and not the kernel either,
// which would act on its own keys (another console, SysRq, Ctrl-Alt-Delete). Main thread; never blocks.
#pragma once

#include <optional>
#include <string>

#include "drivers/wait/waiter.h"

namespace tertulia {

// Takes an opened input device away from all others, until the descriptor is closed.
void take_alone(int descriptor);

class MutedKeyboard {
 public:
  // None: it cannot be opened, or is no keyboard.
  [[nodiscard]] static std::optional<MutedKeyboard> open(const std::string& path);

  // Becomes ready only when the keyboard is unplugged.
  [[nodiscard]] int descriptor() const { return descriptor_.get(); }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  MutedKeyboard(Descriptor descriptor, std::string path)
      : descriptor_(std::move(descriptor)), path_(std::move(path)) {}

  Descriptor descriptor_;
  std::string path_;
};

}  // namespace tertulia
