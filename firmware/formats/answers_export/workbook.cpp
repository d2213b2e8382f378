// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/workbook.h"

#include <utility>

#include <xlsxwriter.h>

#include "firmware/domain/digest.h"
#include "firmware/files/file_pieces.h"
#include "firmware/formats/answers_export/unique_names.h"
#include "firmware/formats/answers_export/workbook_text.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kLongestSheetName = 31;

std::string sheet_name_like(const std::string& wanted) {
  std::string name;
  for (const char c : wanted) {
    const bool is_forbidden =
        std::string_view("[]:*?/\\'").find(c) != std::string_view::npos || (c >= 0 && c < ' ');
    name += is_forbidden ? '-' : c;
  }
  return name.empty() ? "sheet" : name;
}

Result<std::string> digest_of(const std::filesystem::path& path) {
  TRY(FilePieces file, FilePieces::open(path));
  Sha256 digest;
  while (true) {
    TRY(const std::string piece, file.next(64U << 10U));
    if (piece.empty()) return digest.hex();
    digest.add(piece);
  }
}

class PutCell {
 public:
  PutCell(lxw_worksheet* sheet, std::size_t row, std::size_t column)
      : sheet_(sheet), row_(static_cast<lxw_row_t>(row)), column_(static_cast<lxw_col_t>(column)) {}

  lxw_error operator()(std::monostate) const { return LXW_NO_ERROR; }
  lxw_error operator()(double number) const {
    return worksheet_write_number(sheet_, row_, column_, number, nullptr);
  }
  lxw_error operator()(std::int64_t number) const {  // a cell is a double
    constexpr std::int64_t kMostExact = std::int64_t{1} << 53;
    if (number > kMostExact || number < -kMostExact) return (*this)(std::to_string(number));
    return (*this)(static_cast<double>(number));
  }
  lxw_error operator()(const std::string& text) const {
    return worksheet_write_string(sheet_, row_, column_, workbook_text(text).c_str(), nullptr);
  }

 private:
  lxw_worksheet* sheet_;
  lxw_row_t row_;
  lxw_col_t column_;
};

}  // namespace

std::vector<std::string> sheet_names_for(const std::vector<std::string>& wanted) {
  std::vector<std::string> names;
  UniqueNames unique({"history"});  // Excel's own
  for (const std::string& each : wanted)
    names.push_back(unique.take(sheet_name_like(each), kLongestSheetName));
  return names;
}

struct WorkbookWriter::OpenSheet {
  std::string name;
  std::vector<CellValue> header;
  lxw_worksheet* part = nullptr;  // of the book
  std::size_t parts = 0;
  std::size_t rows = 0;  // of this part
};

void WorkbookWriter::Discard::operator()(lxw_workbook* book) const { lxw_workbook_free(book); }

WorkbookWriter::WorkbookWriter(FileReplacement file, std::unique_ptr<lxw_workbook, Discard> book)
    : file_(std::move(file)), book_(std::move(book)) {}
WorkbookWriter::WorkbookWriter(WorkbookWriter&&) noexcept = default;
WorkbookWriter::~WorkbookWriter() = default;

Error WorkbookWriter::unwritable() const {
  return Error{file_.path().string() + " cannot be written: check the free space."};
}

Result<WorkbookWriter> WorkbookWriter::begin(const std::filesystem::path& path) {
  TRY(auto file, FileReplacement::begin(path));
  std::string folder = file.folder().string();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = folder.data();  // it is copied
  options.use_zip64 = LXW_FALSE;
  std::unique_ptr<lxw_workbook, Discard> book(workbook_new_opt(file.draft().c_str(), &options));
  WorkbookWriter writer(std::move(file), std::move(book));
  if (!writer.book_) return writer.unwritable();
  return writer;
}

Outcome WorkbookWriter::open_part(OpenSheet& sheet) {
  ++sheet.parts;
  std::string name = sheet.name;
  if (sheet.parts > 1) {
    const std::string suffix = " " + std::to_string(sheet.parts);
    name = first_characters(name, kLongestSheetName - suffix.size()) + suffix;
  }
  sheet.part = workbook_add_worksheet(book_.get(), name.c_str());
  if (sheet.part == nullptr) return unwritable();
  worksheet_freeze_panes(sheet.part, 1, 0);
  sheet.rows = 0;
  return put_row(sheet, sheet.header);
}

Outcome WorkbookWriter::put_row(OpenSheet& sheet, const std::vector<CellValue>& cells) {
  for (std::size_t column = 0; column < cells.size(); ++column)
    if (std::visit(PutCell(sheet.part, sheet.rows, column), cells[column]) != LXW_NO_ERROR)
      return unwritable();
  ++sheet.rows;
  // The library does not look whether its rows came to the disk.
  if (std::ferror(sheet.part->optimize_tmpfile) != 0) return unwritable();
  return Done{};
}

Result<std::size_t> WorkbookWriter::add_sheet(const std::string& name, std::vector<std::string> header) {
  if (header.size() > kMostColumns)
    return Error{"The sheet " + name + " would have " + std::to_string(header.size()) + " columns, and a " +
                 "workbook has 16384 at most: write it with --joined, or as csv."};
  sheets_.push_back({name, {header.begin(), header.end()}});
  TRY_DONE(open_part(sheets_.back()));
  return sheets_.size() - 1;
}

Outcome WorkbookWriter::add_row(std::size_t sheet, const std::vector<CellValue>& cells) {
  OpenSheet& open = sheets_[sheet];
  if (open.rows == kMostRows) TRY_DONE(open_part(open));
  return put_row(open, cells);
}

Result<WrittenFile> WorkbookWriter::commit() {
  for (const OpenSheet& sheet : sheets_)
    if (std::fflush(sheet.part->optimize_tmpfile) != 0) return unwritable();
  if (workbook_close(book_.release()) != LXW_NO_ERROR) return unwritable();  // it is freed in any case
  if (!is_whole_workbook(file_.draft())) return unwritable();
  TRY(std::string digest, digest_of(file_.draft()));
  TRY_DONE(file_.commit());
  return WrittenFile{file_.path(), std::move(digest)};
}

}  // namespace tertulia::formats
