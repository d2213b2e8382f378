// SPDX-License-Identifier: Apache-2.0
// Rows of text as aligned columns for a terminal, or as CSV (RFC 4180). Pure; all text is UTF-8.
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

// Columns on a terminal: combining marks take none, East Asian wide characters two, others one.
[[nodiscard]] std::size_t display_width(std::string_view text);
// Control characters are shown as spaces, so that no cell can steer the terminal.
[[nodiscard]] std::string to_text(const Table& table);
[[nodiscard]] std::string to_csv(const Table& table);

}  // namespace tertulia::hub
