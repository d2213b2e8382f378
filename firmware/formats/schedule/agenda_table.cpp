// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/agenda_table.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "firmware/formats/schedule/next_starts.h"
#include "firmware/formats/schedule/typed_times.h"
#include "firmware/formats/schedule/typed_words.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

class TableReader {
 public:
  TableReader(const Sheet& sheet, const TableLayout& layout, std::string file, const DraftContext& context)
      : sheet_(sheet), layout_(layout), file_(std::move(file)), context_(context) {
    if (names_day(sheet.name)) day_ = sheet.name;
    if (day_.empty() && context.days.first_day == context.days.last_day) day_ = "day 1";  // the only one
  }

  std::vector<DraftEntry> read() {
    for (std::size_t index = layout_.first_row; index < sheet_.rows.size(); ++index) read(sheet_.rows[index]);
    end_where_the_next_starts(drafts_, context_);
    std::erase_if(drafts_, [](const DraftEntry& draft) { return draft.title.empty(); });
    return std::move(drafts_);
  }

 private:
  static std::string text_in(const Row& row, int column) { return squashed(row.at(column)); }

  std::string text(const Row& row, ColumnRole role) const {
    for (const TableColumn& column : layout_.columns)
      if (column.role == role) return text_in(row, column.index);
    return {};
  }

  // Of a day or a time of day.
  std::string moment(const Row& row, ColumnRole role) const {
    std::string text = this->text(row, role);
    return sheet_.counts_from_1904 ? counted_from_1900(std::move(text)) : text;
  }

  LocalizedText texts(const Row& row, ColumnRole role) const {
    LocalizedText all;
    for (const TableColumn& column : layout_.columns)
      if (const auto text = trim(row.at(column.index)); column.role == role && !text.empty())
        all.set(column.language.empty() ? context_.days.language : column.language, text);
    return all;
  }

  Place place(const Row& row, ColumnRole role) const {
    const auto column = std::find_if(layout_.columns.begin(), layout_.columns.end(),
                                     [&](const TableColumn& each) { return each.role == role; });
    return place(row, column == layout_.columns.end() ? 0 : column->index);
  }

  Place place(const Row& row, int column) const {
    const std::string cell = column_letters(column) + std::to_string(row.number);
    return {file_, sheet_.name.empty() ? cell : sheet_.name + "!" + cell};
  }

  // A row with one text that is a day: those below belong to it.
  bool is_heading(const Row& row) const {
    if (row.cells.empty()) return false;
    const std::string first = squashed(row.cells.front().text);
    const bool is_alone = std::all_of(row.cells.begin(), row.cells.end(),
                                      [&](const Cell& cell) { return squashed(cell.text) == first; });
    return is_alone && names_day(first);
  }

  bool is_grid() const {
    return std::any_of(layout_.columns.begin(), layout_.columns.end(),
                       [](const TableColumn& column) { return !column.day.empty(); });
  }

  // One entry for each day that has a text in the row.
  void read_days(const Row& row) {
    for (const TableColumn& column : layout_.columns) {
      const std::string title = text_in(row, column.index);
      if (column.day.empty() || plain_typed(title).find_first_not_of('-') == std::string::npos) continue;
      DraftEntry draft;
      draft.place = place(row, column.index);
      draft.title.set(context_.days.language, trim(row.at(column.index)));
      draft.start = moment(row, ColumnRole::kStart);
      fill(row, draft);
      draft.day = column.day;
      drafts_.push_back(std::move(draft));
    }
  }

  void read(const Row& row) {
    if (is_heading(row)) {
      day_ = squashed(row.cells.front().text);
      return;
    }
    if (is_grid()) return read_days(row);
    if (const std::string day = moment(row, ColumnRole::kDay); !day.empty()) day_ = day;
    DraftEntry draft;
    draft.place = place(row, ColumnRole::kTitle);
    draft.title = texts(row, ColumnRole::kTitle);
    draft.start = moment(row, ColumnRole::kStart);
    if (draft.title.empty() && draft.start.empty()) return;
    fill(row, draft);
    if (draft.title.empty()) draft.title.set(context_.days.language, draft.kind);
    if (draft.title.empty())  // it still ends what comes before
      context_.findings.add(Severity::kSkipped,
                            "Left out, because it has a start and no title; give it a title.",
                            subject_of(draft));
    drafts_.push_back(std::move(draft));
  }

  void fill(const Row& row, DraftEntry& draft) const {
    draft.id = text(row, ColumnRole::kId);
    draft.day = day_;
    draft.end = moment(row, ColumnRole::kEnd);
    draft.length = text(row, ColumnRole::kLength);
    draft.room = text(row, ColumnRole::kRoom);
    draft.kind = text(row, ColumnRole::kKind);
    draft.format = text(row, ColumnRole::kFormat);
    draft.form = text(row, ColumnRole::kForm);
    draft.speakers = texts(row, ColumnRole::kSpeakers);
    draft.expected_outcomes = texts(row, ColumnRole::kOutcome);
    draft.description = texts(row, ColumnRole::kDescription);
    draft.access = access_of(row);
  }

  // What is written there and is no known word stays, and is taken as closed later.
  std::string access_of(const Row& row) const {
    std::string words = text(row, ColumnRole::kAccess);
    if (!words.empty()) return words;
    for (const auto& [role, if_yes, if_no] : {std::tuple{ColumnRole::kClosed, "closed", "open"},
                                              std::tuple{ColumnRole::kOpen, "open", "closed"}}) {
      const std::string cell = text(row, role);
      if (cell.empty()) continue;
      const auto yes = yes_or_no(cell);
      return yes ? (*yes ? if_yes : if_no) : cell;
    }
    return {};
  }

  const Sheet& sheet_;
  const TableLayout& layout_;
  std::string file_;
  const DraftContext& context_;
  std::string day_;
  std::vector<DraftEntry> drafts_;
};

}  // namespace

std::vector<DraftEntry> read_agenda_table(const Sheet& sheet, const TableLayout& layout,
                                          const std::string& file, const DraftContext& context) {
  return TableReader(sheet, layout, file, context).read();
}

}  // namespace tertulia::formats
