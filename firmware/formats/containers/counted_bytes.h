// SPDX-License-Identifier: Apache-2.0
// An iterator that hands bytes to a parser and counts the lines that it has begun. Neither the bytes nor the
// count are its own.
#pragma once

#include <cstddef>
#include <iterator>

namespace tertulia::formats {

class CountedBytes {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountedBytes(const char* at, int& line) : at_(at), line_(&line) {}
  reference operator*() const { return *at_; }
  CountedBytes& operator++() {
    if (*at_++ == '\n') ++*line_;
    return *this;
  }
  friend bool operator==(const CountedBytes& one, const CountedBytes& other) { return one.at_ == other.at_; }

 private:
  const char* at_;
  int* line_;
};

}  // namespace tertulia::formats
