// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_columns.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "firmware/formats/text/language_names.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr int kEmptyRowsThatEnd = 60;
constexpr int kEmptyColumnsThatEnd = 20;
constexpr std::size_t kLongestHeader = 200;

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kAliases{{
    {"caption", "label"},
    {"command", "type"},
    {"tag", "name"},
    {"value", "name"},
    {"relevance", "relevant"},
    {"bind_relevant", "relevant"},
    {"bind_required", "required"},
    {"bind_constraint", "constraint"},
    {"bind_calculate", "calculation"},
    {"calculate", "calculation"},
    {"readonly", "read_only"},
    {"control_appearance", "appearance"},
    {"requiredmsg", "required_message"},
    {"jr_requiredmsg", "required_message"},
    {"bind_jr_requiredmsg", "required_message"},
    {"constraintmsg", "constraint_message"},
    {"bind_jr_constraintmsg", "constraint_message"},
    {"jr_count", "repeat_count"},
    {"media_image", "image"},
    {"control_jr_count", "repeat_count"},
}};

// Roles whose cells are shown to people: only these have languages.
bool is_shown(std::string_view role) {
  return is_one_of(role, {"label", "hint", "guidance_hint", "required_message", "constraint_message", "image",
                          "audio", "video", "form_title"});
}

// "Required Message" -> "required_message"; aliases of the reference converter are resolved.
std::string role_of(std::string_view header) {
  std::string role = folded(header);
  for (char& c : role)
    if (c == ' ' || c == '-' || c == ':') c = '_';
  while (role.find("__") != std::string::npos) role.erase(role.find("__"), 1);
  for (const auto& [alias, name] : kAliases)
    if (role == alias) return std::string(name);
  return role;
}

struct Header {
  std::string role;
  std::string language;  // as written; empty when none
};

// "label::French (fr)", "label : French", "media::image::French": the last part is the language when what
// stands before it is shown to people.
Header split_header(const std::string& header) {
  const std::size_t colon = header.rfind(':');
  if (colon == std::string::npos) return {role_of(header), ""};
  std::string before(trim(header.substr(0, colon)));
  while (before.ends_with(':')) before.pop_back();
  const std::string role = role_of(before);
  if (is_shown(role)) return {role, std::string(trim(header.substr(colon + 1)))};
  return {role_of(header), ""};
}

}  // namespace

FormSheet::FormSheet(const Sheet& sheet, const FormContext& context) : sheet_(sheet), context_(context) {
  if (sheet.rows.empty()) return;
  read_header(sheet.rows.front());
  int previous = header_row_;
  for (auto row = sheet.rows.begin() + 1; row != sheet.rows.end(); ++row) {
    if (row->number - previous > kEmptyRowsThatEnd) {
      context.findings->skipped({context.file, cell_name(sheet, row->number, 0)},
                                "What stands below 60 empty rows is not part of the sheet.");
      return;
    }
    previous = row->number;
    rows_.push_back(*row);
  }
}

void FormSheet::read_header(const Row& header) {
  header_row_ = header.number;
  int previous = -1;
  for (const Cell& cell : header.cells) {
    if (previous >= 0 && cell.column - previous > kEmptyColumnsThatEnd) {
      context_.findings->skipped({context_.file, cell_name(sheet_, header.number, cell.column)},
                                 "What stands right of 20 empty columns is not part of the sheet.");
      return;
    }
    previous = cell.column;
    add_column(cell, header.number);
  }
}

void FormSheet::add_column(const Cell& cell, int row) {
  const std::string header = squashed(cell.text).substr(0, kLongestHeader);
  const Header parts = split_header(header);
  Column column{cell.column, parts.role, "", header};
  const Place place{context_.file, cell_name(sheet_, row, cell.column)};
  if (!parts.language.empty()) {
    const auto language = language_named(parts.language);
    if (!language) {
      context_.findings->skipped(place, "The language " + in_quotes(parts.language) +
                                            " is unknown; write its code behind it: 'label::Name (xx)'.");
      return;
    }
    column.language = *language;
  }
  const bool is_there = std::any_of(columns_.begin(), columns_.end(), [&](const Column& known) {
    return known.role == column.role && known.language == column.language;
  });
  if (is_there)
    context_.findings->skipped(place,
                               "The column " + in_quotes(header) + " stands twice; the first is read.");
  else
    columns_.push_back(std::move(column));
}

bool FormSheet::has(std::string_view role) const {
  return std::any_of(columns_.begin(), columns_.end(),
                     [&](const Column& known) { return known.role == role; });
}

std::string FormSheet::value(const Row& row, std::string_view role) const {
  for (const Column& column : columns_)
    if (column.role == role) return squashed(row.at(column.index));
  return {};
}

LocalizedText FormSheet::texts(const Row& row, std::string_view role) const {
  LocalizedText result;
  for (const Column& column : columns_) {
    if (column.role != role) continue;
    const Language& language = column.language.empty() ? context_.default_language : column.language;
    const std::string text = clean_text(row.at(column.index));
    // A column that names the language wins over one that names none.
    if (!text.empty() && !(column.language.empty() && result.has(language))) result.set(language, text);
  }
  return result;
}

std::vector<Language> FormSheet::languages(std::string_view role) const {
  std::vector<Language> found;
  for (const Column& column : columns_) {
    if (column.role != role) continue;
    const Language& language = column.language.empty() ? context_.default_language : column.language;
    const bool is_used = std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) {
      return !clean_text(row.at(column.index)).empty();
    });
    if (is_used && std::find(found.begin(), found.end(), language) == found.end()) found.push_back(language);
  }
  return found;
}

Place FormSheet::place(const Row& row, std::string_view role) const {
  for (const Column& column : columns_)
    if (column.role == role) return {context_.file, cell_name(sheet_, row.number, column.index)};
  return {context_.file, sheet_.name + ", row " + std::to_string(row.number)};
}

Place FormSheet::place(const Row& row, std::string_view role, const Language& language) const {
  for (const Column& column : columns_)
    if (column.role == role && column.language == language)
      return {context_.file, cell_name(sheet_, row.number, column.index)};
  return place(row, role);
}

void FormSheet::report_unknown(const std::vector<std::string_view>& known) const {
  for (const Column& column : columns_) {
    const bool is_known = std::find(known.begin(), known.end(), column.role) != known.end();
    const bool is_used = std::any_of(rows_.begin(), rows_.end(),
                                     [&](const Row& row) { return !row.at(column.index).empty(); });
    if (!is_known && is_used)
      context_.findings->skipped({context_.file, cell_name(sheet_, header_row_, column.index)},
                                 "The column " + in_quotes(column.header) + " is not used on a kiosk.");
  }
}

void FormSheet::report_missing(const Row& row, std::string_view role) const {
  const LocalizedText texts = this->texts(row, role);
  if (texts.empty()) return;
  for (const Language& language : context_.languages)
    if (!texts.has(language))
      context_.findings->guessed(place(row, role, language),
                                 "The " + std::string(role) + " has no text in '" + language +
                                     "'; another language is shown. Fill in the translation.");
}

}  // namespace tertulia::formats
