// SPDX-License-Identifier: Apache-2.0
// Texts of others in HTML. Pure; the result is UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace tertulia {

// As character data or as the value of an attribute in quotes of either kind: no text opens a tag, ends an
// attribute or turns the words around it. What a page must not hold (HTML, "Preprocessing the input stream"),
// and bytes that are not UTF-8, become U+FFFD.
[[nodiscard]] std::string html_text(std::string_view text);

}  // namespace tertulia
