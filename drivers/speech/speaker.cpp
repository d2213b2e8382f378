// SPDX-License-Identifier: Apache-2.0
#include "drivers/speech/speaker.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tertulia {
namespace {

// One write into an empty pipe takes this much without waiting for a reader (pipe(7): PIPE_BUF).
constexpr std::size_t kMostBytes = 4096;

// The first bytes of the text, cut before a character that would not fit.
std::string_view beginning_of(std::string_view text) {
  if (text.size() <= kMostBytes) return text;
  std::size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

// What the child does before it becomes the program. Owns memory of libc.
class Preparation {
 public:
  explicit Preparation(int input) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK);
  }
  ~Preparation() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  Preparation(const Preparation&) = delete;
  Preparation& operator=(const Preparation&) = delete;

  // The child's id, or -1.
  [[nodiscard]] pid_t spawn(std::vector<std::string>& command) const {
    std::vector<char*> arguments;
    for (std::string& argument : command) arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    pid_t pid = -1;
    const int problem =
        posix_spawnp(&pid, arguments.front(), &actions_, &attributes_, arguments.data(), environ);
    return problem == 0 ? pid : -1;
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

// pidfd_open(2); libc has no C++ declaration of it in Debian 12. Closed on exec.
int open_end_of(pid_t pid) { return static_cast<int>(syscall(SYS_pidfd_open, pid, 0)); }

void kill_and_reap(pid_t pid) {
  ::kill(pid, SIGKILL);
  while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) continue;
}

}  // namespace

Result<Speaker> Speaker::start(std::vector<std::string> command, const std::string& text) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return Error{"No pipe could be made; restart the device."};
  const Descriptor read_end(ends[0]);
  const Descriptor write_end(ends[1]);
  // Before the child is there: while both ends are ours, nobody can close the pipe and send SIGPIPE.
  const std::string_view said = beginning_of(text);
  if (::write(write_end.get(), said.data(), said.size()) < 0)
    return Error{"The text could not be handed to the voice."};
  const pid_t pid = Preparation(read_end.get()).spawn(command);
  if (pid < 0) return Error{command.front() + " could not be started; is it installed?"};
  Descriptor end(open_end_of(pid));
  if (!end.is_open()) {
    kill_and_reap(pid);
    return Error{"No descriptor was left for the voice; restart the device."};
  }
  return Speaker(pid, std::move(end));
}

Speaker::Speaker(Speaker&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), end_(std::move(other.end_)) {}

Speaker& Speaker::operator=(Speaker&& other) noexcept {
  std::swap(pid_, other.pid_);
  std::swap(end_, other.end_);
  return *this;
}

Speaker::~Speaker() {
  if (pid_ > 0) kill_and_reap(pid_);
}

}  // namespace tertulia
