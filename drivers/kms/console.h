// SPDX-License-Identifier: Apache-2.0
// The text console under the picture: silent while this lives, as it was before afterwards. Best effort:
// without a console (started over SSH, in a container) nothing happens.
#pragma once

#include <memory>

namespace tertulia {

class Console {
 public:
  Console();  // no cursor, no kernel messages on the picture, no keys to a shell behind it
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;
  ~Console();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tertulia
