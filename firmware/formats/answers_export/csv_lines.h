// SPDX-License-Identifier: Apache-2.0
// Rows as CSV (RFC 4180): texts in quotes, numbers without. Pure.
#pragma once

#include <string>
#include <vector>

#include "firmware/formats/answers_export/answer_rows.h"

namespace tertulia::formats {

[[nodiscard]] std::string csv_line(const std::vector<CellValue>& cells);
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);

}  // namespace tertulia::formats
