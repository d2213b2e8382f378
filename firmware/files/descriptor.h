// SPDX-License-Identifier: Apache-2.0
// The owner of one file descriptor: a file, socket, pipe, eventfd or device. Closes it when it is destroyed.
#pragma once

#include <utility>

#include <unistd.h>

namespace tertulia {

class Descriptor {
 public:
  Descriptor() = default;
  // Takes what open(), socket(), eventfd()... returned; -1 means that nothing is open.
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }

  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_ = -1;
};

}  // namespace tertulia
