// SPDX-License-Identifier: Apache-2.0
// Silences the text console behind the picture and brings it to the front, as long as this object lives.
// Without a console (started over SSH, in a container) nothing happens.
#pragma once

#include <memory>

namespace tertulia {

class Console {
 public:
  // Afterwards the console shows no cursor and no kernel messages, and its keys reach no shell. The console
  // of the service comes to the front, because the keyboard belongs to the console in front.
  Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;
  ~Console();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tertulia
