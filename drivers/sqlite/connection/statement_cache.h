// SPDX-License-Identifier: Apache-2.0
// Prepared statements at rest, by their text: with triggers and indexes, preparing one costs several times
// what running it does. They hold no values while they rest. One thread; must go before the connection that
// they were prepared on.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <unordered_map>

struct sqlite3_stmt;

namespace tertulia::sqlite {

class StatementCache {
 public:
  static constexpr std::size_t kMost = 48;  // some kilobytes each

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  using Owned = std::unique_ptr<sqlite3_stmt, Finalize>;

  // Null when none with this text rests here.
  [[nodiscard]] Owned take(std::string_view sql);
  // Whatever it was doing ends, and its values are forgotten.
  void put_back(Owned statement);

 private:
  std::unordered_map<std::string_view, Owned> at_rest_;  // by the text that the statement itself keeps
};

}  // namespace tertulia::sqlite
