// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/csv.h"

#include <algorithm>
#include <array>
#include <utility>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

// Excel writes `;` where the comma is the decimal sign, and tabs when it copies: the first line with any of
// them tells.
char csv_separator(std::string_view text) {
  const std::size_t first = std::min(text.find_first_of(",;\t"), text.size());
  const std::size_t start = text.substr(0, first).rfind('\n') + 1;  // npos + 1 is 0
  const std::string_view line = text.substr(start, text.find('\n', first) - start);
  char best = ',';
  for (const char candidate : {';', '\t'})
    if (std::count(line.begin(), line.end(), candidate) > std::count(line.begin(), line.end(), best))
      best = candidate;
  return best;
}

std::optional<Row> CsvReader::next() {
  if (position_ >= text_.size() || !problem.empty()) return std::nullopt;
  Row row{++number_, {}};
  for (int column = 0;; ++column) {
    std::string field = text_.substr(position_).starts_with('"') ? quoted_field() : plain_field();
    if (!problem.empty()) return std::nullopt;
    const bool is_blank = trim(field).empty();
    if (!is_blank && column < TableLimits::kMostColumns) row.cells.push_back({column, std::move(field)});
    if (!is_blank && column >= TableLimits::kMostColumns && cut_row == 0) cut_row = number_;
    if (position_ >= text_.size()) return row;
    if (text_[position_] == separator_) {
      ++position_;
      continue;
    }
    skip_line_end();
    return row;
  }
}

std::string CsvReader::plain_field() {
  const std::string stops{separator_, '\r', '\n'};
  const std::size_t end = std::min(text_.find_first_of(stops, position_), text_.size());
  std::string field(text_.substr(position_, end - position_));
  position_ = end;
  return field;
}

std::string CsvReader::quoted_field() {
  std::string field;
  for (++position_; position_ < text_.size(); ++position_) {
    if (text_[position_] != '"') {
      field += text_[position_];
    } else if (position_ + 1 < text_.size() && text_[position_ + 1] == '"') {
      field += '"';
      ++position_;
    } else {
      ++position_;
      return field + plain_field();  // what stands behind a closing quote belongs to the field
    }
  }
  problem = "has a quote that is never closed";
  return field;
}

void CsvReader::skip_line_end() {
  if (text_[position_] == '\r') ++position_;
  if (position_ < text_.size() && text_[position_] == '\n') ++position_;
}

}  // namespace tertulia::formats
