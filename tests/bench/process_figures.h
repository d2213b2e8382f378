// SPDX-License-Identifier: Apache-2.0
// What the kernel says of this process, for the programs of the benchmarks; proc(5).
#pragma once

#include <cstdint>
#include <fstream>
#include <string>

namespace tertulia::bench {

// The number behind `name` in a file of /proc/self; 0 when it is not there.
inline std::uint64_t figure(const char* file, const std::string& name) {
  std::ifstream lines(std::string("/proc/self/") + file);
  for (std::string word; lines >> word;) {
    std::uint64_t number = 0;
    if (word == name && lines >> number) return number;
  }
  return 0;
}

// Handed to write(2) and its like, by all threads: what SQLite writes, more than once when the page cache
// saved the disk from it.
inline std::uint64_t bytes_written() { return figure("io", "wchar:"); }
inline std::uint64_t peak_kilobytes() { return figure("status", "VmHWM:"); }

inline std::string first_line(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  return line;
}

}  // namespace tertulia::bench
