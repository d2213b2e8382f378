// SPDX-License-Identifier: Apache-2.0
// Helpers of the readers of JSON in this folder; for their sources only.
#pragma once

#include <string>
#include <string_view>

#include "firmware/formats/schedule/json_document.h"
#include "firmware/formats/schedule/schedule_xml.h"

namespace tertulia::formats {

// The member of that name; a null value when there is none.
[[nodiscard]] const Json& member(const Json& object, std::string_view name);
// A string, number or yes/no as text; of an object with a name or title that one; else empty.
[[nodiscard]] std::string json_text(const Json& value);
// A string in `language` (none when that is empty), or an object of texts by language.
[[nodiscard]] LocalizedText json_texts(const Json& value, const Language& language);

// The timetable of Indico in `results`; true when it is one.
bool read_indico(const JsonDocument& document, const Language& language, DraftSchedule& schedule);

}  // namespace tertulia::formats
