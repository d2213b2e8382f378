// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_csv.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "firmware/formats/containers/csv_table.h"
#include "firmware/formats/containers/xlsx.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kTitlesAbove = 10;  // rows in which the header of a table without a name is looked for

bool has_header(const Row& row, std::initializer_list<std::string_view> headers) {
  return std::any_of(row.cells.begin(), row.cells.end(),
                     [&](const Cell& cell) { return is_one_of(folded(cell.text), headers); });
}

// A header of any sheet that an XLSForm may have.
bool is_header(const Row& row) {
  return has_header(
      row, {"type", "list_name", "list name", "form_id", "form_title", "dataset", "list_id", "name"});
}

bool is_header_of_survey(const Row& row) {
  const bool has_label = std::any_of(row.cells.begin(), row.cells.end(),
                                     [](const Cell& cell) { return folded(cell.text).starts_with("label"); });
  return has_header(row, {"type"}) && (has_label || has_header(row, {"name"}));
}

// Cuts the rows of the file into sheets.
class SheetCutter {
 public:
  SheetCutter(std::vector<Row>& rows, const std::string& file, Findings& findings)
      : rows_(rows), file_(file), findings_(findings) {}

  Workbook cut() {
    if (begins_without_name()) start("survey");
    for (std::size_t at = 0; at < rows_.size(); ++at) {
      const bool is_name = names_sheet(at);
      if (is_name) start(squashed(rows_[at].at(0)));
      if (is_name) rows_[at].cells.erase(rows_[at].cells.begin());
      if (!rows_[at].cells.empty()) put(std::move(rows_[at]));
    }
    finish();
    return std::move(book_);
  }

 private:
  // A table as a spreadsheet saves its one sheet: the header stands first, or below a title.
  bool begins_without_name() {
    for (std::size_t at = 0; at < std::min(rows_.size(), kTitlesAbove) && !names_sheet(at); ++at) {
      if (!is_header_of_survey(rows_[at])) continue;
      is_unnamed_ = true;
      findings_.guessed(
          {file_, ""},
          "The first table of the file has no name and is taken as the sheet 'survey'. Save the "
          "workbook as .xlsx to keep its other sheets.");
      return true;
    }
    return false;
  }

  // A remark or a number in the first column names no sheet.
  bool names_sheet(std::size_t at) const {
    const Row& row = rows_[at];
    const std::string name = folded(row.at(0));
    if (name.empty()) return false;
    const bool is_alone = row.cells.size() == 1;
    if (is_sheet_of_form(name) || is_one_of(name, {"entities", "osm"}))
      return is_alone || (!is_unnamed_ && is_header(row));
    const bool is_title = !sheet_.name.empty() && sheet_.rows.empty();
    if (!is_alone || is_title || at + 1 == rows_.size()) return false;
    return rows_[at + 1].at(0).empty() && is_header(rows_[at + 1]);
  }

  void start(std::string name) {
    finish();
    sheet_.name = std::move(name);
  }

  void put(Row row) { (sheet_.name.empty() ? above_ : sheet_.rows).push_back(std::move(row)); }

  void finish() {
    if (sheet_.name.empty()) return;
    if (!above_.empty())
      findings_.skipped({file_, "row " + std::to_string(above_.front().number)},
                        counted(above_.size(), "row") +
                            " above the name of the first sheet: not read. Move what belongs to the form "
                            "below the name of its sheet.");
    above_.clear();
    const bool is_read = is_sheet_of_form(sheet_.name);
    if (!is_read) book_.other_sheets.push_back(sheet_.name);
    if (is_read) book_.sheets.push_back(std::move(sheet_));
    sheet_ = {};
  }

  std::vector<Row>& rows_;
  const std::string& file_;
  Findings& findings_;
  bool is_unnamed_ = false;  // the first table
  std::vector<Row> above_;
  Sheet sheet_;  // that is being filled; without a name: none
  Workbook book_;
};

}  // namespace

std::optional<Workbook> read_xlsform_csv(const SourceFile& source, Findings& findings) {
  auto table = read_csv_table(source, TableUse::kForm, findings);
  if (!table) return std::nullopt;
  return SheetCutter(table->sheets.front().rows, source.name, findings).cut();
}

bool names_survey(const SourceFile& source) {
  Findings of_reading;  // said by whoever reads it as a form
  const auto table = read_csv_table(source, TableUse::kAgenda, of_reading);
  if (!table) return false;
  const std::vector<Row>& rows = table->sheets.front().rows;
  return std::any_of(rows.begin(), rows.end(), [](const Row& row) {
    return folded(row.at(0)) == "survey" && (row.cells.size() == 1 || is_header(row));
  });
}

}  // namespace tertulia::formats
