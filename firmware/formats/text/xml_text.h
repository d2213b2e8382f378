// SPDX-License-Identifier: Apache-2.0
// A text as character data or as the value of an attribute in XML 1.0. Pure.
#pragma once

#include <string>
#include <string_view>

namespace tertulia::formats {

// Characters that XML cannot hold (section 2.2, "Characters") become U+FFFD. A reader gives back tabs and
// line ends as they were.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace tertulia::formats
