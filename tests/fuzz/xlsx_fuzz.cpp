// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/xlsx.h"
#include "firmware/formats/containers/xlsx_parts.h"
#include "tests/fuzz/fuzz_input.h"

// The whole workbook, and the same bytes as each of its parts: a mutated ZIP hardly ever reaches the XML.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  const std::string_view bytes = as_text(data, size);
  formats::Findings findings;
  const auto book = formats::read_xlsx({"forms/form.xlsx", bytes}, formats::TableUse::kForm, findings);
  require(book.has_value() != findings.any_wrong());
  (void)formats::read_relations(bytes, "xl/");
  (void)formats::read_sheet_list(bytes);
  (void)formats::read_shared_strings(bytes);
  formats::CellMeanings cells;
  cells.shared.add("one");
  cells.shared.add("two");
  cells.formats = formats::read_cell_formats(bytes);
  formats::TableBudget budget;
  const auto rows = formats::read_sheet_rows(bytes, cells, budget);
  if (!rows.ok()) return 0;
  int previous = 0;
  for (const formats::Row& row : rows.value().rows()) {
    require(row.number > previous && !row.cells.empty());
    previous = row.number;
  }
  return 0;
}
