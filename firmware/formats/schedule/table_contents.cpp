// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/table_contents.h"

#include <algorithm>
#include <string>

#include "firmware/formats/schedule/typed_times.h"
#include "firmware/formats/schedule/typed_words.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kLooksAt = 200;  // rows

// A bare number may be anything: a time has hours and minutes.
bool looks_like_time(const std::string& text) {
  const bool has_mark = text.find_first_of(":hH.") != std::string::npos;
  return has_mark && (typed_time(text) || typed_range(text));
}

// "4/21", "21 April" and "20270421"; not "2", "Day 2" or "Wednesday 21".
bool says_date(const std::string& text) {
  if (serial_moment(text)) return true;
  const TypedParts parts = parts_of(plain_typed(text));
  const bool has_month = std::any_of(parts.words.begin(), parts.words.end(), [](const std::string& word) {
    return month_named(word) && !weekday_named(word);
  });
  if (has_month) return !parts.numbers.empty();
  return parts.numbers.size() > 1 || (parts.numbers.size() == 1 && parts.numbers[0].size() == 8);
}

void count(const std::string& text, ColumnContent& content) {
  ++content.cells;
  if (says_date(text)) ++content.dates;
  if (names_day(text) || serial_moment(text))
    ++content.days;
  else if (looks_like_time(text))
    ++content.times;
  else
    content.letters += text.size();
}

}  // namespace

TableContents contents_of(const Sheet& sheet, std::size_t first_row) {
  TableContents contents;
  const std::size_t last = std::min(sheet.rows.size(), first_row + kLooksAt);
  for (std::size_t index = first_row; index < last; ++index)
    for (const Cell& cell : sheet.rows[index].cells) {
      if (const std::string text = squashed(cell.text); !text.empty()) count(text, contents[cell.column]);
    }
  return contents;
}

}  // namespace tertulia::formats
