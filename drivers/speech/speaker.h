// SPDX-License-Identifier: Apache-2.0
// One espeak-ng that says one text: a child process that is killed when this ends. One thread at a time.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

#include "drivers/wait/waiter.h"
#include "firmware/domain/result.h"

namespace tertulia {

class Speaker {
 public:
  // `command`: program and arguments; the program is looked for in PATH. The child reads `text` from its
  // standard input, prints nowhere, and inherits no other descriptor and no blocked signal.
  // Errors: the program is not there; no descriptors or processes left.
  [[nodiscard]] static Result<Speaker> start(std::vector<std::string> command, const std::string& text);

  Speaker(Speaker&& other) noexcept;
  Speaker& operator=(Speaker&& other) noexcept;
  ~Speaker();  // kills what still speaks, and takes its exit status

  // Can be read once the child has ended.
  [[nodiscard]] int end_descriptor() const { return end_.get(); }

 private:
  Speaker(pid_t pid, Descriptor end) : pid_(pid), end_(std::move(end)) {}

  pid_t pid_ = -1;
  Descriptor end_;
};

}  // namespace tertulia
