// SPDX-License-Identifier: Apache-2.0
// Reads small agendas for tests: a visit to Lisbon, Monday 10 to Thursday 13 May 2027.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "firmware/formats/schedule/agenda_file.h"

namespace tertulia::formats {

inline const CalendarDays kDays{"Europe/Lisbon", {2027, 5, 10, 0, 0, 0}, {2027, 5, 13, 0, 0, 0}, "en"};

struct AgendaReadings : testing::Test {
  Findings findings;  // of all readings
  std::string bytes;  // of the last one

  std::vector<CalendarEntry> read_as(const std::string& name, std::string text,
                                     const CalendarDays& days = kDays, Named named = Named::kYes) {
    bytes = std::move(text);
    return read_agenda_file({name, bytes}, named, days, findings).value_or(CalendarContents{}).entries;
  }
};

}  // namespace tertulia::formats
