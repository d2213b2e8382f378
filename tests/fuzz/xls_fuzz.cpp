// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/ole_file.h"
#include "firmware/formats/containers/xls.h"
#include "tests/fuzz/fuzz_input.h"

// The whole file, and the same bytes as its stream: a mutated container hardly ever leads to the records.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  const std::string_view bytes = as_text(data, size);
  (void)formats::ole_streams(bytes);
  for (const formats::TableUse use : {formats::TableUse::kForm, formats::TableUse::kAgenda})
    for (const auto read : {formats::read_xls, formats::read_xls_stream}) {
      formats::Findings findings;
      const auto book = read({"forms/form.xls", bytes}, use, findings);
      require(book.has_value() != findings.any_wrong());
      if (!book) continue;
      for (const formats::Sheet& sheet : book->sheets) {
        int row_before = 0;
        for (const formats::Row& row : sheet.rows) {
          require(row.number > row_before && !row.cells.empty());
          row_before = row.number;
          int column_before = -1;
          for (const formats::Cell& cell : row.cells) {
            require(cell.column > column_before && cell.column < formats::TableLimits::kMostColumns);
            column_before = cell.column;
          }
        }
      }
    }
  return 0;
}
