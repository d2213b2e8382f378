// SPDX-License-Identifier: Apache-2.0
// Cuts a CSV text (RFC 4180) into rows. A quoted field may hold separators, line ends and doubled quotes;
// line ends are LF, CRLF or CR.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "firmware/formats/containers/table.h"

namespace tertulia::formats {

// ',', ';' or a tab: what the first line with any of them has most of.
[[nodiscard]] char csv_separator(std::string_view text);

// The text, without a byte order mark, must outlive it.
class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  // Without empty fields; a row of the file may have none at all. None: the file ends, or `problem` is set
  // and it cannot go on.
  [[nodiscard]] std::optional<Row> next();
  [[nodiscard]] int number() const { return number_; }  // of the last row, as a spreadsheet shows it

  std::string problem;  // what the row has or is, in words
  int cut_row = 0;  // the first with a text right of TableLimits::kMostColumns, which is left out; 0: none

 private:
  std::string plain_field();
  std::string quoted_field();
  void skip_line_end();

  std::string_view text_;
  char separator_;
  std::size_t position_ = 0;
  int number_ = 0;
};

}  // namespace tertulia::formats
