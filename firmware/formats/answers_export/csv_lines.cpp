// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/answers_export/csv_lines.h"

#include "firmware/domain/csv_text.h"
#include "firmware/formats/expressions/answer_text.h"

namespace tertulia::formats {
namespace {

struct CsvCell {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return csv_text(text); }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return form_text_of(number); }
};

}  // namespace

std::string csv_line(const std::vector<CellValue>& cells) {
  std::string line;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at > 0) line += ',';
    line += std::visit(CsvCell(), cells[at]);
  }
  return line + "\r\n";
}

std::string csv_line(const std::vector<std::string>& cells) {
  return csv_line(std::vector<CellValue>(cells.begin(), cells.end()));
}

}  // namespace tertulia::formats
