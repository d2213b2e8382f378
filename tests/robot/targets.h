// SPDX-License-Identifier: Apache-2.0
// What can be touched on one screen, as the appliance lists it for robots (`tertulia run --targets FILE`
// writes FILE.0, FILE.1, ...). Read from outside: shares no code with the program that writes it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/robot/stuck.h"

namespace tertulia::robot {

struct Spot {
  std::string name;
  int left = 0, top = 0, right = 0, bottom = 0;  // pixels of the window
};

struct Targets {
  std::vector<Spot> spots;
  std::uint64_t version = 0;  // grows whenever the file was replaced

  [[nodiscard]] const Spot* find(std::string_view name) const;
  [[nodiscard]] std::vector<Spot> beginning_with(std::string_view prefix) const;
  [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
  [[nodiscard]] bool has_any(std::string_view prefix) const { return !beginning_with(prefix).empty(); }
  [[nodiscard]] std::string names() const;  // "choice:useful next skip"; the same for the same page
};

class TargetBoard {
 public:
  using Condition = std::function<bool(const Targets&)>;

  // `list`: FILE; the file may not exist yet, its folder must.
  TargetBoard(const std::filesystem::path& list, int screen);
  ~TargetBoard();
  TargetBoard(const TargetBoard&) = delete;
  TargetBoard& operator=(const TargetBoard&) = delete;

  [[nodiscard]] const Targets& read();
  // Until it holds. Throws Stuck after `patience`; `what` is the end of "waited for ...".
  const Targets& wait_for(const Condition& condition, const std::string& what, Milliseconds patience);

 private:
  void sleep_until_replaced(SteadyClock::time_point deadline);

  std::filesystem::path file_;
  int notices_ = -1;  // inotify
  Targets seen_;
  std::uint64_t inode_ = 0;
  std::int64_t changed_ = 0;
};

}  // namespace tertulia::robot
