// SPDX-License-Identifier: Apache-2.0
#include "hub/numbers/table.h"

#include <algorithm>

#include <utf8proc.h>

#include "firmware/domain/csv_text.h"
#include "firmware/domain/terminal_text.h"
#include "firmware/domain/utf8.h"

namespace tertulia::hub {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

// No spreadsheet makes more of it than it is.
bool is_signed_number(std::string_view text) { return is_number(text.substr(text.starts_with('-') ? 1 : 0)); }

void append_line(std::string& out, const Row& row, const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string cell = terminal_text(row[i]);
    const std::string padding(widths[i] - display_width(cell), ' ');
    line += is_number(cell) ? padding + cell : cell + padding;
    line += "  ";
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + "\n";
}

std::string field_of(const std::string& cell) {
  if (is_signed_number(cell)) return cell;
  const bool needs_quotes = cell.find_first_of("\",\r\n") != std::string::npos;
  return needs_quotes ? csv_text(cell) : with_formula_mark(cell);
}

void append_record(std::string& out, const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + field_of(row[i]);
  out += "\r\n";
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  each_code_point(text, [&](const CodePoint& next) {
    width += static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(next.value)));
  });
  return width;
}

std::string to_text(const Table& table) {
  std::vector<std::size_t> widths(table.head.size(), 0);
  const auto widen = [&](const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], display_width(terminal_text(row[i])));
  };
  widen(table.head);
  for (const Row& row : table.rows) widen(row);

  Row rule;
  for (const std::size_t width : widths) rule.emplace_back(width, '-');
  std::string out;
  append_line(out, table.head, widths);
  append_line(out, rule, widths);
  for (const Row& row : table.rows) append_line(out, row, widths);
  return out;
}

std::string to_csv(const Table& table) {
  std::string out;
  append_record(out, table.head);
  for (const Row& row : table.rows) append_record(out, row);
  return out;
}

}  // namespace tertulia::hub
