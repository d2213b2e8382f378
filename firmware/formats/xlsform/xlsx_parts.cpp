// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsx_parts.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "firmware/domain/utf8.h"
#include "firmware/formats/containers/xml_reader.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

Error broken() {
  return Error{"The workbook's XML is damaged or not allowed (DTD, entities); save it again as .xlsx."};
}

// `where` is a row or cell that is too far away; may be empty.
Error too_large(const std::string& where) {
  return Error{"The sheet is larger than is read (20,000 rows, 500 columns, 400,000 cells), or out of order" +
               (where.empty() ? "" : " at " + where) +
               "; delete what stands far from its table, and save it again."};
}

// "row 30000", "cell ZZZ1".
std::string in_words(const XmlReader& xml) {
  return (xml.name() == "row" ? "row " : "cell ") + clean_text(xml.attribute("r"));
}

constexpr std::size_t kMostStrings = 400000;

// "xl/" and "../a/b.xml" or "/a/b.xml" as "a/b.xml".
std::string resolved(const std::string& base, const std::string& target) {
  if (target.starts_with('/')) return target.substr(1);
  std::vector<std::string> parts = split(base, '/');
  parts.pop_back();
  for (const std::string& part : split(target, '/')) {
    if (part == ".." && !parts.empty())
      parts.pop_back();
    else if (part != "." && part != "..")
      parts.push_back(part);
  }
  std::string path;
  for (const std::string& part : parts) path += (path.empty() ? "" : "/") + part;
  return path;
}

// Collects rows from the steps of one sheet.
class SheetBuilder {
 public:
  explicit SheetBuilder(const std::vector<std::string>& shared) : shared_(shared) {}

  // False: the sheet is larger than is allowed.
  bool start(const XmlReader& xml) {
    const std::string& name = xml.name();
    if (name == "row") return start_row(xml.attribute("r"));
    if (name == "c") return start_cell(xml.attribute("r"), xml.attribute("t"));
    if (name == "v" || name == "t") collecting_ = phonetic_ == 0;
    if (name == "rPh") ++phonetic_;
    return true;
  }

  void text(const std::string& text) {
    if (collecting_ && in_cell_) value_ += text;
  }

  bool end(const std::string& name) {
    if (name == "v" || name == "t") collecting_ = false;
    if (name == "rPh") --phonetic_;
    if (name == "c") return end_cell();
    if (name == "row" && !row_.cells.empty()) rows.push_back(std::move(row_));
    return true;
  }

  std::vector<Row> rows;

 private:
  bool start_row(const std::string& number) {
    const int previous = row_number_;
    row_number_ = static_cast<int>(whole_number(number).value_or(previous + 1));
    if (row_number_ <= previous || row_number_ > TableLimits::kMostRows) return false;
    row_ = Row{row_number_, {}};
    column_ = -1;
    return true;
  }

  bool start_cell(const std::string& name, const std::string& type) {
    const int previous = column_;
    const auto named = parse_cell_name(name);
    if (!named && !name.empty()) return false;
    column_ = named ? named->column : previous + 1;
    if (column_ <= previous || column_ >= TableLimits::kMostColumns) return false;
    type_ = type;
    value_.clear();
    in_cell_ = true;
    return true;
  }

  bool end_cell() {
    in_cell_ = false;
    std::string text = cell_text();
    if (trim(text).empty()) return true;
    row_.cells.push_back({column_, std::move(text)});
    return ++cells_ <= TableLimits::kMostCells;
  }

  std::string cell_text() const {
    if (type_ == "s") {
      const auto index = whole_number(value_);
      const bool is_there = index && *index >= 0 && static_cast<std::size_t>(*index) < shared_.size();
      return is_there ? shared_[static_cast<std::size_t>(*index)] : std::string();
    }
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (type_ == "str" || type_ == "inlineStr") return without_escapes(value_);
    if (type_ == "e") return {};  // #N/A and its kin say nothing
    return number_text(value_);
  }

  const std::vector<std::string>& shared_;
  Row row_;
  int row_number_ = 0;
  int column_ = -1;
  int phonetic_ = 0;
  bool in_cell_ = false;
  bool collecting_ = false;
  std::size_t cells_ = 0;
  std::string type_;
  std::string value_;
};

}  // namespace

Result<std::map<std::string, std::string>> read_relations(std::string_view bytes, const std::string& base) {
  std::map<std::string, std::string> targets;
  XmlReader xml(bytes);
  while (true) {
    const XmlStep step = xml.next();
    if (step == XmlStep::kDone) return targets;
    if (step == XmlStep::kBroken) return broken();
    if (step == XmlStep::kStart && xml.name() == "Relationship")
      targets.emplace(xml.attribute("Id"), resolved(base, xml.attribute("Target")));
  }
}

Result<std::vector<std::pair<std::string, std::string>>> read_sheet_list(std::string_view bytes) {
  std::vector<std::pair<std::string, std::string>> sheets;
  XmlReader xml(bytes);
  while (true) {
    const XmlStep step = xml.next();
    if (step == XmlStep::kDone) return sheets;
    if (step == XmlStep::kBroken) return broken();
    if (step != XmlStep::kStart || xml.name() != "sheet") continue;
    sheets.emplace_back(xml.attribute("name"), xml.attribute("id"));
  }
}

bool counts_from_1904(std::string_view bytes) {
  XmlReader xml(bytes);
  for (XmlStep step = xml.next(); step != XmlStep::kDone && step != XmlStep::kBroken; step = xml.next())
    if (step == XmlStep::kStart && xml.name() == "workbookPr")
      return is_one_of(xml.attribute("date1904"), {"1", "true", "on"});
  return false;
}

Result<std::vector<std::string>> read_shared_strings(std::string_view bytes) {
  std::vector<std::string> strings;
  XmlReader xml(bytes);
  std::string text;
  bool collecting = false;
  int phonetic = 0;
  while (true) {
    const XmlStep step = xml.next();
    if (step == XmlStep::kDone) return strings;
    if (step == XmlStep::kBroken) return broken();
    if (step == XmlStep::kText) {
      if (collecting) text += xml.text();
      continue;
    }
    const int change = step == XmlStep::kStart ? 1 : -1;
    if (xml.name() == "rPh") phonetic += change;
    if (xml.name() == "t") collecting = change > 0 && phonetic == 0;
    if (xml.name() != "si") continue;
    if (step == XmlStep::kEnd) strings.push_back(without_escapes(text));
    if (strings.size() > kMostStrings) return too_large("");
    text.clear();
  }
}

Result<std::vector<Row>> read_sheet_rows(std::string_view bytes, const std::vector<std::string>& shared) {
  SheetBuilder builder(shared);
  XmlReader xml(bytes);
  while (true) {
    const XmlStep step = xml.next();
    if (step == XmlStep::kDone) return std::move(builder.rows);
    if (step == XmlStep::kBroken) return broken();
    if (step == XmlStep::kText) builder.text(xml.text());
    if (step == XmlStep::kStart && !builder.start(xml)) return too_large(in_words(xml));
    if (step == XmlStep::kEnd && !builder.end(xml.name())) return too_large("");
  }
}

std::string number_text(const std::string& text) {
  constexpr double kExact = 9007199254740992.0;  // whole numbers up to 2^53
  const auto number = decimal_number(text);
  if (!number) return text;
  std::array<char, 64> digits{};
  const bool is_whole = std::trunc(*number) == *number && std::abs(*number) <= kExact;
  const auto end = is_whole ? std::to_chars(digits.begin(), digits.end(), static_cast<long long>(*number)).ptr
                            : std::to_chars(digits.begin(), digits.end(), *number).ptr;
  return {digits.begin(), end};
}

std::string without_escapes(const std::string& text) {
  std::string plain;
  for (std::size_t position = 0; position < text.size();) {
    unsigned code = 0;
    const char* digits = text.data() + position + 2;
    const bool has_shape = position + 7 <= text.size() && text[position] == '_' &&
                           text[position + 1] == 'x' && text[position + 6] == '_';
    const bool is_escape = has_shape && std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4;
    if (is_escape && (code < 0xD800 || code > 0xDFFF)) {
      append_code_point(plain, code);
      position += 7;
    } else {
      plain += text[position++];
    }
  }
  return plain;
}

}  // namespace tertulia::formats
