// SPDX-License-Identifier: Apache-2.0
// A real process of a test: the hub. Killed with its owner.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace tertulia::hub {

class Process {
 public:
  Process() = default;
  // `arguments[0]` is the program's path. Its output goes to `log_file`.
  Process(const std::vector<std::string>& arguments, const std::string& log_file);
  ~Process();
  Process(Process&& other) noexcept;
  Process& operator=(Process&& other) noexcept;

  void kill_hard();                  // SIGKILL, and waits until it is gone
  [[nodiscard]] int stop_cleanly();  // SIGTERM; the exit code, or -1 when it had to be killed after 15 s

 private:
  pid_t pid_ = -1;
};

// What a program prints, and its exit code in `code`.
[[nodiscard]] std::string output_of(const std::string& command, int& code);

}  // namespace tertulia::hub
