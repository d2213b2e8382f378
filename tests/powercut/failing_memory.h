// SPDX-License-Identifier: Apache-2.0
// SQLite's memory, of which one allocation is refused. No database may be open when it comes or goes.
#pragma once

#include <cstdint>

namespace tertulia::powercut {

class FailingMemory {
 public:
  FailingMemory();
  FailingMemory(const FailingMemory&) = delete;
  FailingMemory& operator=(const FailingMemory&) = delete;
  ~FailingMemory();

  enum class Which { kOne, kAllFromThere };
  void fail_at(std::uint64_t number, Which which);  // counted from now, from 1
  void heal();
  [[nodiscard]] bool has_failed() const;
};

}  // namespace tertulia::powercut
