// SPDX-License-Identifier: Apache-2.0
#include "tests/hub/process.h"

#include <csignal>
#include <cstdio>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tertulia::hub {
namespace {

constexpr int kStopMilliseconds = 15'000;

}  // namespace

Process::Process(const std::vector<std::string>& arguments, const std::string& log_file) {
  std::vector<char*> raw;
  for (const std::string& argument : arguments) raw.push_back(const_cast<char*>(argument.c_str()));
  raw.push_back(nullptr);
  pid_ = fork();
  if (pid_ != 0) return;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int log = open(log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  dup2(log, STDOUT_FILENO);
  dup2(log, STDERR_FILENO);
  execv(raw[0], raw.data());
  _exit(127);
}

Process::~Process() { kill_hard(); }
Process::Process(Process&& other) noexcept : pid_(std::exchange(other.pid_, -1)) {}
Process& Process::operator=(Process&& other) noexcept {
  kill_hard();
  pid_ = std::exchange(other.pid_, -1);
  return *this;
}

void Process::kill_hard() {
  if (pid_ <= 0) return;
  kill(pid_, SIGKILL);
  waitpid(std::exchange(pid_, -1), nullptr, 0);
}

int Process::stop_cleanly() {
  const int gone = static_cast<int>(syscall(SYS_pidfd_open, pid_, 0));
  kill(pid_, SIGTERM);
  pollfd watched{gone, POLLIN, 0};
  const bool ended = poll(&watched, 1, kStopMilliseconds) == 1;
  close(gone);
  if (!ended) {
    kill_hard();
    return -1;
  }
  int status = 0;
  waitpid(std::exchange(pid_, -1), &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string output_of(const std::string& command, int& code) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) output += static_cast<char>(c);
  code = WEXITSTATUS(pclose(pipe));
  return output;
}

}  // namespace tertulia::hub
