// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cerrno>
#include <memory>

#include <seccomp.h>

#include "drivers/linux/child_process.h"

namespace tertulia {
namespace {

struct ReleaseFilter {
  void operator()(void* filter) const { seccomp_release(filter); }
};

// What a reader of files never needs: the network, other programs and processes, the kernel's own affairs.
constexpr std::array kDenied{SCMP_SYS(socket),
                             SCMP_SYS(socketpair),
                             SCMP_SYS(connect),
                             SCMP_SYS(bind),
                             SCMP_SYS(listen),
                             SCMP_SYS(accept),
                             SCMP_SYS(accept4),
                             SCMP_SYS(sendto),
                             SCMP_SYS(sendmsg),
                             SCMP_SYS(sendmmsg),
                             SCMP_SYS(execve),
                             SCMP_SYS(execveat),
                             SCMP_SYS(fork),
                             SCMP_SYS(vfork),
                             SCMP_SYS(clone),
                             SCMP_SYS(clone3),
                             SCMP_SYS(ptrace),
                             SCMP_SYS(process_vm_readv),
                             SCMP_SYS(process_vm_writev),
                             SCMP_SYS(kill),
                             SCMP_SYS(tkill),
                             SCMP_SYS(unlink),
                             SCMP_SYS(unlinkat),
                             SCMP_SYS(rename),
                             SCMP_SYS(renameat),
                             SCMP_SYS(renameat2),
                             SCMP_SYS(mkdir),
                             SCMP_SYS(mkdirat),
                             SCMP_SYS(chmod),
                             SCMP_SYS(fchmod),
                             SCMP_SYS(fchmodat),
                             SCMP_SYS(chown),
                             SCMP_SYS(fchown),
                             SCMP_SYS(fchownat),
                             SCMP_SYS(truncate),
                             SCMP_SYS(ftruncate),
                             SCMP_SYS(link),
                             SCMP_SYS(linkat),
                             SCMP_SYS(symlink),
                             SCMP_SYS(symlinkat),
                             SCMP_SYS(mount),
                             SCMP_SYS(umount2),
                             SCMP_SYS(unshare),
                             SCMP_SYS(setns),
                             SCMP_SYS(bpf),
                             SCMP_SYS(perf_event_open),
                             SCMP_SYS(keyctl),
                             SCMP_SYS(add_key),
                             SCMP_SYS(io_uring_setup),
                             SCMP_SYS(userfaultfd),
                             SCMP_SYS(reboot),
                             SCMP_SYS(init_module)};

}  // namespace

LockDown lock_down() {
  const std::unique_ptr<void, ReleaseFilter> filter(seccomp_init(SCMP_ACT_ALLOW));
  if (!filter) return LockDown::kUnavailable;
  for (const int call : kDenied)  // a call that this processor does not have cannot be added, nor made
    (void)seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 0);
  return seccomp_load(filter.get()) == 0 ? LockDown::kDone : LockDown::kUnavailable;
}

}  // namespace tertulia
