// SPDX-License-Identifier: Apache-2.0
// Which column of a table holds what.
#include <algorithm>
#include <map>
#include <utility>

#include "firmware/formats/schedule/agenda_table.h"
#include "firmware/formats/schedule/typed_times.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kHeaderWithin = 30;  // rows: titles, logos and addresses stand above
constexpr std::size_t kLooksAt = 200;      // rows, when there is no header

bool has_role(const TableLayout& layout, ColumnRole role) {
  return std::any_of(layout.columns.begin(), layout.columns.end(),
                     [&](const TableColumn& column) { return column.role == role; });
}

bool has_column(const TableLayout& layout, ColumnRole role, const Language& language) {
  return std::any_of(layout.columns.begin(), layout.columns.end(), [&](const TableColumn& column) {
    return column.role == role && column.language == language;
  });
}

bool is_agenda(const TableLayout& layout) {
  return has_role(layout, ColumnRole::kTitle) && has_role(layout, ColumnRole::kStart);
}

// "Heure" and "Fin" beside it say a range; "Debut" and "Heure" would both be the start: the first stays.
TableLayout layout_by_header(const Row& header) {
  TableLayout layout;
  for (const Cell& cell : header.cells) {
    TableColumn column{cell.column, ColumnRole::kTitle, "", squashed(cell.text)};
    const auto named = column_named(cell.text);
    if (named) {
      column.role = named->role;
      column.language = named->language;
      // "Title" and "Titre" side by side are two languages.
      if (is_localized(column.role) && has_column(layout, column.role, column.language))
        column.language = named->header_in;
    }
    const bool is_new = named && !has_column(layout, column.role, column.language);
    (is_new ? layout.columns : layout.unread).push_back(std::move(column));
  }
  return layout;
}

std::optional<TableLayout> layout_with_header(const Sheet& sheet) {
  std::optional<TableLayout> best;
  for (std::size_t index = 0; index < std::min(sheet.rows.size(), kHeaderWithin); ++index) {
    TableLayout layout = layout_by_header(sheet.rows[index]);
    layout.first_row = index + 1;
    if (!is_agenda(layout)) continue;
    if (!best || layout.columns.size() > best->columns.size()) best = std::move(layout);
  }
  return best;
}

// What stands in one column.
struct Content {
  std::size_t cells = 0;
  std::size_t days = 0;
  std::size_t times = 0;
  std::size_t letters = 0;  // bytes of all other texts
};

bool is_mostly(std::size_t count, const Content& content) {
  return count > 0 && count * 10 >= content.cells * 7;
}

// A bare number may be anything: a time has hours and minutes.
bool looks_like_time(const std::string& text) {
  const bool has_mark = text.find_first_of(":hH.") != std::string::npos;
  return has_mark && (typed_time(text) || typed_range(text));
}

std::map<int, Content> contents_of(const Sheet& sheet, const CalendarDays& days) {
  std::map<int, Content> contents;
  for (std::size_t index = 0; index < std::min(sheet.rows.size(), kLooksAt); ++index)
    for (const Cell& cell : sheet.rows[index].cells) {
      Content& content = contents[cell.column];
      const std::string text = squashed(cell.text);
      ++content.cells;
      if (heading_day(text, days) || serial_moment(text))
        ++content.days;
      else if (looks_like_time(text))
        ++content.times;
      else
        content.letters += text.size();
    }
  return contents;
}

// Without a header: the first column of times is the start, the next the end, the one with the longest texts
// is the title.
std::optional<TableLayout> layout_by_content(const Sheet& sheet, const CalendarDays& days) {
  TableLayout layout;
  std::optional<std::pair<std::size_t, int>> title;
  const auto take = [&](int column, ColumnRole role) { layout.columns.push_back({column, role, "", ""}); };
  for (const auto& [column, content] : contents_of(sheet, days)) {
    if (content.cells < 2) continue;
    if (is_mostly(content.days, content)) {
      if (!has_role(layout, ColumnRole::kDay)) take(column, ColumnRole::kDay);
    } else if (is_mostly(content.times, content)) {
      if (!has_role(layout, ColumnRole::kStart))
        take(column, ColumnRole::kStart);
      else if (!has_role(layout, ColumnRole::kEnd))
        take(column, ColumnRole::kEnd);
    } else if (!title || content.letters > title->first) {
      title = {content.letters, column};
    }
  }
  if (title) take(title->second, ColumnRole::kTitle);
  if (!is_agenda(layout)) return std::nullopt;
  return layout;
}

}  // namespace

std::optional<TableLayout> layout_of(const Sheet& sheet, const CalendarDays& days) {
  if (auto layout = layout_with_header(sheet)) return layout;
  return layout_by_content(sheet, days);
}

std::string words_of(const TableLayout& layout) {
  std::string words = "Read as an agenda:";
  const char* between = " ";
  for (const TableColumn& column : layout.columns) {
    words += between + std::string(to_text(column.role)) + " in column " + column_letters(column.index);
    if (!column.language.empty()) words += " in '" + column.language + "'";
    if (!column.header.empty()) words += " (" + in_quotes(column.header) + ")";
    between = ", ";
  }
  words += ".";
  if (layout.unread.empty()) return words;
  words += " Not read:";
  between = " ";
  for (const TableColumn& column : layout.unread) {
    words += between + std::string("column ") + column_letters(column.index) + " (" +
             in_quotes(column.header) + ")";
    between = ", ";
  }
  return words + ".";
}

}  // namespace tertulia::formats
