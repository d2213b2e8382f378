// SPDX-License-Identifier: Apache-2.0
// The texts that the cells of a workbook share, one behind the other in one piece of memory: a large workbook
// has 100,000 of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia::formats {

class SharedStrings {
 public:
  void add(std::string_view text) {
    bytes_ += text;
    ends_.push_back(bytes_.size());
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::size_t bytes() const { return bytes_.size(); }
  // Empty when there is none of that number.
  [[nodiscard]] std::string_view at(std::size_t index) const {
    if (index >= ends_.size()) return {};
    const std::size_t start = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(bytes_).substr(start, ends_[index] - start);
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

}  // namespace tertulia::formats
