// SPDX-License-Identifier: Apache-2.0
// One espeak-ng that speaks one text: a child process, killed when this object is destroyed. One thread at a
// time.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

#include "drivers/wait/waiter.h"
#include "firmware/domain/result.h"

namespace tertulia {

class Speaker {
 public:
  // `command` is the program and its arguments; the program is searched in PATH. The child reads `text` from
  // its standard input, prints nowhere, and inherits no other descriptor and no blocked signal. Errors: the
  // program does not exist; no descriptors or processes are left.
  [[nodiscard]] static Result<Speaker> start(std::vector<std::string> command, const std::string& text);

  Speaker(Speaker&& other) noexcept;
  Speaker& operator=(Speaker&& other) noexcept;
  ~Speaker();  // kills the child if it still speaks, and reaps it

  // Becomes readable when the child has ended.
  [[nodiscard]] int end_descriptor() const { return end_.get(); }

 private:
  Speaker(pid_t pid, Descriptor end) : pid_(pid), end_(std::move(end)) {}

  pid_t pid_ = -1;
  Descriptor end_;
};

}  // namespace tertulia
