// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/ods.h"
#include "tests/fuzz/agenda_fuzz.h"

// The whole file, and the same bytes as its content: a mutated ZIP hardly ever reaches the XML.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  const std::string_view bytes = as_text(data, size);
  read_as_agenda("plan.ods", bytes);
  const auto read = formats::read_ods_content(bytes);
  if (!read.ok()) return 0;
  for (const formats::Sheet& sheet : read.value().sheets) {
    int row_before = 0;
    for (const formats::Row& row : sheet.rows) {
      require(row.number > row_before && row.number <= formats::TableLimits::kMostRows && !row.cells.empty());
      row_before = row.number;
      int column_before = -1;
      for (const formats::Cell& cell : row.cells) {
        require(cell.column > column_before && cell.column < formats::TableLimits::kMostColumns);
        column_before = cell.column;
      }
    }
  }
  return 0;
}
