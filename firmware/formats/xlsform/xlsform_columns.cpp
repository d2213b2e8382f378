// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform_columns.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "firmware/domain/utf8.h"
#include "firmware/formats/expressions/form_schema.h"
#include "firmware/formats/text/language_names.h"
#include "firmware/formats/text/markup.h"
#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr int kEmptyRowsThatEnd = 60;
constexpr int kEmptyColumnsThatEnd = 20;
constexpr std::size_t kLongestHeader = 200;
constexpr std::size_t kHeaderWithin = 10;  // rows
constexpr char kOwn = '.';                 // no role begins with it

// Old and other spellings of headers, as the reference converter takes them.
constexpr std::pair<std::string_view, std::string_view> kAliases[] = {
    {"caption", "label"},
    {"command", "type"},
    {"tag", "name"},
    {"value", "name"},
    {"list", "list_name"},
    {"relevance", "relevant"},
    {"bind_relevant", "relevant"},
    {"bind_required", "required"},
    {"bind_constraint", "constraint"},
    {"bind_calculate", "calculation"},
    {"calculate", "calculation"},
    {"bind_readonly", "read_only"},
    {"readonly", "read_only"},
    {"control_appearance", "appearance"},
    {"requiredmsg", "required_message"},
    {"required_msg", "required_message"},
    {"jr_requiredmsg", "required_message"},
    {"bind_jr_requiredmsg", "required_message"},
    {"noapperrorstring", "no_app_error_string"},
    {"constraintmsg", "constraint_message"},
    {"constraint_msg", "constraint_message"},
    {"constraining_message", "constraint_message"},
    {"jr_constraintmsg", "constraint_message"},
    {"bind_jr_constraintmsg", "constraint_message"},
    {"count", "repeat_count"},
    {"jr_count", "repeat_count"},
    {"control_jr_count", "repeat_count"},
    {"media_image", "image"},
    {"media_audio", "audio"},
    {"media_video", "video"},
    {"media_big_image", "big_image"},
    {"set_form_title", "form_title"},
    {"set_form_id", "form_id"},
    {"id_string", "form_id"},
};

// Roles whose cells are shown to people: only these have languages.
bool is_shown(std::string_view role) {
  return is_one_of(role, {"label", "hint", "guidance_hint", "required_message", "constraint_message", "image",
                          "audio", "video", "big_image", "form_title", "title"});
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
// stands before it is shown to people. "label (fr)" names one, too.
Header split_header(const std::string& header) {
  const std::size_t colon = header.rfind(':');
  if (colon != std::string::npos) {
    std::string before(trim(header.substr(0, colon)));
    while (before.ends_with(':') || before.ends_with(' ')) before.pop_back();
    const std::string role = role_of(before);
    if (is_shown(role)) return {role, std::string(trim(header.substr(colon + 1)))};
  }
  const std::size_t open = header.find('(');
  if (open != std::string::npos && header.ends_with(')')) {
    const std::string role = role_of(header.substr(0, open));
    const std::string inside = header.substr(open + 1, header.size() - open - 2);
    if (is_shown(role) && language_named(inside)) return {role, inside};
  }
  return {role_of(header), ""};
}

// The role that a header with a typing error means: one of those that are missing, or, where a language
// stands behind it, of any that is shown.
std::optional<std::string_view> meant_by(const std::string& header, const std::string& role,
                                         const std::vector<std::string_view>& missing) {
  if (const auto meant = nearest(role, missing)) return meant;
  const std::size_t end = header.find_first_of(":(");
  if (end == std::string::npos) return std::nullopt;
  return nearest(role_of(trim(header.substr(0, end))),
                 {"label", "hint", "guidance_hint", "required_message", "constraint_message"});
}

std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  each_code_point(text, [&](const CodePoint&) { ++letters; });
  return letters;
}

}  // namespace

std::string own_column(std::string_view name) { return kOwn + std::string(name); }

FormSheet::FormSheet(const Sheet& sheet, const FormContext& context, std::string_view key)
    : sheet_(sheet), context_(context) {
  if (sheet.rows.empty()) return;
  const std::size_t header = header_index(key);
  read_header(sheet.rows[header]);
  const std::span<const Row> below = std::span(sheet.rows).subspan(header + 1);
  int previous = header_row_;
  for (std::size_t index = 0; index < below.size(); ++index) {
    if (!sheet.is_text && below[index].number - previous > kEmptyRowsThatEnd) {
      context.findings->skipped({context.file, cell_name(sheet, below[index].number, 0)},
                                "What stands below 60 empty rows is not part of the sheet.");
      return;
    }
    previous = below[index].number;
    rows_ = below.first(index + 1);
  }
}

// A title or a remark may stand above the header.
std::size_t FormSheet::header_index(std::string_view key) const {
  const std::size_t seen = std::min(sheet_.rows.size(), kHeaderWithin);
  for (std::size_t index = 0; index < seen; ++index)
    for (const Cell& cell : sheet_.rows[index].cells) {
      if (split_header(squashed(cell.text).substr(0, kLongestHeader)).role != key) continue;
      if (index > 0)
        context_.findings->guessed({context_.file, cell_name(sheet_, sheet_.rows[index].number, cell.column)},
                                   "The headers of the columns stand in this row; what stands above it is "
                                   "not part of the form.");
      return index;
    }
  return 0;
}

void FormSheet::read_header(const Row& header) {
  header_row_ = header.number;
  is_headed_.assign(static_cast<std::size_t>(header.cells.back().column) + 1, false);
  for (const Cell& cell : header.cells) is_headed_[static_cast<std::size_t>(cell.column)] = true;
  int previous = -1;
  for (const Cell& cell : header.cells) {
    if (previous >= 0 && cell.column - previous > kEmptyColumnsThatEnd) {
      context_.findings->skipped({context_.file, cell_name(sheet_, header.number, cell.column)},
                                 "What stands right of 20 empty columns is not part of the sheet.");
      break;
    }
    previous = cell.column;
    const std::string text = squashed(cell.text).substr(0, kLongestHeader);
    if (text.starts_with(kOwn)) {
      columns_.push_back({cell.column, text, {}, text.substr(1), true});
      continue;
    }
    const Header parts = split_header(text);
    if (!parts.role.empty()) columns_.push_back({cell.column, parts.role, parts.language, text, false});
  }
  name_languages();
  drop_repeated();
}

// Until here a column holds the name of its language as it is written.
void FormSheet::name_languages() {
  const bool has_label = std::any_of(columns_.begin(), columns_.end(), [](const Column& column) {
    return column.role == "label" && (column.language.empty() || language_named(column.language));
  });
  std::string only;  // one language that nobody knows is better than no texts
  for (const Column& column : columns_)
    if (!has_label && only.empty() && column.role == "label") only = folded(column.language);
  std::vector<Column> named;
  for (Column& column : columns_) {
    const std::string written = std::exchange(column.language, {});
    const auto language = language_named(written);
    const Place place{context_.file, cell_name(sheet_, header_row_, column.index)};
    std::string unknown = "The language " + in_quotes(written) + " is unknown; ";
    const std::string cure = sheet_.is_text ? "write its code as the 'lang' of its <translation>."
                                            : "write its code behind it: 'label::Name (xx)'.";
    if (language)
      column.language = *language;
    else if (!only.empty() && folded(written) == only)
      context_.findings->guessed(place, unknown.append("its texts are taken as '")
                                            .append(context_.default_language)
                                            .append("'. Else ")
                                            .append(cure));
    else if (!written.empty()) {
      context_.findings->skipped(place, unknown + cure);
      continue;
    }
    named.push_back(std::move(column));
  }
  columns_ = std::move(named);
}

void FormSheet::drop_repeated() {
  std::vector<Column> kept;
  for (Column& column : columns_) {
    const bool is_there = std::any_of(kept.begin(), kept.end(), [&](const Column& known) {
      return known.role == column.role && known.language == column.language;
    });
    if (is_there)
      context_.findings->skipped(
          {context_.file, cell_name(sheet_, header_row_, column.index)},
          "The column " + in_quotes(column.header) + " stands twice; the first is read.");
    else
      kept.push_back(std::move(column));
  }
  columns_ = std::move(kept);
}

bool FormSheet::has(std::string_view role) const {
  return std::any_of(columns_.begin(), columns_.end(),
                     [&](const Column& known) { return known.role == role; });
}

bool FormSheet::has_value(const Row& row) const {
  return std::any_of(columns_.begin(), columns_.end(),
                     [&](const Column& column) { return !row.at(column.index).empty(); });
}

std::string FormSheet::value(const Row& row, std::string_view role) const {
  for (const Column& column : columns_)
    if (column.role == role) return squashed(row.at(column.index));
  return {};
}

std::string FormSheet::expression(const Row& row, std::string_view role) const {
  for (const Column& column : columns_)
    if (column.role == role) return std::string(trim(plain_typography(row.at(column.index))));
  return {};
}

std::vector<FormSheet::Extra> FormSheet::extras(const std::vector<std::string_view>& known) const {
  std::vector<Extra> extras;
  for (const Column& column : columns_)
    if (column.is_own || (!is_shown(column.role) && is_node_name(column.header) &&
                          std::find(known.begin(), known.end(), column.role) == known.end()))
      extras.push_back({column.header, column.role, column.index});
  return extras;
}

LocalizedText FormSheet::texts(const Row& row, std::string_view role, BoldWords bold) const {
  LocalizedText result;
  for (const Column& column : columns_) {
    if (column.role != role) continue;
    const Language& language = column.language.empty() ? context_.default_language : column.language;
    const std::string text = without_markup(clean_text(row.at(column.index)), bold);
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
  if (sheet_.is_text) return {context_.file, cell_name(sheet_, row.number, 0)};
  return {context_.file, sheet_.name + ", row " + std::to_string(row.number)};
}

Place FormSheet::place(const Row& row, std::string_view role, const Language& language) const {
  for (const Column& column : columns_)
    if (column.role == role && column.language == language)
      return {context_.file, cell_name(sheet_, row.number, column.index)};
  return place(row, role);
}

// Remarks and numbers of rows beside the table, or answers to a header that somebody forgot.
void FormSheet::report_headless() const {
  struct Found {
    int row = 0;  // of the first
    std::string_view text;
    std::size_t count = 0;
  };
  std::map<int, Found> found;  // by column
  for (const Row& row : rows_)
    for (const Cell& cell : row.cells) {
      const auto index = static_cast<std::size_t>(cell.column);
      if (index < is_headed_.size() && is_headed_[index]) continue;
      Found& column = found.try_emplace(cell.column, Found{row.number, cell.text}).first->second;
      ++column.count;
    }
  for (const auto& [column, first] : found)
    context_.findings->skipped(
        {context_.file, cell_name(sheet_, first.row, column)},
        "The column " + column_letters(column - sheet_.made_columns) +
            " has no header: " + in_quotes(first.text) +
            (first.count > 1 ? " and " + counted(first.count - 1, "more cell") + " of it are" : " is") +
            " not read. Write a header above what belongs to the form.");
}

// A text that is longer than clean_text() leaves it.
void FormSheet::report_cut() const {
  for (const Row& row : rows_)
    for (const Column& column : columns_) {
      const std::string_view text = trim(row.at(column.index));
      if (text.size() <= kLongestText - 4 || !is_shown(column.role)) continue;
      const std::size_t shown = letters_in(clean_text(text));
      if (shown < letters_in(text))
        context_.findings->skipped({context_.file, cell_name(sheet_, row.number, column.index)},
                                   "The text has " + std::to_string(letters_in(text)) +
                                       " letters, of which only the first " + std::to_string(shown) +
                                       " are shown: there is room for " + std::to_string(kLongestText) +
                                       " bytes. Shorten it, or make several notes of it.");
    }
}

// "label" beside "label::English" where the default is English.
void FormSheet::report_two_defaults() const {
  for (const Column& plain : columns_)
    for (const Column& named : columns_) {
      const bool are_two = plain.role == named.role && plain.language.empty() && is_shown(plain.role) &&
                           named.language == context_.default_language;
      const auto hides = [&](const Row& row) {
        const std::string one = clean_text(row.at(plain.index));
        const std::string other = clean_text(row.at(named.index));
        return !one.empty() && !other.empty() && one != other;
      };
      const auto row = are_two ? std::find_if(rows_.begin(), rows_.end(), hides) : rows_.end();
      if (row != rows_.end())
        context_.findings->skipped(
            {context_.file, cell_name(sheet_, row->number, plain.index)},
            "The columns " + in_quotes(plain.header) + " and " + in_quotes(named.header) + " are both in '" +
                named.language + "'; where they differ, as here, the second is shown. Keep one of them.");
    }
}

void FormSheet::report_unknown(const std::vector<std::string_view>& known) const {
  report_headless();
  report_cut();
  report_two_defaults();
  std::vector<std::string_view> missing;
  for (const std::string_view role : known)
    if (!has(role)) missing.push_back(role);
  for (const Column& column : columns_) {
    const bool is_known = std::find(known.begin(), known.end(), column.role) != known.end();
    const bool is_used = std::any_of(rows_.begin(), rows_.end(),
                                     [&](const Row& row) { return !trim(row.at(column.index)).empty(); });
    if (is_known || column.is_own || !is_used) continue;
    const Place place{context_.file, cell_name(sheet_, header_row_, column.index)};
    if (const auto meant = meant_by(column.header, column.role, missing))
      context_.findings->wrong(place, "The column " + in_quotes(column.header) +
                                          " is unknown; it seems to be '" + std::string(*meant) +
                                          "'. Correct its header.");
    else
      context_.findings->skipped(place, (sheet_.is_text ? "" : "The column ") + in_quotes(column.header) +
                                            " is not used on a kiosk.");
  }
}

void FormSheet::report_missing(const Row& row, std::string_view role, const LocalizedText& texts) const {
  if (texts.empty()) return;
  for (const Language& language : context_.languages)
    if (!texts.has(language))
      context_.findings->guessed(place(row, role, language),
                                 "The " + std::string(role) + " has no text in '" + language +
                                     "'; another language is shown. Fill in the translation.");
}

}  // namespace tertulia::formats
