// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "firmware/domain/csv_text.h"
#include "firmware/formats/answers_export/answer_writers.h"
#include "firmware/formats/answers_export/codebook.h"
#include "firmware/formats/answers_export/csv_lines.h"
#include "firmware/formats/answers_export/json_lines.h"
#include "firmware/formats/answers_export/unique_names.h"
#include "firmware/formats/answers_export/workbook.h"

namespace tertulia::formats {
namespace {

constexpr const char* kCodebook = "codebook";

std::filesystem::path file_in(const WriterPlace& place, const std::string& ending) {
  return place.folder / (place.name + ending);
}

// "form", "house-person": of the sheets of a workbook.
std::vector<std::string> sheet_names_of(const WriterPlace& place) {
  std::vector<std::string> wanted = {place.name};
  for (std::size_t sheet = 1; sheet < place.table.sheets().size(); ++sheet)
    wanted.push_back(place.table.sheets()[sheet].path);
  return sheet_names_for(wanted);
}

// ".csv", ".house-person.csv": of the files of the same sheets, beside that of the codebook.
std::vector<std::string> csv_endings_of(const std::vector<std::string>& sheet_names) {
  std::vector<std::string> endings;
  UniqueNames unique({kCodebook});
  for (const std::string& name : sheet_names)
    endings.push_back(endings.empty() ? ".csv" : "." + unique.take(file_name_like(name)) + ".csv");
  return endings;
}

Result<BufferedFile> begin_csv(const std::filesystem::path& path, ByteOrderMark mark) {
  TRY(auto file, BufferedFile::begin(path));
  if (mark == ByteOrderMark::kWritten) TRY_DONE(file.add(kByteOrderMark));
  return file;
}

class CsvWriter : public AnswerWriter {
 public:
  CsvWriter(const WriterPlace& place, const RowStyle& style)
      : rows_(place.table, style, sheet_names_of(place)) {}

  Outcome begin(const WriterPlace& place, ByteOrderMark mark) {
    for (const std::string& ending : csv_endings_of(rows_.sheet_names())) {
      TRY(auto file, begin_csv(file_in(place, ending), mark));
      TRY_DONE(file.add(csv_line(rows_.header(files_.size()))));
      files_.push_back(std::move(file));
    }
    return Done{};
  }
  Outcome add(const ExportedAnswer& answer) override {
    for (const SheetRow& row : rows_.rows_of(answer)) TRY_DONE(files_[row.sheet].add(csv_line(row.cells)));
    return Done{};
  }
  Result<std::vector<WrittenFile>> commit() override {
    std::vector<WrittenFile> written;
    for (BufferedFile& file : files_) {
      TRY(auto done, file.commit());
      written.push_back(std::move(done));
    }
    return written;
  }

 private:
  AnswerRows rows_;
  std::vector<BufferedFile> files_;
};

// A file that is whole before the first answer comes.
class FileWriter : public AnswerWriter {
 public:
  explicit FileWriter(BufferedFile file) : file_(std::move(file)) {}

  Outcome add(const ExportedAnswer&) override { return Done{}; }
  Result<std::vector<WrittenFile>> commit() override {
    TRY(auto written, file_.commit());
    return std::vector{std::move(written)};
  }

 protected:
  BufferedFile& file() { return file_; }

 private:
  BufferedFile file_;
};

class JsonWriter : public FileWriter {
 public:
  JsonWriter(const AnswerTable& table, BufferedFile file) : FileWriter(std::move(file)), table_(table) {}

  Outcome add(const ExportedAnswer& answer) override { return file().add(json_line(table_, answer)); }

 private:
  const AnswerTable& table_;
};

class SheetWriter : public AnswerWriter {
 public:
  SheetWriter(const WriterPlace& place, const RowStyle& style, WorkbookWriter book)
      : rows_(place.table, style, sheet_names_of(place)), book_(std::move(book)) {}

  Outcome begin(const AnswerTable& table) {
    std::vector<std::string> names = rows_.sheet_names();
    names.emplace_back(kCodebook);
    names = sheet_names_for(names);  // those of the rows come first, and stay
    for (std::size_t sheet = 0; sheet < table.sheets().size(); ++sheet) {
      TRY([[maybe_unused]] const auto number, book_.add_sheet(names[sheet], rows_.header(sheet)));
    }
    auto meanings = codebook_of(table);
    TRY(const std::size_t codebook, book_.add_sheet(names.back(), std::move(meanings.front())));
    for (std::size_t row = 1; row < meanings.size(); ++row)
      TRY_DONE(book_.add_row(codebook, {meanings[row].begin(), meanings[row].end()}));
    return Done{};
  }
  Outcome add(const ExportedAnswer& answer) override {
    for (const SheetRow& row : rows_.rows_of(answer)) TRY_DONE(book_.add_row(row.sheet, row.cells));
    return Done{};
  }
  Result<std::vector<WrittenFile>> commit() override {
    TRY(auto written, book_.commit());
    return std::vector{std::move(written)};
  }

 private:
  AnswerRows rows_;
  WorkbookWriter book_;
};

}  // namespace

MadeWriter csv_writer(const WriterPlace& place, const RowStyle& style, ByteOrderMark mark) {
  auto writer = std::make_unique<CsvWriter>(place, style);
  TRY_DONE(writer->begin(place, mark));
  return std::unique_ptr<AnswerWriter>(std::move(writer));
}

MadeWriter workbook_writer(const WriterPlace& place, const RowStyle& style) {
  TRY(auto book, WorkbookWriter::begin(file_in(place, ".xlsx")));
  auto writer = std::make_unique<SheetWriter>(place, style, std::move(book));
  TRY_DONE(writer->begin(place.table));
  return std::unique_ptr<AnswerWriter>(std::move(writer));
}

MadeWriter json_writer(const WriterPlace& place) {
  TRY(auto file, BufferedFile::begin(file_in(place, ".jsonl")));
  return std::unique_ptr<AnswerWriter>(std::make_unique<JsonWriter>(place.table, std::move(file)));
}

MadeWriter codebook_writer(const WriterPlace& place, ByteOrderMark mark) {
  TRY(auto file, begin_csv(file_in(place, std::string(".") + kCodebook + ".csv"), mark));
  for (const auto& row : codebook_of(place.table)) TRY_DONE(file.add(csv_line(row)));
  return std::unique_ptr<AnswerWriter>(std::make_unique<FileWriter>(std::move(file)));
}

}  // namespace tertulia::formats
