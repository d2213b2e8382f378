// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/xlsx_parts.h"

#include <charconv>
#include <optional>

#include "firmware/domain/utf8.h"
#include "firmware/formats/containers/xml_reader.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

Error broken() {
  return Error{"The workbook's XML is damaged or not allowed (DTD, entities); save it again as .xlsx."};
}

constexpr std::size_t kMostStrings = TableLimits::kMostCells;
constexpr std::size_t kMostFormats = 65'536;

Error out_of_order(const XmlReader& xml) {
  return Error{"The sheet is damaged: its cells are out of order at " + xml.name() + " " +
               in_quotes(xml.attribute("r")) + "; save it again as .xlsx."};
}

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
  SheetBuilder(const CellMeanings& cells, TableBudget& budget) : cells_(cells), rows_(budget) {}

  // False: the sheet is damaged.
  bool start(const XmlReader& xml) {
    const std::string& name = xml.name();
    if (name == "row") return start_row(xml.attribute("r"));
    if (name == "c") return start_cell(xml);
    if (name == "v" || name == "t") collecting_ = phonetic_ == 0;
    if (name == "v") has_value_ = true;
    if (name == "f") has_formula_ = true;
    if (name == "rPh") ++phonetic_;
    return true;
  }

  void text(const std::string& text) {
    if (collecting_ && in_cell_) value_ += text;
  }

  // False: no more is taken.
  bool end(const std::string& name) {
    if (name == "v" || name == "t") collecting_ = false;
    if (name == "rPh") --phonetic_;
    return name != "c" || end_cell();
  }

  SheetRows take() { return std::move(rows_); }

 private:
  bool start_row(const std::string& number) {
    const int previous = row_;
    const long long row = whole_number(number).value_or(previous + 1);
    if (row <= previous || row > kFurthest) return false;
    row_ = static_cast<int>(row);
    column_ = -1;
    return true;
  }

  bool start_cell(const XmlReader& xml) {
    std::string name;
    type_.clear();
    style_.clear();
    for (XmlAttribute& attribute : xml.attributes()) {
      if (attribute.name == "r")
        name = std::move(attribute.value);
      else if (attribute.name == "t")
        type_ = std::move(attribute.value);
      else if (attribute.name == "s")
        style_ = std::move(attribute.value);
    }
    const int previous = column_;
    column_ = name.empty() ? previous + 1 : column_in(name);
    if (column_ <= previous) return false;
    value_.clear();
    has_value_ = has_formula_ = false;
    in_cell_ = true;
    return true;
  }

  // -1 when the name has none.
  static int column_in(std::string_view name) {
    int column = 0;
    for (const char c : name.substr(0, 4))
      if (c >= 'A' && c <= 'Z') column = column * 26 + (c - 'A' + 1);
    return column - 1;
  }

  bool end_cell() {
    in_cell_ = false;
    if (type_ == "e") {
      rows_.add_trouble(row_, column_, clean_text(value_).substr(0, 20));
      return true;
    }
    if (has_formula_ && !has_value_ && type_ != "inlineStr") rows_.add_trouble(row_, column_, "");
    return rows_.add(row_, column_, cell_text());
  }

  std::string cell_text() const {
    if (type_ == "s") {
      const auto index = whole_number(value_);
      return index && *index >= 0 ? std::string(cells_.shared.at(static_cast<std::size_t>(*index)))
                                  : std::string();
    }
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (type_ == "str" || type_ == "inlineStr") return without_escapes(value_);
    if (type_ == "d") return std::string(value_);  // a day as ISO 8601
    const auto number = decimal_number(value_);
    return number ? shown_number(*number, format(), cells_.days) : value_;
  }

  NumberFormat format() const {
    const auto style = whole_number(style_).value_or(0);
    const bool is_known = style >= 0 && static_cast<std::size_t>(style) < cells_.formats.size();
    return is_known ? cells_.formats[static_cast<std::size_t>(style)] : NumberFormat{};
  }

  static constexpr int kFurthest = 1 << 24;  // no sheet of any program reaches so far

  const CellMeanings& cells_;
  SheetRows rows_;
  int row_ = 0;
  int column_ = -1;
  int phonetic_ = 0;
  bool in_cell_ = false;
  bool collecting_ = false;
  bool has_value_ = false;
  bool has_formula_ = false;
  std::string type_;
  std::string style_;
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

Result<SharedStrings> read_shared_strings(std::string_view bytes) {
  SharedStrings strings;
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
    if (step == XmlStep::kEnd) strings.add(without_escapes(text));
    if (strings.size() > kMostStrings)
      return Error{
          "The workbook has more than 1,000,000 different texts; delete what the table does not need."};
    text.clear();
  }
}

std::vector<NumberFormat> read_cell_formats(std::string_view bytes) {
  std::map<long long, NumberFormat> own;
  std::vector<NumberFormat> formats;
  XmlReader xml(bytes);
  bool is_of_cells = false;
  while (true) {
    const XmlStep step = xml.next();
    if (step == XmlStep::kDone || step == XmlStep::kBroken || formats.size() > kMostFormats) return formats;
    if (step == XmlStep::kText) continue;
    if (xml.name() == "cellXfs") is_of_cells = step == XmlStep::kStart;
    if (step != XmlStep::kStart) continue;
    const long long id = whole_number(xml.attribute("numFmtId")).value_or(0);
    if (xml.name() == "numFmt" && own.size() < kMostFormats)
      own.insert_or_assign(id, number_format(xml.attribute("formatCode")));
    if (xml.name() != "xf" || !is_of_cells) continue;
    const auto found = own.find(id);
    formats.push_back(found != own.end() ? found->second
                                         : builtin_format(id < 0 || id > 163 ? 0 : static_cast<int>(id)));
  }
}

Result<SheetRows> read_sheet_rows(std::string_view bytes, const CellMeanings& cells, TableBudget& budget) {
  SheetBuilder builder(cells, budget);
  XmlReader xml(bytes);
  while (true) {
    const XmlStep step = xml.next();
    if (step == XmlStep::kDone) return builder.take();
    if (step == XmlStep::kBroken) return broken();
    if (step == XmlStep::kText) builder.text(xml.text());
    if (step == XmlStep::kStart && !builder.start(xml)) return out_of_order(xml);
    if (step == XmlStep::kEnd && !builder.end(xml.name())) return builder.take();
  }
}

std::string without_escapes(const std::string& text) {
  if (text.find("_x") == std::string::npos) return text;
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
