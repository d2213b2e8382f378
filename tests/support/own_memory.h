// SPDX-License-Identifier: Apache-2.0
// A look through all the memory of this process that can be written: heap (freed pieces too), stacks,
// globals.
#pragma once

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <random>
#include <span>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace tertulia::test {

// Letters that nobody wrote. Kept masked: the plain ones stand nowhere but where the test puts them.
class Sentinel {
 public:
  static constexpr std::size_t kLength = 24;
  Sentinel() {
    std::random_device chance;
    for (std::size_t i = 0; i < kLength; ++i)
      masked_.push_back(static_cast<std::uint8_t>(('a' + chance() % 26) ^ kMask));
  }
  [[nodiscard]] char letter(std::size_t index) const { return static_cast<char>(masked_[index] ^ kMask); }

  [[nodiscard]] bool may_begin_with(std::uint8_t byte) const { return byte >= 'a' && byte <= 'z'; }
  // Whether `length` letters of it from `first` on stand there, each in `unit` bytes (1: UTF-8, 4: UTF-32).
  [[nodiscard]] bool is_at(const std::uint8_t* place, std::size_t first, std::size_t length,
                           std::size_t unit) const {
    for (std::size_t i = 0; i < length; ++i) {
      if ((place[i * unit] ^ kMask) != masked_[first + i]) return false;
      for (std::size_t rest = 1; rest < unit; ++rest)
        if (place[i * unit + rest] != 0) return false;
    }
    return true;
  }

 private:
  static constexpr std::uint8_t kMask = 0xA5;
  std::vector<std::uint8_t> masked_;
};

// Where runs of `run` letters stand in memory: the line of /proc/self/maps.
[[nodiscard]] inline std::vector<std::string> traces_of(const Sentinel& sentinel, std::size_t run) {
  constexpr std::uint64_t kMostBytes = std::uint64_t{4} << 30U;  // beyond are the sanitizers' own tables
  std::vector<std::string> found;
  std::ifstream maps("/proc/self/maps");
  const int memory = open("/proc/self/mem", O_RDONLY);
  std::vector<std::uint8_t> part;
  for (std::string line; std::getline(maps, line);) {
    unsigned long long from = 0, to = 0;
    char rights[5] = "";
    if (std::sscanf(line.c_str(), "%llx-%llx %4s", &from, &to, rights) != 3 || rights[1] != 'w') continue;
    if (to - from > kMostBytes) continue;
    constexpr std::size_t kStep = std::size_t{4} << 20U, kOverlap = Sentinel::kLength * 4;
    for (std::uint64_t at = from; at < to; at += kStep) {
      part.assign(std::min<std::uint64_t>(kStep + kOverlap, to - at), 0);
      const ssize_t got = pread(memory, part.data(), part.size(), static_cast<off_t>(at));
      if (got <= 0) continue;
      const auto size = static_cast<std::size_t>(got);
      for (std::size_t i = 0; i < size; ++i) {
        if (!sentinel.may_begin_with(part[i])) continue;
        for (const std::size_t unit : {std::size_t{1}, std::size_t{4}})
          for (std::size_t first = 0; first + run <= Sentinel::kLength; first += run)
            if (i + run * unit <= size && sentinel.is_at(part.data() + i, first, run, unit))
              found.push_back((unit == 1 ? "UTF-8 letter " : "UTF-32 letter ") + std::to_string(first) +
                              " in " + line);
      }
      std::fill(part.begin(), part.end(), std::uint8_t{0});  // this copy is not to be found
    }
  }
  close(memory);
  return found;
}

}  // namespace tertulia::test
