// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_csv.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "firmware/domain/utf8.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// Excel writes `;` where the comma is the decimal sign: the first line with either tells.
char separator_of(std::string_view text) {
  const std::size_t first = std::min(text.find_first_of(",;"), text.size());
  const std::string_view line = text.substr(first, text.find('\n', first) - first);
  return std::count(line.begin(), line.end(), ';') > std::count(line.begin(), line.end(), ',') ? ';' : ',';
}

// Cuts text into records; a quoted field may hold separators, line ends and doubled quotes.
class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  // Empty: the file ends. `problem` is set when it cannot go on.
  std::optional<Row> next() {
    if (position_ >= text_.size() || !problem.empty()) return std::nullopt;
    Row row{++number_, {}};
    for (int column = 0;; ++column) {
      if (column >= TableLimits::kMostColumns) return fail("has more than 500 columns");
      std::string field = text_.substr(position_).starts_with('"') ? quoted_field() : plain_field();
      if (!problem.empty()) return std::nullopt;
      if (!trim(field).empty()) row.cells.push_back({column, std::move(field)});
      if (position_ >= text_.size()) return row;
      if (text_[position_] == separator_) {
        ++position_;
        continue;
      }
      skip_line_end();
      return row;
    }
  }

  int number() const { return number_; }
  std::string problem;

 private:
  std::optional<Row> fail(std::string what) {
    problem = std::move(what);
    return std::nullopt;
  }

  std::string plain_field() {
    const std::string stops{separator_, '\r', '\n'};
    const std::size_t end = std::min(text_.find_first_of(stops, position_), text_.size());
    std::string field(text_.substr(position_, end - position_));
    position_ = end;
    return field;
  }

  std::string quoted_field() {
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

  void skip_line_end() {
    if (text_[position_] == '\r') ++position_;
    if (position_ < text_.size() && text_[position_] == '\n') ++position_;
  }

  std::string_view text_;
  char separator_;
  std::size_t position_ = 0;
  int number_ = 0;
};

// A first cell starts a sheet and is not part of its rows.
void put(Row row, Workbook& book) {
  if (!row.at(0).empty()) {
    book.sheets.push_back({squashed(row.at(0)), {}});
    row.cells.erase(row.cells.begin());
  }
  if (!book.sheets.empty() && !row.cells.empty()) book.sheets.back().rows.push_back(std::move(row));
}

}  // namespace

std::optional<Workbook> read_xlsform_csv(const SourceFile& source, Findings& findings) {
  if (!is_utf8(source.bytes)) {
    findings.wrong({source.name, ""}, "The file is not UTF-8 text; save it as 'CSV UTF-8'.");
    return std::nullopt;
  }
  const std::string_view text = without_bom(source.bytes);
  CsvReader reader(text, separator_of(text));
  Workbook book;
  std::size_t cells = 0;
  while (auto row = reader.next()) {
    cells += row->cells.size();
    if (row->number > TableLimits::kMostRows || cells > TableLimits::kMostCells) {
      findings.wrong({source.name, ""}, "The file has too many rows or cells for a questionnaire.");
      return std::nullopt;
    }
    put(std::move(*row), book);
  }
  if (!reader.problem.empty()) {
    findings.wrong({source.name, "row " + std::to_string(reader.number())},
                   "The row " + reader.problem + "; save the file again from a spreadsheet.");
    return std::nullopt;
  }
  return book;
}

}  // namespace tertulia::formats
