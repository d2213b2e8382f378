// SPDX-License-Identifier: Apache-2.0
// What a calendar says about who may know of an entry: CLASS (RFC 5545, section 3.8.1.3) and the marks of
// calendar programs beside it. Whatever is not certainly public is closed. Pure.
#pragma once

#include <string_view>

namespace tertulia::formats {

enum class AccessMark { kNone, kOpen, kClosed };

// CLASS, X-VISIBILITY, X-CALENDARSERVER-ACCESS, X-MICROSOFT-SENSITIVITY and their like; `name` in upper case.
[[nodiscard]] bool is_access_property(std::string_view name);

struct MarkReading {
  AccessMark mark = AccessMark::kNone;
  bool is_known_word = true;  // false: a word of somebody's own, taken as closed
};
// An empty value says nothing.
[[nodiscard]] MarkReading access_mark_of(std::string_view value);

// The stricter one.
[[nodiscard]] AccessMark stricter(AccessMark first, AccessMark second);

}  // namespace tertulia::formats
