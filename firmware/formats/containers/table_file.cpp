// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/table_file.h"

#include "firmware/formats/containers/csv_table.h"
#include "firmware/formats/containers/ods.h"
#include "firmware/formats/containers/xls.h"
#include "firmware/formats/containers/xlsx.h"

namespace tertulia::formats {

bool is_table(FileKind kind) {
  return kind == FileKind::kWorkbook || kind == FileKind::kOldWorkbook || kind == FileKind::kOpenDocument ||
         kind == FileKind::kText;
}

std::optional<Workbook> read_table_file(const SourceFile& source, TableUse use, Findings& findings) {
  const FileKind kind = kind_of(source.bytes);
  switch (kind) {
    case FileKind::kWorkbook:
      return read_xlsx(source, use, findings);
    case FileKind::kOldWorkbook:
      return read_xls(source, use, findings);
    case FileKind::kOpenDocument:
      return read_ods(source, use, findings);
    case FileKind::kText:
      return read_csv_table(source, use, findings);
    default:
      break;
  }
  std::string cure = cure_of(kind);
  findings.wrong({source.name, ""}, cure.empty() ? "This is no table; save it as .xlsx." : std::move(cure));
  return std::nullopt;
}

}  // namespace tertulia::formats
