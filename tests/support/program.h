// SPDX-License-Identifier: Apache-2.0
// A real program of a test, with its output in a file. Killed with its owner, and with the test program
// itself.
#pragma once

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tertulia {

class Program {
 public:
  static constexpr int kStillRunning = -1;
  static constexpr int kDiedOfSignal = -2;

  Program() = default;
  // `words[0]` is the program's path; it inherits the environment.
  Program(std::vector<std::string> words, const std::filesystem::path& log) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const int output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    pid_ = fork();
    if (pid_ == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      dup2(output, STDOUT_FILENO);
      dup2(output, STDERR_FILENO);
      execv(arguments.front(), arguments.data());
      _exit(127);
    }
    close(output);
    gone_ = static_cast<int>(syscall(SYS_pidfd_open, pid_, 0));
  }
  ~Program() { kill(); }
  Program(Program&& other) noexcept
      : pid_(std::exchange(other.pid_, -1)), gone_(std::exchange(other.gone_, -1)) {}
  Program& operator=(Program&& other) noexcept {
    kill();
    pid_ = std::exchange(other.pid_, -1);
    gone_ = std::exchange(other.gone_, -1);
    return *this;
  }

  [[nodiscard]] pid_t pid() const { return pid_; }

  // kill -9, and waits until it is gone.
  void kill() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    reap();
  }
  // SIGTERM; the exit code.
  int stop(std::chrono::milliseconds patience = std::chrono::seconds(30)) {
    ::kill(pid_, SIGTERM);
    return wait(patience);
  }
  // Until it ends; the exit code.
  int wait(std::chrono::milliseconds patience = std::chrono::seconds(30)) {
    pollfd watched{gone_, POLLIN, 0};
    if (pid_ <= 0 || poll(&watched, 1, static_cast<int>(patience.count())) != 1) return kStillRunning;
    const int status = reap();
    return WIFEXITED(status) ? WEXITSTATUS(status) : kDiedOfSignal;
  }
  // No file may grow beyond `bytes`, as on a full disk; RLIM_INFINITY takes it back.
  void limit_files(rlim_t bytes) const {
    const rlimit limit{bytes, RLIM_INFINITY};
    prlimit(pid_, RLIMIT_FSIZE, &limit, nullptr);
  }

 private:
  int reap() {
    int status = 0;
    waitpid(std::exchange(pid_, -1), &status, 0);
    close(std::exchange(gone_, -1));
    return status;
  }

  pid_t pid_ = -1;
  int gone_ = -1;  // readable when the program has ended
};

[[nodiscard]] inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace tertulia
