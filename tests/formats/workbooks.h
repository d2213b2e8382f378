// SPDX-License-Identifier: Apache-2.0
// Real ZIP archives and .xlsx workbooks for tests, made with libzip in memory.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace tertulia::formats {

enum class Packing { kDeflated, kStored };

// Members in the order of their names.
[[nodiscard]] std::string zipped(const std::map<std::string, std::string>& members,
                                 Packing packing = Packing::kDeflated);

// The parts of a workbook with one sheet `survey`; `sheet_data` is the inside of <sheetData>.
[[nodiscard]] std::map<std::string, std::string> workbook_parts(const std::string& sheet_data);

// The inside of <sst> as sharedStrings.xml.
[[nodiscard]] std::string shared_strings_part(const std::string& strings);

}  // namespace tertulia::formats
