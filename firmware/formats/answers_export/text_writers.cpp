// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "firmware/files/buffered_file.h"
#include "firmware/formats/answers_export/answer_writers.h"
#include "firmware/formats/answers_export/codebook.h"
#include "firmware/formats/answers_export/csv_lines.h"
#include "firmware/formats/answers_export/json_lines.h"
#include "firmware/formats/answers_export/workbook.h"

namespace tertulia::formats {
namespace {

std::filesystem::path file_in(const WriterPlace& place, const std::string& ending) {
  return place.folder / (place.name + ending);
}

struct TextFile {
  std::filesystem::path path;
  BufferedFile file;

  static Result<TextFile> begin(const std::filesystem::path& path) {
    TRY(auto file, BufferedFile::begin(path));
    return TextFile{path, std::move(file)};
  }
  [[nodiscard]] Result<WrittenFile> commit() {
    TRY(std::string digest, file.commit());
    return WrittenFile{path, std::move(digest)};
  }
};

// "form", "house-person": of the sheets of a workbook and of the files.
std::vector<std::string> sheet_names_of(const WriterPlace& place) {
  std::vector<std::string> wanted = {place.name};
  for (std::size_t sheet = 1; sheet < place.table.sheets().size(); ++sheet)
    wanted.push_back(place.table.sheets()[sheet].path);
  return sheet_names_for(wanted);
}

class CsvWriter : public AnswerWriter {
 public:
  CsvWriter(const WriterPlace& place, const RowStyle& style)
      : rows_(place.table, style, sheet_names_of(place)) {}

  Outcome begin(const WriterPlace& place, ByteOrderMark mark) {
    for (std::size_t sheet = 0; sheet < place.table.sheets().size(); ++sheet) {
      const std::string& name = rows_.sheet_names()[sheet];
      TRY(auto file,
          TextFile::begin(file_in(place, sheet == 0 ? ".csv" : "." + file_name_like(name) + ".csv")));
      if (mark == ByteOrderMark::kWritten) TRY_DONE(file.file.add(kByteOrderMark));
      TRY_DONE(file.file.add(csv_line(rows_.header(sheet))));
      files_.push_back(std::move(file));
    }
    return Done{};
  }
  Outcome add(const ExportedAnswer& answer) override {
    for (const SheetRow& row : rows_.rows_of(answer))
      TRY_DONE(files_[row.sheet].file.add(csv_line(row.cells)));
    return Done{};
  }
  Result<std::vector<WrittenFile>> commit() override {
    std::vector<WrittenFile> written;
    for (TextFile& file : files_) {
      TRY(auto done, file.commit());
      written.push_back(std::move(done));
    }
    return written;
  }

 private:
  AnswerRows rows_;
  std::vector<TextFile> files_;
};

class JsonWriter : public AnswerWriter {
 public:
  JsonWriter(const AnswerTable& table, TextFile file) : table_(table), file_(std::move(file)) {}

  Outcome add(const ExportedAnswer& answer) override { return file_.file.add(json_line(table_, answer)); }
  Result<std::vector<WrittenFile>> commit() override {
    TRY(auto written, file_.commit());
    return std::vector{std::move(written)};
  }

 private:
  const AnswerTable& table_;
  TextFile file_;
};

class SheetWriter : public AnswerWriter {
 public:
  SheetWriter(const WriterPlace& place, const RowStyle& style, WorkbookWriter book)
      : path_(file_in(place, ".xlsx")),
        rows_(place.table, style, sheet_names_of(place)),
        book_(std::move(book)) {}

  Outcome begin(const AnswerTable& table) {
    std::vector<std::string> names = rows_.sheet_names();
    names.emplace_back("codebook");
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
    TRY(std::string digest, book_.commit());
    return std::vector{WrittenFile{path_, std::move(digest)}};
  }

 private:
  std::filesystem::path path_;
  AnswerRows rows_;
  WorkbookWriter book_;
};

}  // namespace

std::string file_name_like(std::string_view name) {
  std::string like;
  for (const char c : name) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                          c == '-' || c == '_' || (c == '.' && !like.empty());
    like += is_plain ? c : '-';
  }
  return like.empty() ? "form" : like;
}

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
  TRY(auto file, TextFile::begin(file_in(place, ".jsonl")));
  return std::unique_ptr<AnswerWriter>(std::make_unique<JsonWriter>(place.table, std::move(file)));
}

Result<WrittenFile> write_codebook(const WriterPlace& place, ByteOrderMark mark) {
  TRY(auto file, TextFile::begin(file_in(place, ".codebook.csv")));
  if (mark == ByteOrderMark::kWritten) TRY_DONE(file.file.add(kByteOrderMark));
  for (const auto& row : codebook_of(place.table)) TRY_DONE(file.file.add(csv_line(row)));
  return file.commit();
}

}  // namespace tertulia::formats
