// SPDX-License-Identifier: Apache-2.0
// Plain text of the markup that authors of forms use in labels and hints: the Markdown of ODK ("Styling text"
// of the XLSForm documentation) and a few tags of HTML. Pure.
#pragma once

#include <string>
#include <string_view>

namespace tertulia::formats {

// What becomes of bold words: nothing is left of them, or they stand between the marks of
// firmware/domain/emphasis.h, for the glass.
enum class BoldWords { kPlain, kMarked };

// Emphasis (**bold**, __bold__, *italic*, _italic_) and the signs of headings (# to ######) go, what they
// mark stays. A link keeps its text. A backslash before a sign keeps the sign. Breaks and paragraphs are
// lines; HTML is read by plain_text_of(). Signs within a word ("my_own_name", "2*3*4") and signs without a
// partner stay.
[[nodiscard]] std::string without_markup(std::string_view text, BoldWords bold = BoldWords::kPlain);

}  // namespace tertulia::formats
