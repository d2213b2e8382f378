// SPDX-License-Identifier: Apache-2.0
// Texts of others for a terminal or a log, which act on what they print: no text controls the terminal, hides
// or turns a part of its line, or looks like a line of the program. Pure; the result is UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace tertulia {

// On one line. Tabs and line ends become spaces. Other controls, what turns the direction of other words, and
// bytes that are not UTF-8 become U+FFFD, so that a person sees that something was there. Marks of direction
// are left out.
[[nodiscard]] std::string terminal_text(std::string_view text);

// The same for a text that the program has put together: its line feeds and tabs stay. What others wrote in
// it must have gone through terminal_text() where a line of theirs could pass for one of the program.
[[nodiscard]] std::string terminal_lines(std::string_view text);

// The same as one record of a log: each further line is indented, so that none looks like a record.
[[nodiscard]] std::string log_text(std::string_view text);

}  // namespace tertulia
