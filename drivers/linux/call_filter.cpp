// SPDX-License-Identifier: Apache-2.0
#include "drivers/linux/call_filter.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace tertulia {
namespace {

// Calls that are allowed whatever their arguments are: reading what is open or may be opened, memory, time,
// and what the C library asks about the process.
constexpr std::array kAllowed{
    // files
    SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv), SCMP_SYS(close), SCMP_SYS(lseek), SCMP_SYS(_llseek),
    SCMP_SYS(fstat), SCMP_SYS(fstat64), SCMP_SYS(stat), SCMP_SYS(stat64), SCMP_SYS(lstat), SCMP_SYS(lstat64),
    SCMP_SYS(newfstatat), SCMP_SYS(fstatat64), SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs),
    SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat),
    SCMP_SYS(getdents), SCMP_SYS(getdents64), SCMP_SYS(getcwd), SCMP_SYS(fadvise64),
    // memory
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
    // time
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday), SCMP_SYS(time),
    SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(poll), SCMP_SYS(ppoll),
    SCMP_SYS(restart_syscall),
    // the process itself
    SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
    SCMP_SYS(getegid), SCMP_SYS(getrandom), SCMP_SYS(getrlimit), SCMP_SYS(getrusage), SCMP_SYS(uname),
    SCMP_SYS(sysinfo), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(futex),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(exit), SCMP_SYS(exit_group)};

struct Rule {
  int call;
  std::vector<scmp_arg_cmp> arguments;  // all must hold
};

scmp_arg_cmp masked(unsigned argument, std::uint64_t mask, std::uint64_t value) {
  return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}
scmp_arg_cmp equal(unsigned argument, std::uint64_t value) { return {argument, SCMP_CMP_EQ, value, 0}; }

// Calls that are allowed with certain arguments only.
std::vector<Rule> conditional_rules() {
  constexpr std::uint64_t kChanges = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
  constexpr std::uint64_t kExecutable = PROT_EXEC;
  constexpr std::uint64_t kWritableCode = PROT_EXEC | PROT_WRITE;
  const scmp_arg_cmp to_output{0, SCMP_CMP_LE, STDERR_FILENO, 0};
  std::vector<Rule> rules{
      {SCMP_SYS(open), {masked(1, kChanges, O_RDONLY)}},
      {SCMP_SYS(openat), {masked(2, kChanges, O_RDONLY)}},
      {SCMP_SYS(write), {to_output}},
      {SCMP_SYS(writev), {to_output}},
      // Code comes from files only: the C library loads a converter of an encoding when a file has that
      // encoding.
      {SCMP_SYS(mmap), {masked(2, kExecutable, 0)}},
      {SCMP_SYS(mmap), {masked(2, kWritableCode, PROT_EXEC), masked(3, MAP_ANONYMOUS, 0)}},
      {SCMP_SYS(mprotect), {masked(2, kExecutable, 0)}},
      {SCMP_SYS(fcntl), {equal(1, F_GETFD)}},
      {SCMP_SYS(fcntl), {equal(1, F_SETFD)}},
      {SCMP_SYS(fcntl), {equal(1, F_GETFL)}},
      {SCMP_SYS(fcntl), {equal(1, F_DUPFD_CLOEXEC)}},
      {SCMP_SYS(ioctl), {equal(1, TCGETS)}},
      {SCMP_SYS(prlimit64), {equal(2, 0)}},  // asks, and sets nothing
      // abort() ends this process.
      {SCMP_SYS(tgkill), {equal(0, static_cast<std::uint64_t>(getpid()))}},
  };
#ifdef TERTULIA_SANITIZED  // UBSan writes what it wants to read into a pipe, to learn whether it can be read
  rules.push_back({SCMP_SYS(pipe2), {}});
  rules.push_back({SCMP_SYS(write), {}});
#endif
  return rules;
}

struct ReleaseFilter {
  void operator()(void* filter) const { seccomp_release(filter); }
};

}  // namespace

bool filter_calls() {
  const std::unique_ptr<void, ReleaseFilter> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
  if (!filter) return false;
  // A call that this processor does not have cannot be added, nor made.
  for (const int call : kAllowed) (void)seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0);
  for (const Rule& rule : conditional_rules())
    (void)seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, rule.call,
                                 static_cast<unsigned>(rule.arguments.size()), rule.arguments.data());
  return seccomp_load(filter.get()) == 0;
}

}  // namespace tertulia
