// SPDX-License-Identifier: Apache-2.0
// The sandbox of a program that reads foreign files: what its own code may still do when one of these files
// has taken it over. Linux only.
#pragma once

#include <filesystem>
#include <vector>

namespace tertulia {

// Which parts the kernel gives this process. Debian's kernels have both from 12 on; a service manager may
// forbid them.
struct Sandbox {
  bool filters_calls = false;  // seccomp
  bool filters_files = false;  // Landlock
};

// Asks the kernel, and changes nothing.
[[nodiscard]] Sandbox possible_sandbox();

// Called by the process itself, with one thread, before it reads a foreign byte. Cannot be undone. From here
// on:
// - a system call that a reader does not need fails with EPERM: sockets, programs, processes, threads,
//   signals to others, the memory of others, and whatever changes a file or the kernel;
// - files are opened for reading only, and only at or below `readable` and where libraries keep their own
//   (EACCES); the memory of other processes is no such file;
// - it writes to standard output and error, and to nothing else;
// - as root it has no capability, and a user namespace of its own where the kernel gives one.
// Leave by std::_Exit after flushing: a leak checker at a normal exit would start a process.
// Rules: seccomp(2), landlock(7).
[[nodiscard]] Sandbox enter_sandbox(const std::vector<std::filesystem::path>& readable);

// Called by a program that holds answers or keys, at its start: no other program of the same user reads or
// writes its memory, not even a reader whose kernel has no Landlock, and a crash leaves no core (prctl(2),
// PR_SET_DUMPABLE).
void keep_memory_private();

}  // namespace tertulia
