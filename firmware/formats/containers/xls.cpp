// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/xls.h"

#include <algorithm>
#include <bit>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "firmware/formats/containers/bytes_reader.h"
#include "firmware/formats/containers/number_format.h"
#include "firmware/formats/containers/ole_file.h"
#include "firmware/formats/containers/xls_records.h"
#include "firmware/formats/containers/xlsx.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// Types of records, MS-XLS 2.3.2.
enum : std::uint16_t {
  kFormula = 0x06,
  kEof = 0x0A,
  kDateMode = 0x22,
  kFilePass = 0x2F,
  kCodePage = 0x42,
  kBoundSheet = 0x85,
  kMulRk = 0xBD,
  kRString = 0xD6,
  kXf = 0xE0,
  kSst = 0xFC,
  kLabelSst = 0xFD,
  kNumber = 0x203,
  kLabel = 0x204,
  kBoolErr = 0x205,
  kString = 0x207,
  kRk = 0x27E,
  kFormat = 0x41E,
  kBof = 0x809
};

constexpr std::size_t kMostSheets = 64;  // a file may name one part of itself again and again

constexpr std::string_view kLocked =
    "The workbook is protected with a password; take the password off and save it again.";

// What the cells of every sheet need.
struct Globals {
  XlsVersion version = XlsVersion::kBiff8;
  SharedStrings shared;
  std::vector<NumberFormat> formats;  // by the number that a cell has; empty: all are general
  DayCount days = DayCount::kFrom1900;
  struct SheetStart {
    std::string name;
    std::size_t position;
  };
  std::vector<SheetStart> sheets;
};

std::string error_text(std::uint8_t code) {
  constexpr std::pair<std::uint8_t, const char*> kErrors[] = {{0x00, "#NULL!"},  {0x07, "#DIV/0!"},
                                                              {0x0F, "#VALUE!"}, {0x17, "#REF!"},
                                                              {0x1D, "#NAME?"},  {0x24, "#NUM!"}};
  for (const auto& [known, text] : kErrors)
    if (known == code) return text;
  return "#N/A";
}

// A number in four bytes: a whole one of 30 bits or the upper half of a double, perhaps in hundredths.
double rk_number(std::uint32_t rk) {
  const bool is_whole = (rk & 2U) != 0;
  const double number = is_whole ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2)
                                 : std::bit_cast<double>(static_cast<std::uint64_t>(rk & ~3U) << 32U);
  return (rk & 1U) != 0 ? number / 100 : number;
}

double double_at(std::string_view bytes, std::size_t at) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(long_at(bytes, at)) |
                               static_cast<std::uint64_t>(long_at(bytes, at + 4)) << 32U);
}

// Reads one sheet. The cells of a row need not stand in order.
class XlsSheet {
 public:
  explicit XlsSheet(const Globals& globals) : globals_(globals) {}

  void read(std::string_view stream, std::size_t position, std::size_t most_cells) {
    XlsRecords records(stream, position);
    XlsRecord record;
    int depth = 0;  // a chart within the sheet has a beginning and an end of its own
    while (records.next(record) && cells_.size() <= most_cells) {
      if (record.type == kBof) ++depth;
      if (record.type == kEof && --depth <= 0) return;
      if (depth == 1) take(record);
    }
  }

  SheetRows rows(TableBudget& budget) {
    std::stable_sort(cells_.begin(), cells_.end(), [](const Found& one, const Found& other) {
      return std::tie(one.row, one.column) < std::tie(other.row, other.column);
    });
    SheetRows rows(budget);
    const Found* before = nullptr;
    for (Found& cell : cells_) {
      const bool is_there = before != nullptr && before->row == cell.row && before->column == cell.column;
      before = &cell;
      if (is_there) continue;
      if (!cell.error.empty())
        rows.add_trouble(cell.row, cell.column, std::move(cell.error));
      else if (!rows.add(cell.row, cell.column, std::move(cell.text)))
        break;
    }
    return rows;
  }

 private:
  struct Found {
    int row = 0;  // from 1
    int column = 0;
    std::string text;
    std::string error;
  };

  void take(const XlsRecord& record) {
    const std::string_view body = record.body;
    const bool waits = std::exchange(waits_for_text_, false);
    switch (record.type) {
      case kLabelSst:
        return add(body, std::string(globals_.shared.at(long_at(body, 6))));
      case kLabel:
      case kRString:
        return add(body, xls_text(body.substr(std::min<std::size_t>(6, body.size())), XlsLength::kWord,
                                  globals_.version));
      case kNumber:
        return add(body, number(word_at(body, 4), double_at(body, 6)));
      case kRk:
        return add(body, number(word_at(body, 4), rk_number(long_at(body, 6))));
      case kMulRk:
        return add_many(body);
      case kBoolErr:
        return add_truth(body, byte_at(body, 6), byte_at(body, 7) != 0);
      case kFormula:
        return add_formula(body);
      case kString:
        if (waits && !cells_.empty()) cells_.back().text = xls_text(body, XlsLength::kWord, globals_.version);
        return;
      default:
        waits_for_text_ = waits;  // the formula of several cells may stand between
    }
  }

  void add(std::string_view body, std::string text) {
    add(word_at(body, 0), word_at(body, 2), std::move(text));
  }
  void add(int row, int column, std::string text) {
    cells_.push_back({row + 1, column, std::move(text), {}});
  }

  void add_truth(std::string_view body, std::uint8_t value, bool is_error) {
    add(body, is_error ? "" : value != 0 ? "TRUE" : "FALSE");
    if (is_error) cells_.back().error = error_text(value);
  }

  void add_many(std::string_view body) {
    int column = word_at(body, 2);
    for (std::size_t at = 4; at + 6 + 2 <= body.size(); at += 6)
      add(word_at(body, 0), column++, number(word_at(body, at), rk_number(long_at(body, at + 2))));
  }

  // Its last result: a number, or what two bytes of ones announce.
  void add_formula(std::string_view body) {
    if (word_at(body, 12) != 0xFFFF) return add(body, number(word_at(body, 4), double_at(body, 6)));
    const std::uint8_t kind = byte_at(body, 6);
    if (kind == 1 || kind == 2) return add_truth(body, byte_at(body, 8), kind == 2);
    add(body, "");
    waits_for_text_ = kind == 0;
  }

  std::string number(std::size_t format, double value) const {
    return shown_number(value, format < globals_.formats.size() ? globals_.formats[format] : NumberFormat{},
                        globals_.days);
  }

  const Globals& globals_;
  std::vector<Found> cells_;
  bool waits_for_text_ = false;
};

// Reads what stands before the sheets.
class GlobalsReader {
 public:
  Result<Globals> read(std::string_view stream, TableUse use) {
    XlsRecords records(stream);
    XlsRecord record;
    if (!records.next(record) || record.type != kBof) return damaged();
    const std::uint16_t version = word_at(record.body, 0);
    if (version != 0x500 && version != 0x600)
      return Error{"The workbook is older than Excel 5; save it as .xlsx."};
    globals_.version = version == 0x500 ? XlsVersion::kBiff5 : XlsVersion::kBiff8;
    while (records.next(record) && record.type != kEof) {
      if (record.type == kFilePass) return Error{std::string(kLocked)};
      if (record.type == kSst) {
        std::vector<std::string_view> bodies = records.continuations();
        bodies.insert(bodies.begin(), record.body);
        globals_.shared = xls_shared_strings(bodies);
      }
      take(record);
    }
    if (record.type != kEof || globals_.sheets.empty()) return damaged();
    if (use == TableUse::kForm) find_formats();
    return std::move(globals_);
  }

 private:
  static Error damaged() {
    return Error{"The workbook is damaged or cut off; copy it again, or save it as .xlsx."};
  }

  void take(const XlsRecord& record) {
    const std::string_view body = record.body;
    if (record.type == kDateMode && word_at(body, 0) == 1) globals_.days = DayCount::kFrom1904;
    if (record.type == kXf && styles_.size() < 65'536) styles_.push_back(word_at(body, 2));
    if (record.type == kFormat && body.size() > 2) {
      const XlsLength length = globals_.version == XlsVersion::kBiff5 ? XlsLength::kByte : XlsLength::kWord;
      codes_.insert_or_assign(word_at(body, 0),
                              number_format(xls_text(body.substr(2), length, globals_.version)));
    }
    constexpr std::uint8_t kWorksheet = 0;
    if (record.type == kBoundSheet && byte_at(body, 5) == kWorksheet && body.size() > 6)
      globals_.sheets.push_back(
          {squashed(xls_text(body.substr(6), XlsLength::kByte, globals_.version)), long_at(body, 0)});
  }

  void find_formats() {
    for (const std::uint16_t style : styles_) {
      const auto code = codes_.find(style);
      globals_.formats.push_back(code != codes_.end() ? code->second : builtin_format(style));
    }
  }

  Globals globals_;
  std::vector<std::uint16_t> styles_;
  std::map<std::uint16_t, NumberFormat> codes_;
};

}  // namespace

std::optional<Workbook> read_xls_stream(const SourceFile& stream, TableUse use, Findings& findings) {
  const auto globals = GlobalsReader().read(stream.bytes, use);
  if (!globals.ok()) {
    findings.wrong({stream.name, ""}, globals.error().message);
    return std::nullopt;
  }
  Workbook book;
  TableBudget budget;
  for (const auto& [name, position] : globals.value().sheets) {
    if (use == TableUse::kForm && !is_sheet_of_form(name)) {
      book.other_sheets.push_back(name);
      continue;
    }
    if (book.sheets.size() >= kMostSheets) break;
    XlsSheet cells(globals.value());
    cells.read(stream.bytes, position, budget.cells);
    Sheet sheet = cells.rows(budget).finished(name, stream.name, findings);
    sheet.counts_from_1904 = globals.value().days == DayCount::kFrom1904;
    book.sheets.push_back(std::move(sheet));
  }
  return book;
}

std::optional<Workbook> read_xls(const SourceFile& source, TableUse use, Findings& findings) {
  auto stream = read_ole_stream(source.bytes, "Workbook");
  if (!stream.ok()) stream = read_ole_stream(source.bytes, "Book");
  if (stream.ok()) return read_xls_stream({source.name, stream.value()}, use, findings);
  findings.wrong({source.name, ""}, stream.error().message);
  return std::nullopt;
}

}  // namespace tertulia::formats
