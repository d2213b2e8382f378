// SPDX-License-Identifier: Apache-2.0
// Finds out what each column of an XLSForm sheet holds: its role (`label`, `hint`, ...) and its language.
// Upper and lower case, spaces and old spellings of a header do not matter. Refers to the sheet, which must
// outlive it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/text.h"
#include "firmware/formats/containers/table.h"
#include "firmware/formats/text/findings.h"
#include "firmware/formats/text/markup.h"

namespace tertulia::formats {

// The file of that name that lies beside the form; none when there is none.
using FilesBeside = std::function<std::optional<SourceFile>(const std::string& name)>;

class FormPictures;

// Where findings go, the language of columns that name none, and the languages that every text should have.
struct FormContext {
  std::string file;
  Language default_language;
  std::vector<Language> languages;
  Findings* findings{};  // never null
  FilesBeside beside = {};
  FormPictures* pictures = nullptr;  // null: the form has none
};

// The header of a column that has a name for expressions and no other meaning, whatever an XLSForm means by
// that name. Sheets that are made of other files have such columns.
[[nodiscard]] std::string own_column(std::string_view name);

// A sheet with a header. Rows after 60 empty ones and columns after 20 empty ones are no part of it, as in
// the reference converter.
class FormSheet {
 public:
  // The first row that has a column of the role `key` is the header; else the first row.
  FormSheet(const Sheet& sheet, const FormContext& context, std::string_view key);

  [[nodiscard]] std::span<const Row> rows() const { return rows_; }  // without the header
  [[nodiscard]] bool has(std::string_view role) const;
  // Any of its cells stands below a header.
  [[nodiscard]] bool has_value(const Row& row) const;
  // squashed text of the column `role`; empty when the column or the cell is.
  [[nodiscard]] std::string value(const Row& row, std::string_view role) const;
  // The same with the blanks within it, which count in expressions.
  [[nodiscard]] std::string expression(const Row& row, std::string_view role) const;
  // Texts of all language columns of `role`.
  [[nodiscard]] LocalizedText texts(const Row& row, std::string_view role,
                                    BoldWords bold = BoldWords::kPlain) const;
  // Languages that have a column of `role` with a text in any row.
  [[nodiscard]] std::vector<Language> languages(std::string_view role) const;

  // Of the cell in the column of `role` (of the row when there is none).
  [[nodiscard]] Place place(const Row& row, std::string_view role) const;
  // Of the cell in that language's column.
  [[nodiscard]] Place place(const Row& row, std::string_view role, const Language& language) const;

  // A column that the author has added, under its own name.
  struct Extra {
    std::string name;
    std::string role;
    int index = 0;  // of the cell in a row
  };
  // Those that have a name of their own, or one that an expression may have and whose role is none of `known`
  // and no text or medium.
  [[nodiscard]] std::vector<Extra> extras(const std::vector<std::string_view>& known) const;

  // Reports each column with content whose role is not in `known`. One whose header is a typing error of a
  // role that the sheet has no column of is wrong; the others are left out, and so are cells below no header
  // and what is too long of a text.
  void report_unknown(const std::vector<std::string_view>& known) const;
  // Reports each language of the form in which the texts of this row's `role` are missing.
  void report_missing(const Row& row, std::string_view role, const LocalizedText& texts) const;

 private:
  struct Column {
    int index = 0;
    std::string role;
    Language language;  // empty: the header names none
    std::string header;
    bool is_own = false;  // see own_column()
  };
  [[nodiscard]] std::size_t header_index(std::string_view key) const;
  void read_header(const Row& header);
  void name_languages();
  void drop_repeated();
  void report_headless() const;
  void report_cut() const;
  void report_two_defaults() const;

  const Sheet& sheet_;
  const FormContext& context_;
  int header_row_ = 0;
  std::span<const Row> rows_;
  std::vector<Column> columns_;
  std::vector<bool> is_headed_;  // by column
};

}  // namespace tertulia::formats
