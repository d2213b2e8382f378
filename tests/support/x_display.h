// SPDX-License-Identifier: Apache-2.0
// An X display without a screen (Xvfb, on a number of its own choice), as wide as several windows need.
#pragma once

#include <array>
#include <csignal>
#include <stdexcept>
#include <string>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tertulia {

class XDisplay {
 public:
  // `size`: like "2400x600". Throws when Xvfb is not installed or does not listen within 30 s.
  explicit XDisplay(const std::string& size) {
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0) throw std::runtime_error("no pipe");
    pid_ = fork();
    if (pid_ == 0) run(pipe[1], size + "x24");
    close(pipe[1]);
    pollfd wait{pipe[0], POLLIN, 0};
    char letter = 0;
    while (poll(&wait, 1, 30'000) > 0 && read(pipe[0], &letter, 1) == 1 && letter != '\n') name_ += letter;
    close(pipe[0]);
    if (name_ == ":") throw std::runtime_error("Xvfb does not start; install xvfb");
  }
  ~XDisplay() {
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
  }
  XDisplay(const XDisplay&) = delete;
  XDisplay& operator=(const XDisplay&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }  // for $DISPLAY

 private:
  [[noreturn]] static void run(int pipe, const std::string& screen) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
    const std::string descriptor = std::to_string(pipe);
    execlp("Xvfb", "Xvfb", "-displayfd", descriptor.c_str(), "-screen", "0", screen.c_str(), "-nolisten",
           "tcp", static_cast<char*>(nullptr));
    _exit(127);
  }

  pid_t pid_ = -1;
  std::string name_ = ":";
};

}  // namespace tertulia
