// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/agenda_table.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "firmware/formats/schedule/typed_times.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kLooksAhead = 200;  // rows, for the next entry of a room

class TableReader {
 public:
  TableReader(const Sheet& sheet, const TableLayout& layout, std::string file, const DraftContext& context)
      : sheet_(sheet), layout_(layout), file_(std::move(file)), context_(context) {
    if (heading_day(sheet.name, context.days)) day_ = sheet.name;
    if (day_.empty() && context.days.first_day == context.days.last_day) day_ = "day 1";  // the only one
  }

  std::vector<DraftEntry> read() {
    for (std::size_t index = layout_.first_row; index < sheet_.rows.size(); ++index) read(sheet_.rows[index]);
    end_where_the_next_starts();
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
      if (column.role == role)
        all.set(column.language.empty() ? context_.days.language : column.language,
                trim(row.at(column.index)));
    return all;
  }

  Place place(const Row& row, ColumnRole role) const {
    const auto column = std::find_if(layout_.columns.begin(), layout_.columns.end(),
                                     [&](const TableColumn& each) { return each.role == role; });
    const int index = column == layout_.columns.end() ? 0 : column->index;
    const std::string cell = column_letters(index) + std::to_string(row.number);
    return {file_, sheet_.name.empty() ? cell : sheet_.name + "!" + cell};
  }

  // A row with one text that is a day: those below belong to it.
  bool is_heading(const Row& row) const {
    if (row.cells.empty()) return false;
    const std::string first = squashed(row.cells.front().text);
    const bool is_alone = std::all_of(row.cells.begin(), row.cells.end(),
                                      [&](const Cell& cell) { return squashed(cell.text) == first; });
    return is_alone && heading_day(first, context_.days);
  }

  void read(const Row& row) {
    if (is_heading(row)) {
      day_ = squashed(row.cells.front().text);
      return;
    }
    if (const std::string day = moment(row, ColumnRole::kDay); !day.empty()) day_ = day;
    DraftEntry draft;
    draft.place = place(row, ColumnRole::kTitle);
    draft.title = texts(row, ColumnRole::kTitle);
    draft.start = moment(row, ColumnRole::kStart);
    if (draft.title.empty() && draft.start.empty()) return;
    if (draft.title.empty()) {
      context_.findings.add(Severity::kSkipped,
                            "Left out, because it has a start and no title; give it a title.",
                            subject_of(draft));
      return;
    }
    fill(row, draft);
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

  static std::optional<Minutes> start_of(const DraftEntry& draft) {
    if (typed_range(draft.start)) return std::nullopt;  // has its end
    return typed_time(draft.start);
  }

  // An agenda often says only when things begin.
  void end_where_the_next_starts() {
    for (std::size_t index = 0; index < drafts_.size(); ++index) {
      DraftEntry& draft = drafts_[index];
      const auto start = start_of(draft);
      if (!start || !draft.end.empty() || !draft.length.empty()) continue;
      const std::size_t last = std::min(drafts_.size(), index + 1 + kLooksAhead);
      for (std::size_t next = index + 1; next < last && drafts_[next].day == draft.day; ++next) {
        const DraftEntry& follower = drafts_[next];
        const auto range = typed_range(follower.start);
        const auto begins = range ? std::optional(range->start) : typed_time(follower.start);
        const bool shares_room = follower.room == draft.room || follower.room.empty() || draft.room.empty();
        if (!begins || *begins <= *start || !shares_room) continue;
        draft.length = std::to_string((*begins - *start).count());
        context_.findings.add(Severity::kGuessed,
                              "Lasts until the next entry in its room, because it has no end.",
                              subject_of(draft));
        break;
      }
    }
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
