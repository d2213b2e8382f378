// SPDX-License-Identifier: Apache-2.0
// Runs a program in a child process with limits on time, memory and output, and returns what it prints. For
// the importer of foreign files: if it crashes, hangs or floods, the caller gets an error sentence. Linux
// only.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "firmware/domain/result.h"

namespace tertulia {

enum class MemoryLimit { kEnforced, kOff };  // kOff: a sanitizer's shadow memory needs terabytes of addresses

struct ChildLimits {
  std::chrono::seconds cpu{10};
  std::chrono::milliseconds wall{20000};
  std::uint64_t memory_bytes = 256ULL << 20U;  // address space
  std::size_t output_bytes = 16ULL << 20U;
  MemoryLimit memory_limit = MemoryLimit::kEnforced;
};

struct ChildRun {
  std::vector<std::string> command;  // program and arguments; the program is a path, no shell, no PATH
  std::string subject;               // what is read, for the error sentence: "The calendar agenda.ics"
  ChildLimits limits;
};

// Standard output of the child when it exits with 0 or `accepted_exit`; standard input is /dev/null and
// standard error is dropped. Blocks until the child has ended: any thread but main. The child writes no file,
// leaves no core, inherits no other descriptor and dies with this thread.
// Errors: "<subject> could not be read: <what happened>."
[[nodiscard]] Result<std::string> run_limited(const ChildRun& run, int accepted_exit = 0);

}  // namespace tertulia
