// SPDX-License-Identifier: Apache-2.0
// Reads the sheets of an OpenDocument spreadsheet (.ods, OASIS OpenDocument 1.3 part 3) as texts, as
// LibreOffice writes it: days as "2027-05-10", times of day as "09:30", numbers without a needless ".0",
// percents as "25%", comments left out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// Its member `mimetype` says what the file is, and is never deflated.
[[nodiscard]] bool is_ods(std::string_view bytes);

// None: something is wrong and stands in the findings. What is more than TableLimits allow is left out and
// said.
[[nodiscard]] std::optional<Workbook> read_ods(const SourceFile& source, TableUse use, Findings& findings);

struct OdsSheets {
  std::vector<Sheet> sheets;
  std::string cut_at;         // "survey!A150001": the first cell that is one too many; empty: all is here
  std::string cut_column_at;  // the first cell that lies too far right
  struct Error {
    std::string where;  // "survey!C7"
    std::string text;   // "#REF!"
  };
  std::vector<Error> errors;  // cells of formulas, at most 100
  std::size_t more_errors = 0;
};
// Of content.xml; for read_ods and its fuzz target.
[[nodiscard]] Result<OdsSheets> read_ods_content(std::string_view xml, TableUse use = TableUse::kAgenda);

}  // namespace tertulia::formats
