// SPDX-License-Identifier: Apache-2.0
// Names of files and of sheets: such as every system takes, and no two that differ in capitals only, which
// are one on a stick and in a workbook. Pure.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace tertulia::formats {

// The start of the text, of at most so many UTF-16 code units.
[[nodiscard]] std::string first_characters(std::string_view text, std::size_t most);

// Letters of ASCII, digits, '-' and '_' of the name; the others become '-'. Points are between the parts of a
// file's name.
[[nodiscard]] std::string file_name_like(std::string_view name);

class UniqueNames {
 public:
  // `taken` are in lower case.
  explicit UniqueNames(std::set<std::string> taken = {}) : taken_(std::move(taken)) {}

  // The name, or with "-2", "-3" and so on behind it; at most so many UTF-16 code units.
  [[nodiscard]] std::string take(std::string_view name, std::size_t longest = std::string::npos);

 private:
  std::set<std::string> taken_;
};

}  // namespace tertulia::formats
