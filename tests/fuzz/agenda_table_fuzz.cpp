// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/column_names.h"
#include "firmware/formats/schedule/typed_times.h"
#include "tests/fuzz/agenda_fuzz.h"

// A table as CSV; the first line is also read as a cell of each kind.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  const std::string_view text = as_text(data, size);
  read_as_agenda("plan.csv", text);
  const std::string_view cell = text.substr(0, text.find('\n'));
  const formats::CalendarDays days{"Europe/Lisbon", {2027, 5, 10, 0, 0, 0}, {2027, 5, 13, 0, 0, 0}, "en"};
  if (const auto time = formats::typed_time(cell)) require(*time >= Minutes(0) && *time <= Minutes(24 * 60));
  if (const auto length = formats::typed_length(cell))
    require(*length > Minutes(0) && *length <= Minutes(7 * 24 * 60));
  if (const auto day = formats::typed_day(cell, days)) require(day->day.month >= 1 && day->day.month <= 12);
  static_cast<void>(formats::typed_moment(cell, days));
  static_cast<void>(formats::column_named(cell));
  return 0;
}
