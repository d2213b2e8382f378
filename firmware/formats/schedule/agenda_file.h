// SPDX-License-Identifier: Apache-2.0
// Reads one agenda file of a visit pack, whatever its format. Its content tells what it is, not its name: an
// iCalendar file, a frab schedule in XML, a schedule in JSON, or a table in a workbook (.xlsx, .ods) or CSV.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "firmware/formats/calendar/icalendar.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

enum class AgendaKind { kCalendar, kScheduleXml, kScheduleJson, kTable };

// What the first bytes say. A table may still hold something else than an agenda.
[[nodiscard]] std::optional<AgendaKind> agenda_kind(const SourceFile& source);

// Whether the visit names the file as its agenda, or it was only found in the pack.
enum class Named { kYes, kNo };

// None: the file is no agenda, or cannot be read and the findings then hold something wrong. A table that
// nobody named is an agenda when it has a header with a title and a start.
[[nodiscard]] std::optional<CalendarContents> read_agenda_file(const SourceFile& source, Named named,
                                                               const CalendarDays& days, Findings& findings);

}  // namespace tertulia::formats
