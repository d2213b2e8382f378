// SPDX-License-Identifier: Apache-2.0
// Parses the XML parts of an .xlsx file. Internal to the workbook parser.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/formats/containers/number_format.h"
#include "firmware/formats/containers/shared_strings.h"
#include "firmware/formats/containers/sheet_rows.h"
#include "firmware/formats/containers/table.h"

namespace tertulia::formats {

// Relationship id to target, absolute inside the archive ("xl/worksheets/sheet1.xml"). `base` is the folder
// of the part that they belong to, with its slash.
[[nodiscard]] Result<std::map<std::string, std::string>> read_relations(std::string_view xml,
                                                                        const std::string& base);

// Name and relationship id of each sheet, in order.
[[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> read_sheet_list(std::string_view xml);

// The numbers of the workbook's days count from 1904 and not from 1900 (ECMA-376 18.17.4.1), as Excel for Mac
// wrote them.
[[nodiscard]] bool counts_from_1904(std::string_view xml);

// The texts of sharedStrings.xml, runs of rich text joined, phonetic guides left out.
[[nodiscard]] Result<SharedStrings> read_shared_strings(std::string_view xml);

// What the numbers in the cells of styles.xml look like, by the number that a cell has in its attribute s.
// Those of damaged styles are general.
[[nodiscard]] std::vector<NumberFormat> read_cell_formats(std::string_view xml);

// What it takes to tell what a cell says.
struct CellMeanings {
  SharedStrings shared;
  std::vector<NumberFormat> formats;  // without them every number is general
  DayCount days = DayCount::kFrom1900;
};
[[nodiscard]] Result<SheetRows> read_sheet_rows(std::string_view xml, const CellMeanings& cells,
                                                TableBudget& budget);

// "_x000D_" as the character it stands for (ECMA-376 22.9.2.19).
[[nodiscard]] std::string without_escapes(const std::string& text);

}  // namespace tertulia::formats
