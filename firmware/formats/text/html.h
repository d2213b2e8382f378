// SPDX-License-Identifier: Apache-2.0
// Plain text of the HTML that calendar programs and web forms put where plain text belongs. Parsed by
// libxml2. Pure.
#pragma once

#include <string>
#include <string_view>

namespace tertulia::formats {

// The text has a tag of HTML in it: "<p>", "</li>", "<br />", "<a href=...>". "a < b" is none.
[[nodiscard]] bool has_html_tag(std::string_view text);
// It has a tag, or a character reference: "&amp;", "&#8217;", "&nbsp;".
[[nodiscard]] bool has_html(std::string_view text);

// Without has_html() the text as it is. Else: paragraphs, headings, table rows and breaks are lines, a list
// item is a line that begins with "- " or its number, an image is its alternative text, scripts and styles
// are gone. Lines are trimmed, at most one empty line stands between two. Bad HTML is read as browsers do.
[[nodiscard]] std::string plain_text_of(std::string_view text);

}  // namespace tertulia::formats
