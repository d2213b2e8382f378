// SPDX-License-Identifier: Apache-2.0
// What stands in the columns of a table below its header: days, times of day or other texts. It tells what a
// column is where its header does not.
#pragma once

#include <cstddef>
#include <map>

#include "firmware/formats/containers/table.h"

namespace tertulia::formats {

struct ColumnContent {
  std::size_t cells = 0;
  std::size_t days = 0;
  std::size_t dates = 0;  // that say more than a weekday or a number, also without a year
  std::size_t times = 0;
  std::size_t letters = 0;  // bytes of all other texts

  [[nodiscard]] bool is_of_days() const { return is_mostly(days, cells); }
  // Headings of days may stand among the times.
  [[nodiscard]] bool is_of_times() const { return is_mostly(times, cells - days); }

 private:
  // One cell may be a header whose word nobody knows.
  [[nodiscard]] static bool is_mostly(std::size_t count, std::size_t of) {
    return count > 0 && (count * 10 >= of * 7 || (count > 1 && count + 1 == of));
  }
};

using TableContents = std::map<int, ColumnContent>;  // by column

// Of the first rows from `first_row` on, an index into the rows.
[[nodiscard]] TableContents contents_of(const Sheet& sheet, std::size_t first_row);

}  // namespace tertulia::formats
