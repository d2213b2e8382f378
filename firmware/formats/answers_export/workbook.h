// SPDX-License-Identifier: Apache-2.0
// Writes an .xlsx workbook row by row with libxlsxwriter: what is written lies in files beside it until the
// end, and memory holds one row of each sheet.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/files/buffered_file.h"
#include "firmware/files/replace_file.h"
#include "firmware/formats/answers_export/answer_rows.h"

struct lxw_workbook;   // of libxlsxwriter
struct lxw_worksheet;  // of libxlsxwriter

namespace tertulia::formats {

// At most 31 characters and none that a sheet may not have, unlike the others in any case. In the order of
// `wanted`.
[[nodiscard]] std::vector<std::string> sheet_names_for(const std::vector<std::string>& wanted);

class WorkbookWriter {
 public:
  static constexpr std::size_t kMostRows = 1'048'576;  // of a sheet; the next ones go into "name 2"
  static constexpr std::size_t kMostColumns = 16'384;
  static constexpr std::size_t kLongestCell = 32'767;  // UTF-16 code units; a longer text is cut, and says so

  [[nodiscard]] static Result<WorkbookWriter> begin(const std::filesystem::path& path);
  WorkbookWriter(WorkbookWriter&&) noexcept;
  ~WorkbookWriter();

  // `name` is one of sheet_names_for(). Errors: more columns than a sheet has.
  [[nodiscard]] Result<std::size_t> add_sheet(const std::string& name, std::vector<std::string> header);
  // Errors: disk.
  [[nodiscard]] Outcome add_row(std::size_t sheet, const std::vector<CellValue>& cells);
  // Puts the workbook into its place. The last call. Errors: disk.
  [[nodiscard]] Result<WrittenFile> commit();

 private:
  struct Discard {
    void operator()(lxw_workbook* book) const;
  };
  struct OpenSheet;

  WorkbookWriter(FileReplacement file, std::unique_ptr<lxw_workbook, Discard> book);
  [[nodiscard]] Error unwritable() const;
  [[nodiscard]] Outcome open_part(OpenSheet& sheet);
  [[nodiscard]] Outcome put_row(OpenSheet& sheet, const std::vector<CellValue>& cells);

  FileReplacement file_;
  std::unique_ptr<lxw_workbook, Discard> book_;
  std::vector<OpenSheet> sheets_;
};

}  // namespace tertulia::formats
