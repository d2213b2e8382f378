// SPDX-License-Identifier: Apache-2.0
// Which column of a table holds what.
#include <algorithm>
#include <utility>

#include "firmware/formats/schedule/agenda_table.h"
#include "firmware/formats/schedule/table_contents.h"
#include "firmware/formats/schedule/typed_times.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kHeaderWithin = 30;  // rows: titles, logos and addresses stand above

bool has_column(const TableLayout& layout, ColumnRole role, const Language& language) {
  return std::any_of(layout.columns.begin(), layout.columns.end(), [&](const TableColumn& column) {
    return column.role == role && column.language == language;
  });
}

bool is_agenda(const TableLayout& layout) {
  return layout.has(ColumnRole::kTitle) && layout.has(ColumnRole::kStart);
}

void sort_by_index(std::vector<TableColumn>& columns) {
  std::sort(columns.begin(), columns.end(),
            [](const TableColumn& a, const TableColumn& b) { return a.index < b.index; });
}

// The first of them had no need of a language.
void name_language_of_first(const TableColumn& second, TableLayout& layout) {
  for (TableColumn& first : layout.columns) {
    if (first.role != second.role || !first.language.empty()) continue;
    const auto named = column_named(first.header);
    if (named && named->header_in != second.language) first.language = named->header_in;
  }
}

// "Heure" and "Fin" beside it say a range; "Debut" and "Heure" would both be the start: the first stays. A
// header with other words behind the known one counts where no other has its role.
void take_header(const Cell& cell, const std::optional<NamedColumn>& named, TableLayout& layout) {
  TableColumn column{cell.column, ColumnRole::kTitle, "", squashed(cell.text)};
  if (named) {
    column.role = named->role;
    column.language = named->language;
    // "Title" and "Titre" side by side are two languages.
    if (is_localized(column.role) && has_column(layout, column.role, column.language)) {
      column.language = named->header_in;
      name_language_of_first(column, layout);
    }
  }
  const bool is_new = named && !has_column(layout, column.role, column.language) &&
                      (!named->is_loose || !layout.has(column.role));
  (is_new ? layout.columns : layout.unread).push_back(std::move(column));
}

struct Header {
  TableLayout layout;
  bool is_mostly_known = false;
};

Header header_of(const Row& row) {
  Header header;
  std::vector<std::pair<const Cell*, std::optional<NamedColumn>>> loose;
  std::size_t known = 0;
  for (const Cell& cell : row.cells) {
    auto named = column_named(cell.text);
    if (named && named->is_loose) {
      loose.emplace_back(&cell, std::move(named));
      continue;
    }
    if (named) ++known;
    take_header(cell, named, header.layout);
  }
  for (const auto& [cell, named] : loose) take_header(*cell, named, header.layout);
  sort_by_index(header.layout.columns);
  sort_by_index(header.layout.unread);
  header.is_mostly_known = known > 1 && known * 2 > row.cells.size();
  return header;
}

std::optional<TableLayout> layout_with_header(const Sheet& sheet) {
  std::optional<TableLayout> best;
  for (std::size_t index = 0; index < std::min(sheet.rows.size(), kHeaderWithin); ++index) {
    auto [layout, is_mostly_known] = header_of(sheet.rows[index]);
    layout.first_row = index + 1;
    layout.is_certain = is_agenda(layout);
    if (!layout.is_certain && !is_mostly_known) continue;
    const auto rank = [](const TableLayout& each) { return std::pair(each.is_certain, each.columns.size()); };
    if (!best || rank(layout) > rank(*best)) best = std::move(layout);
  }
  return best;
}

// What no header names.
void add_unnamed(const TableContents& contents, TableLayout& layout) {
  for (const auto& [index, content] : contents) {
    const auto is_this = [column = index](const TableColumn& each) { return each.index == column; };
    if (std::none_of(layout.columns.begin(), layout.columns.end(), is_this) &&
        std::none_of(layout.unread.begin(), layout.unread.end(), is_this))
      layout.unread.push_back({index, ColumnRole::kTitle, "", ""});
  }
  sort_by_index(layout.unread);
}

// Takes columns that were not read, by what stands in them.
class Completion {
 public:
  Completion(TableContents contents, TableLayout& layout) : contents_(std::move(contents)), layout_(layout) {
    add_unnamed(contents_, layout_);
  }

  // The first column of times.
  void take_times(ColumnRole role) {
    take_first(role, [&](const TableColumn& column) { return contents_[column.index].is_of_times(); });
  }

  // The first column of days without a header; with one only where several days need it.
  void take_days(bool also_named) {
    take_first(ColumnRole::kDay, [&](const TableColumn& column) {
      return (also_named || column.header.empty()) && contents_[column.index].is_of_days();
    });
  }

  // The column with the longest texts; else a description, which a calendar's title may be called.
  void take_title() {
    if (layout_.has(ColumnRole::kTitle)) return;
    const auto letters = [&](const TableColumn& column) {
      const ColumnContent& content = contents_[column.index];
      const bool is_text = content.cells > 1 && !content.is_of_days() && !content.is_of_times();
      return is_text ? content.letters : 0;
    };
    const auto longest =
        std::max_element(layout_.unread.begin(), layout_.unread.end(),
                         [&](const TableColumn& a, const TableColumn& b) { return letters(a) < letters(b); });
    if (longest != layout_.unread.end() && letters(*longest) > 0) return take(longest, ColumnRole::kTitle);
    for (TableColumn& column : layout_.columns)
      if (column.role == ColumnRole::kDescription) column.role = ColumnRole::kTitle;
  }

  // "day" beside "date" is often the number of a day.
  void prefer_dates() {
    const auto is_day = [](const TableColumn& column) { return column.role == ColumnRole::kDay; };
    const auto day = std::find_if(layout_.columns.begin(), layout_.columns.end(), is_day);
    if (day == layout_.columns.end()) return;
    for (TableColumn& other : layout_.unread)
      if (is_day(other) && contents_[other.index].dates > contents_[day->index].dates) std::swap(*day, other);
    sort_by_index(layout_.unread);
  }

 private:
  void take(std::vector<TableColumn>::iterator column, ColumnRole role) {
    column->role = role;
    layout_.columns.push_back(std::move(*column));
    layout_.unread.erase(column);
    sort_by_index(layout_.columns);
  }

  template <class Fits>
  void take_first(ColumnRole role, Fits fits) {
    if (layout_.has(role)) return;
    const auto column = std::find_if(layout_.unread.begin(), layout_.unread.end(), fits);
    if (column != layout_.unread.end()) take(column, role);
  }

  TableContents contents_;
  TableLayout& layout_;
};

// Without a header: the first column of times is the start, the next the end, the one with the longest texts
// is the title.
TableLayout layout_by_content(const Sheet& sheet) {
  TableLayout layout;
  Completion completion(contents_of(sheet, 0), layout);
  completion.take_days(true);
  completion.take_times(ColumnRole::kStart);
  completion.take_times(ColumnRole::kEnd);
  completion.take_title();
  return layout;
}

// A grid of a time for each row and a day for each column: "Time | Monday 10 | Tuesday 11".
std::optional<TableLayout> layout_of_grid(const Sheet& sheet, std::size_t header) {
  TableLayout layout;
  layout.first_row = header + 1;
  layout.is_certain = true;
  TableContents contents = contents_of(sheet, layout.first_row);
  std::size_t days = 0;
  for (const Cell& cell : sheet.rows[header].cells) {
    const std::string text = squashed(cell.text);
    const ColumnContent& content = contents[cell.column];
    if (!names_day(text)) {
      take_header(cell, column_named(cell.text), layout);
    } else if (content.letters > 0 && !content.is_of_days() && !content.is_of_times()) {
      layout.columns.push_back({cell.column, ColumnRole::kTitle, "", text, text});
      ++days;
    }
  }
  if (days < 2) return std::nullopt;
  Completion(std::move(contents), layout).take_times(ColumnRole::kStart);
  if (!layout.has(ColumnRole::kStart)) return std::nullopt;
  return layout;
}

std::optional<TableLayout> layout_of_grid(const Sheet& sheet) {
  for (std::size_t index = 0; index < std::min(sheet.rows.size(), kHeaderWithin); ++index) {
    const std::vector<Cell>& cells = sheet.rows[index].cells;
    const auto days = std::count_if(cells.begin(), cells.end(),
                                    [](const Cell& cell) { return names_day(squashed(cell.text)); });
    if (days < 2) continue;
    if (auto layout = layout_of_grid(sheet, index)) return layout;
  }
  return std::nullopt;
}

TableLayout completed(TableLayout layout, const Sheet& sheet, const CalendarDays& days) {
  Completion completion(contents_of(sheet, layout.first_row), layout);
  completion.prefer_dates();
  completion.take_days(days.first_day < days.last_day);
  completion.take_times(ColumnRole::kStart);
  completion.take_title();
  return layout;
}

// Of the days; where the day stands in the start, of that. "9.30.15" in a column of times is no date.
DateOrder order_of_dates(const Sheet& sheet, const TableLayout& layout) {
  ProvedOrder proved;
  const ColumnRole dated = layout.has(ColumnRole::kDay) ? ColumnRole::kDay : ColumnRole::kStart;
  for (const Row& row : sheet.rows)
    for (const TableColumn& column : layout.columns)
      if (column.role == dated) proved.see(row.at(column.index));
  return proved.order();
}

std::optional<TableLayout> best_layout(const Sheet& sheet, const CalendarDays& days) {
  auto header = layout_with_header(sheet);
  if (header && header->is_certain) return completed(std::move(*header), sheet, days);
  if (auto grid = layout_of_grid(sheet)) return grid;
  if (header) header = completed(std::move(*header), sheet, days);
  if (header && is_agenda(*header)) return header;
  TableLayout guess = layout_by_content(sheet);
  return is_agenda(guess) ? std::optional(std::move(guess)) : std::nullopt;
}

std::string name_of(const TableColumn& column) {
  return "column " + column_letters(column.index) +
         (column.header.empty() ? "" : " (" + in_quotes(column.header) + ")");
}

}  // namespace

bool TableLayout::has(ColumnRole role) const {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const TableColumn& column) { return column.role == role; });
}

std::optional<TableLayout> layout_of(const Sheet& sheet, const CalendarDays& days) {
  auto layout = best_layout(sheet, days);
  if (layout) layout->date_order = order_of_dates(sheet, *layout);
  return layout;
}

std::string words_of(const TableLayout& layout) {
  std::string words = "Read as an agenda:";
  const char* between = " ";
  for (const TableColumn& column : layout.columns) {
    words += between;
    words += column.day.empty() ? to_text(column.role) : "titles of a day";
    if (!column.language.empty()) words += " in '" + column.language + "'";
    words += " in " + name_of(column);
    between = ", ";
  }
  words += ".";
  if (layout.unread.empty()) return words;
  words += " Not read:";
  between = " ";
  for (const TableColumn& column : layout.unread) {
    words += between + name_of(column);
    between = ", ";
  }
  return words + ".";
}

}  // namespace tertulia::formats
