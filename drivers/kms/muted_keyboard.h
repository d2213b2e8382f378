// SPDX-License-Identifier: Apache-2.0
// A keyboard that nobody hears as long as this object lives: neither a shell behind the picture nor the
// kernel, which would act on its own keys (another console, SysRq, Ctrl-Alt-Delete). Main thread; never
// blocks. See decision 021.
#pragma once

#include <optional>
#include <string>

#include "drivers/wait/waiter.h"

namespace tertulia {

// Grabs an opened input device: nobody else gets its events until the descriptor is closed.
void take_alone(int descriptor);

class MutedKeyboard {
 public:
  // None: it cannot be opened, or is not a keyboard.
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
