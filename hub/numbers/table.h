// SPDX-License-Identifier: Apache-2.0
// Prints rows of text as aligned columns for a terminal, or as CSV (RFC 4180). Pure; all text is UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia::hub {

using Row = std::vector<std::string>;

struct Table {
  Row head;
  std::vector<Row> rows;  // as many cells as the head
};

// Width in columns of a terminal: combining marks 0, East Asian wide characters 2, all others 1. Good enough
// for aligning.
[[nodiscard]] std::size_t display_width(std::string_view text);
// No text can control the terminal (domain/terminal_text.h).
[[nodiscard]] std::string to_text(const Table& table);
// No text is a formula (domain/csv_text.h). Quotes only where RFC 4180 demands them.
[[nodiscard]] std::string to_csv(const Table& table);

}  // namespace tertulia::hub
