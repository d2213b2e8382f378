// SPDX-License-Identifier: Apache-2.0
#include "drivers/linux/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "firmware/files/descriptor.h"

namespace tertulia {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

constexpr int kCannotStart = 127;

// Owns a child: it is killed and reaped whatever happens.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  ~Child() {
    if (pid_ > 0) end();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  void kill() const { ::kill(pid_, SIGKILL); }

  // Kills what still runs, and gives the status of waitpid.
  int end() {
    kill();
    return reap();
  }
  int reap() {
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
    pid_ = -1;
    return status;
  }
  // The status when the child ends before `until`; none when it does not.
  std::optional<int> reap_before(SteadyTime until) {
    while (std::chrono::steady_clock::now() < until) {
      int status = 0;
      if (waitpid(pid_, &status, WNOHANG) == pid_) {
        pid_ = -1;
        return status;
      }
      ::poll(nullptr, 0, 1);
    }
    return std::nullopt;
  }

 private:
  pid_t pid_;
};

void limit(__rlimit_resource resource, std::uint64_t most) {
  const rlimit both{most, most};
  setrlimit(resource, &both);
}

// In the child, between fork and exec: only calls that are safe there, no memory is taken.
[[noreturn]] void become(const std::vector<char*>& arguments, int output, const ChildLimits& limits) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  const int null = open("/dev/null", O_RDWR);
  if (null < 0 || dup2(null, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 ||
      dup2(null, STDERR_FILENO) < 0)
    _exit(kCannotStart);
  close_range(STDERR_FILENO + 1, ~0U, 0);
  const auto cpu = static_cast<std::uint64_t>(limits.cpu.count());
  const rlimit cpu_limit{cpu, cpu + 1};
  setrlimit(RLIMIT_CPU, &cpu_limit);
  if (limits.memory_limit == MemoryLimit::kEnforced) limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 64);
  execv(arguments.front(), arguments.data());
  _exit(kCannotStart);
}

std::vector<char*> pointers_to(std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (std::string& argument : command) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  return arguments;
}

enum class Reading { kEnded, kTooMuch, kTooLong, kBroken };

// Reads until the pipe ends, the bound is passed or the time is over.
Reading read_all(int pipe, const ChildLimits& limits, SteadyTime until, std::string& output) {
  std::array<char, 65536> block{};
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0) return Reading::kTooLong;
    pollfd waiting{pipe, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(left.count()));
    if (ready < 0 && errno != EINTR) return Reading::kBroken;
    if (ready <= 0) continue;
    const ssize_t count = ::read(pipe, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Reading::kBroken;
    if (count == 0) return Reading::kEnded;
    output.append(block.data(), static_cast<std::size_t>(count));
    if (output.size() > limits.output_bytes) return Reading::kTooMuch;
  }
}

std::string signal_text(int number) {
  if (number == SIGXCPU)
    return "the importer used more processor time than is allowed; make its files smaller or fewer";
  if (number == SIGKILL) return "the importer was stopped because it used too much time or memory";
  return "the importer crashed (signal " + std::to_string(number) + ")";
}

Result<std::string> outcome_of(int status, int accepted_exit, std::string output) {
  if (WIFSIGNALED(status)) return Error{signal_text(WTERMSIG(status))};
  const int code = WEXITSTATUS(status);
  if (code == kCannotStart) return Error{"the importer could not be started; install the program again"};
  if (code != 0 && code != accepted_exit)
    return Error{"the importer failed (exit code " + std::to_string(code) + ")"};
  return output;
}

Result<std::string> run(const ChildRun& run, int accepted_exit) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return Error{"no pipe could be made; restart the device"};
  const Descriptor read_end(ends[0]);
  Descriptor write_end(ends[1]);
  std::vector<std::string> command = run.command;
  const std::vector<char*> arguments = pointers_to(command);
  const SteadyTime until = std::chrono::steady_clock::now() + run.limits.wall;
  const pid_t pid = fork();
  if (pid < 0) return Error{"no process could be started; restart the device"};
  if (pid == 0) become(arguments, write_end.get(), run.limits);
  Child child(pid);
  write_end.close();
  std::string output;
  const Reading reading = read_all(read_end.get(), run.limits, until, output);
  if (reading == Reading::kTooMuch)
    return Error{"the importer printed more than " + std::to_string(run.limits.output_bytes) + " bytes"};
  if (reading == Reading::kBroken) return Error{"the output of the importer could not be received"};
  const auto status = child.reap_before(until);
  if (reading == Reading::kTooLong || !status)
    return Error{"the importer took longer than " + std::to_string(run.limits.wall.count() / 1000) +
                 " s, as long as it may; make its files smaller or fewer"};
  return outcome_of(*status, accepted_exit, std::move(output));
}

}  // namespace

Result<std::string> run_limited(const ChildRun& child, int accepted_exit) {
  auto output = run(child, accepted_exit);
  if (output.ok()) return output;
  return Error{child.subject + " could not be read: " + output.error().message + "."};
}

}  // namespace tertulia
