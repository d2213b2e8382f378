// SPDX-License-Identifier: Apache-2.0
// The text console under the picture: in front and silent while this lives, as it was before afterwards. Best
// effort: without a console (started over SSH, in a container) nothing happens.
#pragma once

#include <memory>

namespace tertulia {

class Console {
 public:
  // No cursor, no kernel messages on the picture, no keys to a shell behind it. A service's own console comes
  // to the front: the keyboard belongs to the one that is there, whoever holds the card.
  Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;
  ~Console();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tertulia
