// SPDX-License-Identifier: Apache-2.0
// The conformance data of the Unicode Consortium as Debian's package unicode-data ships it, and a score.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia::ui {

// One line of LineBreakTest.txt or GraphemeBreakTest.txt.
struct BreakCase {
  std::string line;  // as it stands in the file
  std::vector<std::uint32_t> code_points;
  std::vector<bool> breaks;  // before each code point, and one at the end
};

// One line of BidiCharacterTest.txt.
struct BidiCase {
  std::string line;
  std::vector<std::uint32_t> code_points;
  int direction = 0;  // of the paragraph: 0 left to right, 1 right to left, 2 from the text
  int base_level = 0;
  std::vector<int> levels;  // -1: removed by rule X9, so it has none
};

// Both are empty when the file cannot be read; a test takes that for a failure.
[[nodiscard]] std::vector<BreakCase> read_break_cases(std::string_view file);
[[nodiscard]] std::vector<BidiCase> read_bidi_cases(std::string_view file);

[[nodiscard]] std::string to_utf8(const std::vector<std::uint32_t>& code_points);

// How many cases passed, with the first failures to look at; printed when it goes.
class Score {
 public:
  explicit Score(std::string_view name) : name_(name) {}
  Score(const Score&) = delete;
  Score& operator=(const Score&) = delete;
  ~Score();

  void count(bool passed, std::string_view line);
  [[nodiscard]] double percent() const;

 private:
  std::string name_;
  std::size_t passed_ = 0;
  std::size_t total_ = 0;
  std::vector<std::string> failures_;
};

// The share that must pass: that of today for the data that it was measured with; two points less for data of
// another version of Unicode, whose new characters and rules the libraries may not know yet.
[[nodiscard]] double least_percent(std::string_view file, double measured);

}  // namespace tertulia::ui
