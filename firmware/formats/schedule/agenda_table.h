// SPDX-License-Identifier: Apache-2.0
// Reads an agenda that is a table: the rows of a sheet of .xlsx, or of a CSV file. The columns are guessed by
// what stands above them (column_names.h), and without such a row by what stands in them; the guess is said
// in words. A day may stand in its own column, once above its rows, in the name of the sheet, beside the
// time, or above its own column of titles.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/formats/containers/table.h"
#include "firmware/formats/schedule/column_names.h"
#include "firmware/formats/schedule/date_order.h"
#include "firmware/formats/schedule/draft_entry.h"

namespace tertulia::formats {

struct TableColumn {
  int index = 0;
  ColumnRole role = ColumnRole::kTitle;
  Language language;     // of its texts; empty: the visit's default
  std::string header;    // empty: guessed by content
  std::string day = {};  // of the titles of a grid that has one column for each day
};

struct TableLayout {
  std::size_t first_row = 0;  // index into the rows, below the header
  std::vector<TableColumn> columns;
  std::vector<TableColumn> unread;
  // A header names the title and the start, or the days: nothing else looks like that.
  bool is_certain = false;
  DateOrder date_order = DateOrder::kUnknown;  // of its days in digits

  [[nodiscard]] bool has(ColumnRole role) const;
};

// None when the sheet has no title and start: it is no agenda. Of two columns of days the one with dates is
// read.
[[nodiscard]] std::optional<TableLayout> layout_of(const Sheet& sheet, const CalendarDays& days);

// "Read as an agenda: day in column A ('Jour'), start in column B ('Heure') ..."
[[nodiscard]] std::string words_of(const TableLayout& layout);

// One draft for each row that has a title and a start; a kind is the title where there is no other. `file` is
// for places; a sheet without a name is CSV.
[[nodiscard]] std::vector<DraftEntry> read_agenda_table(const Sheet& sheet, const TableLayout& layout,
                                                        const std::string& file, const DraftContext& context);

}  // namespace tertulia::formats
