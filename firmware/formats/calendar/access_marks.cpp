// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/calendar/access_marks.h"

#include <algorithm>
#include <string>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

bool is_access_property(std::string_view name) {
  if (name == "CLASS" || name == "ACCESS" || name == "SENSITIVITY") return true;
  if (!name.starts_with("X-") && name != "VISIBILITY") return false;
  const auto has = [&](std::string_view part) { return name.find(part) != std::string_view::npos; };
  return has("VISIBILITY") || has("SENSITIVITY") || has("PRIVACY") || name.ends_with("-ACCESS");
}

MarkReading access_mark_of(std::string_view value) {
  const std::string word = folded(value);
  if (is_one_of(word, {"", "default", "normal", "none"}))
    return {};  // what a program writes when nobody chose
  if (is_one_of(word, {"public", "open", "unrestricted"})) return {AccessMark::kOpen, true};
  const bool is_known = is_one_of(word, {"private", "confidential", "personal", "restricted", "secret",
                                         "closed", "hidden", "internal", "company-confidential"});
  return {AccessMark::kClosed, is_known};
}

AccessMark stricter(AccessMark first, AccessMark second) { return std::max(first, second); }

}  // namespace tertulia::formats
