// SPDX-License-Identifier: Apache-2.0
// The lines of a calendar file: unfolded (RFC 5545, section 3.1), in UTF-8, each with its number in the file.
// A line may be folded within a character, so bytes are judged after unfolding. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/text/encoding.h"

namespace tertulia::formats {

class CalendarText {
 public:
  // Line ends are CR LF, LF or CR. In quoted-printable lines of vCalendar 1.0 a '=' at the end joins the next
  // line, too. Empty lines are left out.
  explicit CalendarText(std::string_view bytes);

  [[nodiscard]] std::size_t size() const { return lines_.size(); }
  // Valid as long as this.
  [[nodiscard]] std::string_view line(std::size_t index) const;
  [[nodiscard]] int number(std::size_t index) const { return lines_[index].number; }

  // kWindows1252: some lines are not UTF-8 and were read as that. kUtf8 otherwise, or kUtf16.
  [[nodiscard]] Encoding encoding() const { return encoding_; }
  // How many lines had to be read as Windows-1252, and the number of the first.
  [[nodiscard]] std::size_t guessed_lines() const { return guessed_lines_; }
  [[nodiscard]] int first_guessed() const { return first_guessed_; }

 private:
  void split(std::string_view bytes);
  void add(std::string_view physical, int number);
  void end_line();

  struct Line {
    std::size_t begin;
    std::size_t length;
    int number;
  };
  std::string text_;
  std::vector<Line> lines_;
  bool is_open_ = false;           // the last line may go on
  std::optional<bool> is_quoted_;  // it is quoted-printable; unknown until its colon was read
  bool is_quoted_open_ = false;    // and ends with the '=' that joins the next one
  Encoding encoding_ = Encoding::kUtf8;
  std::size_t guessed_lines_ = 0;
  int first_guessed_ = 0;
};

}  // namespace tertulia::formats
