// SPDX-License-Identifier: Apache-2.0
// What the columns of an agenda table hold, by what people write above them in the eight languages of the
// screens and in German. Words may be apart, run together ("starttime"), joined ("start_time") or marked by
// capitals ("StartTime").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/text.h"

namespace tertulia::formats {

enum class ColumnRole {
  kDay,
  kStart,  // also a range: "9:00 - 10:30"
  kEnd,
  kLength,
  kRoom,
  kTitle,
  kKind,
  kAccess,  // the words open and closed
  kClosed,  // yes or no
  kOpen,    // yes or no
  kFormat,
  kSpeakers,
  kOutcome,
  kDescription,
  kForm,
  kId
};
// For messages: "day", "start", "open or closed".
[[nodiscard]] std::string_view to_text(ColumnRole role);
// Whether a table may have a column of it for each language.
[[nodiscard]] bool is_localized(ColumnRole role);

struct NamedColumn {
  ColumnRole role = ColumnRole::kTitle;
  Language language;        // that the header names, "fr" of "title::fr"; empty: none
  Language header_in = {};  // the language that the header itself is written in; empty where several share it
  bool is_loose = false;    // other words stand behind the known one: "Session chair"
};
[[nodiscard]] std::optional<NamedColumn> column_named(std::string_view header);

// "yes", "oui", "x"; none when it is neither yes nor no.
[[nodiscard]] std::optional<bool> yes_or_no(std::string_view text);

}  // namespace tertulia::formats
