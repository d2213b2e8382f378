// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/record_table.h"

#include <algorithm>
#include <utility>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

bool RecordTable::begin(int line) {
  if (is_full_) return false;
  if (rows_.size() < TableLimits::kMostRows && cells_ < TableLimits::kMostCells) {
    rows_.push_back({line, {}});
    return true;
  }
  findings_.skipped(at_line(file_, line), "The file has more than 150,000 " + records_ +
                                              " or 1,000,000 texts; the rest is not read.");
  return false;
}

void RecordTable::set(const std::string& name, std::string_view text) {
  text = trim(text);
  if (name.empty() || text.empty() || rows_.empty() || is_full_) return;
  if (columns_.size() == TableLimits::kMostColumns && !columns_.contains(name)) {
    if (!std::exchange(has_said_columns_, true))
      findings_.skipped(at_line(file_, rows_.back().number),
                        "The " + records_ +
                            " have more than 500 different names of texts; the rest is not "
                            "read.");
    return;
  }
  const int column = columns_.try_emplace(name, static_cast<int>(columns_.size())).first->second;
  std::vector<Cell>& cells = rows_.back().cells;
  const auto place = std::lower_bound(cells.begin(), cells.end(), column,
                                      [](const Cell& cell, int wanted) { return cell.column < wanted; });
  if (place != cells.end() && place->column == column) return;
  if (text.size() > TableLimits::kMostBytes - bytes_) {
    findings_.skipped(at_line(file_, rows_.back().number),
                      "The file has more than 32 MiB of text; this one of the " + records_ +
                          " and the rest are not read. Leave out what the form does not need.");
    rows_.pop_back();
    is_full_ = true;
    return;
  }
  cells.insert(place, {column, std::string(text)});
  bytes_ += text.size();
  ++cells_;
}

void RecordTable::drop_last() {
  if (!rows_.empty() && !is_full_) rows_.pop_back();  // a full table has none that is open
}

void RecordTable::say_what_is_empty() {
  const auto is_empty = [](const Row& row) { return row.cells.empty(); };
  const auto first = std::find_if(rows_.begin(), rows_.end(), is_empty);
  if (first == rows_.end()) return;
  const auto count = std::count_if(first, rows_.end(), is_empty);
  findings_.skipped(at_line(file_, first->number),
                    "Without any text, and so left out: " + std::to_string(count) + " of the " +
                        std::to_string(rows_.size()) + " " + records_ + ".");
}

Sheet RecordTable::finished() {
  Sheet sheet;
  sheet.name = file_;
  sheet.is_text = true;
  say_what_is_empty();
  if (columns_.empty()) return sheet;
  Row header;
  for (const auto& [name, column] : columns_) header.cells.push_back({column, name});
  std::sort(header.cells.begin(), header.cells.end(),
            [](const Cell& one, const Cell& other) { return one.column < other.column; });
  std::erase_if(rows_, [](const Row& row) { return row.cells.empty(); });
  sheet.rows = std::move(rows_);
  sheet.rows.insert(sheet.rows.begin(), std::move(header));
  return sheet;
}

}  // namespace tertulia::formats
