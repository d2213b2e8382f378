// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xform_sheet.h"

namespace tertulia::formats {

Sheet XFormSheet::finished() const {
  Sheet sheet;
  sheet.name = name_;
  sheet.is_text = true;
  std::map<int, std::string> headers;
  for (const auto& [header, index] : columns_) headers.emplace(index, header);
  for (const Line& line : rows_) {
    Row row{line.number, {}};
    for (const auto& [index, text] : line.number == 0 ? headers : line.cells)
      row.cells.push_back({index, text});
    if (!row.cells.empty()) sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace tertulia::formats
