// SPDX-License-Identifier: Apache-2.0
// A reader of files that a file has taken over: tries everything that it could harm its device with, and
// prints a line for each try, "name denied|allowed". Only an answer of EPERM or EACCES is denied; whatever
// else the kernel says came after it had let the call in.
//   taken_over_reader caged|free STORE PACK: a file, and a folder with a file "visit.toml"
// "free" makes the same tries without the sandbox, but for those that would harm the machine.
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <sched.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "drivers/linux/sandbox.h"

namespace {

enum class Needs { kSeccomp, kLandlock };
enum class Alone { kHarmless, kHarmful };  // to the machine, when nothing forbids it

struct Try {
  std::string name;
  std::function<long()> call;  // below 0: refused, with errno
  Alone alone = Alone::kHarmless;
  Needs needs = Needs::kSeccomp;
};

long of_null(void* memory) { return memory == MAP_FAILED ? -1 : 0; }

// A child that the kernel gave us ends at once.
long ended(long pid) {
  if (pid == 0) _exit(0);
  return pid;
}

std::vector<Try> against_files(const std::string& store, const std::string& pack) {
  const std::string file = pack + "/visit.toml";
  return {
      {"open the store to write", [=] { return open(store.c_str(), O_WRONLY); }},
      {"open the store for both", [=] { return open(store.c_str(), O_RDWR); }},
      {"empty the store by opening it to read", [=] { return open(store.c_str(), O_RDONLY | O_TRUNC); }},
      {"truncate the store", [=] { return truncate(store.c_str(), 1); }},
      {"read the store", [=] { return open(store.c_str(), O_RDONLY); }, Alone::kHarmless, Needs::kLandlock},
      {"list the folders of others", [] { return open("/", O_RDONLY | O_DIRECTORY); }, Alone::kHarmless,
       Needs::kLandlock},
      {"read the accounts of the system", [] { return open("/etc/passwd", O_RDONLY); }, Alone::kHarmless,
       Needs::kLandlock},
      {"read its own environment", [] { return open("/proc/self/environ", O_RDONLY); }, Alone::kHarmless,
       Needs::kLandlock},
      {"make a file", [=] { return open((pack + "/new").c_str(), O_CREAT | O_WRONLY, 0600); }},
      {"make a file by creat", [=] { return open((pack + "/new").c_str(), O_CREAT | O_RDONLY, 0600); }},
      {"make a file without a name", [=] { return open(pack.c_str(), O_TMPFILE | O_RDWR, 0600); }},
      {"append to the pack", [=] { return open(file.c_str(), O_RDONLY | O_APPEND); }},
      {"make a folder", [=] { return mkdir((pack + "/folder").c_str(), 0700); }},
      {"make a pipe", [=] { return mkfifo((pack + "/pipe").c_str(), 0600); }},
      {"make a link", [=] { return symlink(store.c_str(), (pack + "/link").c_str()); }},
      {"give the store a second name", [=] { return link(store.c_str(), (pack + "/second").c_str()); }},
      {"change who may read the store", [=] { return chmod(store.c_str(), 0600); }},
      {"change the owner of the store", [=] { return chown(store.c_str(), getuid(), getgid()); }},
      {"change the times of the store", [=] { return utimensat(AT_FDCWD, store.c_str(), nullptr, 0); }},
      {"rename the store", [=] { return rename(store.c_str(), (store + ".away").c_str()); }},
      {"rename it back", [=] { return rename((store + ".away").c_str(), store.c_str()); }},
      {"remove a file of the pack", [=] { return unlink(file.c_str()); }},
      {"mark a file", [=] { return setxattr(pack.c_str(), "user.t", "x", 1, 0); }, Alone::kHarmful},
      {"make a file in memory", [] { return syscall(SYS_memfd_create, "m", 0); }},
      {"watch files", [] { return inotify_init(); }},
      {"change the folder", [] { return chdir("/"); }},
      {"change the root", [] { return chroot("/usr"); }, Alone::kHarmful},
  };
}

std::vector<Try> against_the_parent() {
  const pid_t parent = getppid();
  const std::string memory = "/proc/" + std::to_string(parent) + "/mem";
  static char byte = 0;
  static iovec mine{&byte, 1};
  static iovec theirs{&byte, 1};
  return {
      {"open the parent's memory to write", [=] { return open(memory.c_str(), O_RDWR); }},
      {"open the parent's memory to read", [=] { return open(memory.c_str(), O_RDONLY); }, Alone::kHarmless,
       Needs::kLandlock},
      {"read the parent's memory", [=] { return process_vm_readv(parent, &mine, 1, &theirs, 1, 0); }},
      {"write the parent's memory", [=] { return process_vm_writev(parent, &mine, 1, &theirs, 1, 0); }},
      {"trace the parent", [=] { return ptrace(PTRACE_SEIZE, parent, 0, 0); }, Alone::kHarmful},
      {"signal the parent", [=] { return kill(parent, 0); }},
      {"signal a thread of the parent", [=] { return syscall(SYS_tgkill, parent, parent, 0); }},
      {"hold the parent", [=] { return syscall(SYS_pidfd_open, parent, 0); }},
      {"limit the parent",
       [=] {
         rlimit limit{};
         return prlimit(parent, RLIMIT_CORE, nullptr, &limit) < 0
                    ? -1
                    : prlimit(parent, RLIMIT_CORE, &limit, nullptr);
       },
       Alone::kHarmful},
      {"slow the parent down", [=] { return setpriority(PRIO_PROCESS, static_cast<id_t>(parent), 0); }},
      {"bind the parent to a processor",
       [=] {
         cpu_set_t all;
         std::memset(&all, 0xff, sizeof all);
         return sched_setaffinity(parent, sizeof all, &all);
       }},
      {"be debugged", [] { return prctl(PR_SET_DUMPABLE, 1); }},
  };
}

std::vector<Try> against_the_network() {
  static int pair[2];
  return {
      {"a socket of the internet", [] { return socket(AF_INET, SOCK_STREAM, 0); }},
      {"a socket of the machine", [] { return socket(AF_UNIX, SOCK_STREAM, 0); }},
      {"a socket of the kernel", [] { return socket(AF_NETLINK, SOCK_RAW, 0); }},
      {"a pair of sockets", [] { return socketpair(AF_UNIX, SOCK_STREAM, 0, pair); }},
      {"calls that go around the filter", [] { return syscall(SYS_io_uring_setup, 1, nullptr); }},
  };
}

std::vector<Try> against_the_machine() {
  return {
      {"another program", [] { return execl("/nowhere", "nowhere", nullptr); }},
      {"another program by descriptor", [] { return syscall(SYS_execveat, -1, "", nullptr, nullptr, 0); }},
      {"another process",
       [] { return ended(syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr)); }},
      {"another process by the new call", [] { return syscall(SYS_clone3, nullptr, 0); }},
      {"code from memory",
       [] {
         return of_null(
             mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
       }},
      {"memory that becomes code",
       [] {
         void* page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
         return mprotect(page, 4096, PROT_READ | PROT_EXEC);
       }},
      {"shared memory", [] { return shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600); }, Alone::kHarmful},
      {"a queue of messages", [] { return msgget(IPC_PRIVATE, IPC_CREAT | 0600); }, Alone::kHarmful},
      {"a namespace", [] { return unshare(CLONE_NEWNS); }, Alone::kHarmful},
      {"the namespace of another", [] { return setns(-1, 0); }},
      {"mount", [] { return mount("none", "/mnt", "tmpfs", 0, ""); }, Alone::kHarmful},
      {"unmount", [] { return umount2("/nowhere", 0); }, Alone::kHarmful},
      {"a program of the kernel",
       [] {
         bpf_attr attributes{};
         return syscall(SYS_bpf, BPF_MAP_CREATE, &attributes, sizeof attributes);
       },
       Alone::kHarmful},
      {"counters of the kernel",
       [] {
         perf_event_attr attributes{};
         return syscall(SYS_perf_event_open, &attributes, 0, -1, -1, 0);
       },
       Alone::kHarmful},
      {"faults of pages", [] { return syscall(SYS_userfaultfd, 0); }, Alone::kHarmful},
      {"keys of the kernel", [] { return syscall(SYS_keyctl, 0, -3, 0, 0, 0); }, Alone::kHarmful},
      {"a module of the kernel", [] { return syscall(SYS_init_module, nullptr, 0, ""); }, Alone::kHarmful},
      {"a new kernel", [] { return syscall(SYS_kexec_load, 0, 0, nullptr, 0); }, Alone::kHarmful},
      {"restart", [] { return syscall(SYS_reboot, 0, 0, 0, nullptr); }, Alone::kHarmful},
      {"the clock", [] { return syscall(SYS_settimeofday, nullptr, nullptr); }, Alone::kHarmful},
      {"the name of the machine", [] { return sethostname("", 0); }, Alone::kHarmful},
      {"another user", [] { return setuid(getuid()); }},
      {"its own limits",
       [] {
         const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
         return setrlimit(RLIMIT_CORE, &none);
       }},
      {"a key of the terminal", [] { return ioctl(0, TIOCSTI, "x"); }, Alone::kHarmful},
      {"messages of the kernel", [] { return syscall(SYS_syslog, 10, nullptr, 0); }, Alone::kHarmful},
      {"a session of its own", [] { return setsid(); }, Alone::kHarmful},
      {"a timer that survives", [] { return syscall(SYS_timer_create, CLOCK_MONOTONIC, nullptr, nullptr); },
       Alone::kHarmful},
  };
}

// No descriptor of the parent but the pipe.
Try against_descriptors() {
  return {"a descriptor of the parent",
          [] {
            for (int number = 3; number < 1024; ++number)
              if (fcntl(number, F_GETFD) >= 0) return 0;
            errno = EACCES;
            return -1;
          },
          Alone::kHarmful};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return 2;
  std::signal(SIGXFSZ, SIG_IGN);  // files may have no bytes here, and a call says so
  const bool is_caged = std::strcmp(arguments[1], "caged") == 0;
  const std::string store = arguments[2];
  const std::string pack = arguments[3];
  std::vector<Try> tries = against_files(store, pack);
  for (const auto& others :
       {against_the_parent(), against_the_network(), against_the_machine(), {against_descriptors()}})
    tries.insert(tries.end(), others.begin(), others.end());
  tertulia::Sandbox sandbox;
  if (is_caged) sandbox = tertulia::enter_sandbox({pack});
  for (const Try& each : tries) {
    const bool is_there = each.needs == Needs::kSeccomp ? sandbox.filters_calls : sandbox.filters_files;
    if (is_caged ? !is_there : each.alone == Alone::kHarmful) continue;
    errno = 0;
    const bool is_denied = each.call() < 0 && (errno == EPERM || errno == EACCES);
    std::printf("%s\t%s\n", is_denied ? "denied" : "allowed", each.name.c_str());
    std::fflush(stdout);
  }
  _exit(0);
}
