// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/ods.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "firmware/formats/containers/number_format.h"
#include "firmware/formats/containers/sheet_rows.h"
#include "firmware/formats/containers/xlsx.h"
#include "firmware/formats/containers/xml_reader.h"
#include "firmware/formats/containers/zip_archive.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// "PT09H30M00S" as "09:30"; anything else as it is.
std::string clock_of(const std::string& duration) {
  const std::size_t hours = duration.find('H');
  const std::size_t minutes = duration.find('M', hours);
  if (!duration.starts_with("PT") || minutes == std::string::npos) return duration;
  const std::string rest = duration.substr(hours + 1, minutes - hours - 1);
  return duration.substr(2, hours - 2) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

// "2027-05-10T00:00:00" as "2027-05-10"; anything else as it is.
std::string day_of(std::string moment) {
  if (moment.ends_with("T00:00:00")) moment.resize(moment.size() - 9);
  return moment;
}

std::string percent_of(double share) { return general_number(share * 100) + "%"; }

constexpr std::size_t kMostErrors = 100;

// Elements whose texts are not what a cell shows.
bool is_hidden(std::string_view name) {
  return is_one_of(name, {"annotation", "shapes", "frame", "custom-shape", "tracked-changes", "dde-links"});
}

int repeated(const XmlReader& xml, std::string_view attribute) {
  return static_cast<int>(std::clamp(whole_number(xml.attribute(attribute)).value_or(1), 1LL, 1LL << 24U));
}

// Collects rows from the steps of the document.
class OdsBuilder {
 public:
  explicit OdsBuilder(TableUse use) : use_(use) {}

  void start(const XmlReader& xml) {
    const std::string& name = xml.name();
    if (is_hidden(name)) ++hidden_;
    if (hidden_ > 0 || is_full_) return;
    if (name == "table" && ++tables_ == 1) start_sheet(xml.attribute("name"));
    if (tables_ != 1) return;  // a table within a cell is no sheet
    if (name == "table-row") start_row(xml);
    if (name == "table-cell" || name == "covered-table-cell") start_cell(xml);
    if (name == "p" && in_cell_ && !text_.empty()) text_ += '\n';
    if (name == "s" && text_.size() < TableLimits::kMostBytes)
      text_.append(static_cast<std::size_t>(std::min(repeated(xml, "c"), 100)), ' ');
    if (name == "tab") text_ += '\t';
    if (name == "line-break") text_ += '\n';
    if (name == "p") ++paragraphs_;
  }

  void text(const std::string& text) {
    if (hidden_ == 0 && tables_ == 1 && in_cell_ && paragraphs_ > 0) text_ += text;
  }

  void end(const std::string& name) {
    if (is_hidden(name)) {
      --hidden_;
      return;
    }
    if (hidden_ > 0 || is_full_) return;
    if (name == "p" && tables_ == 1 && paragraphs_ > 0) --paragraphs_;
    if ((name == "table-cell" || name == "covered-table-cell") && tables_ == 1) end_cell();
    if (name == "table-row" && tables_ == 1) end_row();
    if (name == "table" && tables_ > 0) --tables_;
  }

  [[nodiscard]] bool is_full() const { return is_full_; }
  OdsSheets take() { return std::move(read_); }

 private:
  void start_sheet(const std::string& name) {
    read_.sheets.push_back({squashed(name), {}});
    row_number_ = 0;
  }

  void start_row(const XmlReader& xml) {
    row_ = Row{++row_number_, {}};
    row_repeats_ = repeated(xml, "number-rows-repeated");
    column_ = 0;
  }

  void start_cell(const XmlReader& xml) {
    in_cell_ = true;
    paragraphs_ = 0;
    text_.clear();
    cell_repeats_ = repeated(xml, "number-columns-repeated");
    value_ = value_of(xml);
    is_error_ = is_error(xml);
  }

  // What the cell stands for where that is exact; its text says it in the way of some country.
  std::string value_of(const XmlReader& xml) const {
    const std::string type = xml.attribute("value-type");
    if (type == "date") return day_of(xml.attribute("date-value"));
    if (type == "time") return clock_of(xml.attribute("time-value"));
    if (type == "boolean") return xml.attribute("boolean-value") == "true" ? "TRUE" : "FALSE";
    const auto number = decimal_number(xml.attribute("value"));
    if (type == "percentage" && use_ == TableUse::kForm && number) return percent_of(*number);
    if (is_one_of(type, {"float", "percentage", "currency"})) return number_text(xml.attribute("value"));
    return {};
  }

  // LibreOffice writes it beside the type of the standard, under the same name.
  static bool is_error(const XmlReader& xml) {
    for (const XmlAttribute& attribute : xml.attributes())
      if (attribute.name == "value-type" && attribute.value == "error") return true;
    return false;
  }

  void end_cell() {
    in_cell_ = false;
    if (is_error_) {
      if (read_.errors.size() < kMostErrors)
        read_.errors.push_back({cell_here(row_number_), clean_text(text_).substr(0, 20)});
      else
        ++read_.more_errors;
      column_ += std::min(cell_repeats_, TableLimits::kMostColumns);
      return;
    }
    const std::string& text = value_.empty() ? text_ : value_;
    const int behind = column_ + std::min(cell_repeats_, TableLimits::kMostColumns + 1);
    if (!trim(text).empty())
      for (; column_ < behind && !is_full_; ++column_) add_cell(text);
    column_ = std::min(behind, TableLimits::kMostColumns);
  }

  void add_cell(const std::string& text) {
    if (column_ >= TableLimits::kMostColumns) {
      if (read_.cut_column_at.empty()) read_.cut_column_at = cell_here(row_number_);
      return;
    }
    if (!is_room_for(1, text.size())) return;
    row_.cells.push_back({column_, text});
  }

  // Counts cells that are about to be stored. False, and nothing more is read, when they are too many.
  bool is_room_for(std::size_t cells, std::size_t bytes) {
    cells_ += cells;
    bytes_ += bytes;
    is_full_ = is_full_ || cells_ > TableLimits::kMostCells || bytes_ > TableLimits::kMostBytes;
    if (is_full_ && read_.cut_at.empty()) read_.cut_at = cell_here(row_.number);
    return !is_full_;
  }

  std::string cell_here(int row) const { return cell_name(read_.sheets.back(), row, column_); }

  // Repeated, empty rows reach to the end of every sheet.
  void end_row() {
    std::size_t bytes = 0;
    for (const Cell& cell : row_.cells) bytes += cell.text.size();
    const int last = row_number_ + row_repeats_ - 1;
    for (; !row_.cells.empty() && row_.number <= last; ++row_.number) {
      if (row_.number > TableLimits::kMostRows) {
        if (read_.cut_at.empty()) read_.cut_at = cell_name(read_.sheets.back(), row_.number, 0);
        break;
      }
      if (row_.number > row_number_ && !is_room_for(row_.cells.size(), bytes)) return;
      read_.sheets.back().rows.push_back(row_);
    }
    row_number_ = std::min(last, TableLimits::kMostRows);
  }

  TableUse use_;
  OdsSheets read_;
  Row row_;
  int hidden_ = 0;
  int tables_ = 0;  // open ones
  int row_number_ = 0;
  int row_repeats_ = 1;
  int column_ = 0;
  int cell_repeats_ = 1;
  int paragraphs_ = 0;  // open ones of the cell
  bool in_cell_ = false;
  bool is_error_ = false;
  bool is_full_ = false;
  std::size_t cells_ = 0;
  std::size_t bytes_ = 0;
  std::string value_;
  std::string text_;
};

Result<OdsSheets> read_sheets(const SourceFile& source, TableUse use) {
  TRY(ZipMembers members, ZipMembers::open(source.bytes));
  if (members.has("META-INF/manifest.xml")) {
    TRY(const std::string manifest, members.read("META-INF/manifest.xml"));
    if (manifest.find("encryption-data") != std::string::npos)
      return Error{"The file is protected with a password; take the password off and save it again."};
  }
  if (!members.has("content.xml"))
    return Error{"The spreadsheet has no content.xml; save it again as .ods, .xlsx or .csv."};
  TRY(const std::string content, members.read("content.xml"));
  return read_ods_content(content, use);
}

// What no form has a use for.
void keep_sheets_of_form(Workbook& book) {
  for (const Sheet& sheet : book.sheets)
    if (!is_sheet_of_form(sheet.name)) book.other_sheets.push_back(sheet.name);
  std::erase_if(book.sheets, [](const Sheet& sheet) { return !is_sheet_of_form(sheet.name); });
}

}  // namespace

bool is_ods(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") && bytes.find("opendocument.spreadsheet") != std::string_view::npos;
}

Result<OdsSheets> read_ods_content(std::string_view bytes, TableUse use) {
  OdsBuilder builder(use);
  XmlReader xml(bytes);
  while (true) {
    const XmlStep step = xml.next();
    if (step == XmlStep::kDone || builder.is_full()) return builder.take();
    if (step == XmlStep::kBroken)
      return Error{"The spreadsheet's XML is damaged or not allowed; save it again as .ods, .xlsx or .csv."};
    if (step == XmlStep::kText) builder.text(xml.text());
    if (step == XmlStep::kStart) builder.start(xml);
    if (step == XmlStep::kEnd) builder.end(xml.name());
  }
}

std::optional<Workbook> read_ods(const SourceFile& source, TableUse use, Findings& findings) {
  auto read = read_sheets(source, use);
  if (!read.ok()) {
    findings.wrong({source.name, ""}, read.error().message);
    return std::nullopt;
  }
  OdsSheets sheets = std::move(read).value();
  if (!sheets.cut_column_at.empty())
    findings.skipped({source.name, sheets.cut_column_at}, std::string(kCutColumn));
  if (!sheets.cut_at.empty()) findings.skipped({source.name, sheets.cut_at}, std::string(kCutRow));
  for (const auto& [where, text] : sheets.errors)
    findings.skipped({source.name, where}, error_of_formula(text));
  if (sheets.more_errors > 0)
    findings.skipped({source.name, ""}, counted(sheets.more_errors, "more cell") + " of this kind.");
  Workbook book;
  book.sheets = std::move(sheets.sheets);
  if (use == TableUse::kForm) keep_sheets_of_form(book);
  return book;
}

}  // namespace tertulia::formats
