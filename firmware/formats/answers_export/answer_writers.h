// SPDX-License-Identifier: Apache-2.0
// The files of an export, one kind of writer for each format. Each is replaced as a whole when it is
// committed, and memory holds one answer and buffers of fixed size.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/files/buffered_file.h"
#include "firmware/formats/answers_export/answer_rows.h"

namespace tertulia::formats {

class AnswerWriter {
 public:
  virtual ~AnswerWriter() = default;
  [[nodiscard]] virtual Outcome add(const ExportedAnswer& answer) = 0;
  [[nodiscard]] virtual Result<std::vector<WrittenFile>> commit() = 0;  // the last call
};

struct WriterPlace {
  std::filesystem::path folder;
  std::string name;          // of the files, without their ending
  const AnswerTable& table;  // has seen all answers, and outlives the writer
};
enum class ByteOrderMark { kNone, kWritten };

using MadeWriter = Result<std::unique_ptr<AnswerWriter>>;
// NAME.csv, and NAME.REPEAT.csv for each repeat; no two of the same name, nor of that of the codebook.
[[nodiscard]] MadeWriter csv_writer(const WriterPlace& place, const RowStyle& style, ByteOrderMark mark);
// NAME.xlsx with the same as sheets, and the codebook.
[[nodiscard]] MadeWriter workbook_writer(const WriterPlace& place, const RowStyle& style);
// NAME.jsonl.
[[nodiscard]] MadeWriter json_writer(const WriterPlace& place);
// NAME.odk.zip with a folder for each submission, as ODK Briefcase has it:
// NAME/instances/uuid.../submission.xml. More than fits into memory goes into NAME.odk-2.zip and so on.
[[nodiscard]] MadeWriter odk_writer(const WriterPlace& place);
// NAME.codebook.csv.
[[nodiscard]] MadeWriter codebook_writer(const WriterPlace& place, ByteOrderMark mark);

}  // namespace tertulia::formats
