// SPDX-License-Identifier: Apache-2.0
#include "drivers/linux/sandbox.h"

#include <array>
#include <cstdint>

#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "drivers/linux/call_filter.h"
#include "firmware/files/descriptor.h"

namespace tertulia {
namespace {

// What libraries open by themselves: converters of encodings, time zones.
constexpr std::array kOfLibraries{"/usr", "/etc/ld.so.cache", "/etc/localtime"};

// landlock_ruleset_attr as of ABI 6. Debian 12's header has only its beginning; the kernel takes a longer one
// when what it does not know is 0.
struct Handled {
  std::uint64_t files = 0;
  std::uint64_t network = 0;
  std::uint64_t scopes = 0;
};
// landlock_path_beneath_attr.
struct __attribute__((packed)) Beneath {
  std::uint64_t allowed = 0;
  std::int32_t folder = -1;
};

constexpr std::uint64_t kReadFile = 1U << 2U;
constexpr std::uint64_t kReadFolder = 1U << 3U;

// All rights over files that this version of Landlock knows: they are numbered in the order in which they
// came.
std::uint64_t rights_of(long abi) {
  const unsigned count = abi >= 5 ? 16 : abi >= 3 ? 15 : abi >= 2 ? 14 : 13;
  return (1ULL << count) - 1;
}

void allow_reading(int ruleset, const std::filesystem::path& path) {
  const Descriptor opened(open(path.c_str(), O_PATH | O_CLOEXEC));
  struct stat found {};
  if (!opened.is_open() || fstat(opened.get(), &found) != 0) return;
  Beneath rule;
  rule.allowed = S_ISDIR(found.st_mode) ? kReadFile | kReadFolder : kReadFile;
  rule.folder = opened.get();
  constexpr int kPathBeneath = 1;
  (void)syscall(SYS_landlock_add_rule, ruleset, kPathBeneath, &rule, 0);
}

// Of Landlock; below 1: there is none.
long abi_of_landlock() {
  constexpr unsigned kAskVersion = 1;
  return syscall(SYS_landlock_create_ruleset, nullptr, 0, kAskVersion);
}

bool filter_files(const std::vector<std::filesystem::path>& readable) {
  const long abi = abi_of_landlock();
  if (abi < 1) return false;
  Handled handled;
  handled.files = rights_of(abi);
  if (abi >= 4) handled.network = 3;  // bind and connect of TCP
  if (abi >= 6) handled.scopes = 3;   // abstract sockets and signals of others
  const Descriptor ruleset(
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0)));
  if (!ruleset.is_open()) return false;
  for (const char* path : kOfLibraries) allow_reading(ruleset.get(), path);
  for (const std::filesystem::path& path : readable) allow_reading(ruleset.get(), path);
  return syscall(SYS_landlock_restrict_self, ruleset.get(), 0) == 0;
}

// Root without a capability is a user who owns the files of root, and Landlock says which of them are read.
void drop_capabilities() {
  (void)unshare(CLONE_NEWUSER);  // a service may be forbidden to; the rest holds without
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
  (void)syscall(SYS_capset, &header, none.data());
}

}  // namespace

void keep_memory_private() { prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

Sandbox possible_sandbox() { return {prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0, abi_of_landlock() >= 1}; }

Sandbox enter_sandbox(const std::vector<std::filesystem::path>& readable) {
  keep_memory_private();
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  drop_capabilities();
  Sandbox sandbox;
  sandbox.filters_files = filter_files(readable);
  sandbox.filters_calls = filter_calls();
  return sandbox;
}

}  // namespace tertulia
