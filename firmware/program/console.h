// SPDX-License-Identifier: Apache-2.0
// What the commands of this device print and log. Everything goes through here, so that nothing of a visit
// pack, a file name, a device or a broker acts on a terminal (domain/terminal_text.h). Any thread.
#pragma once

#include <string>
#include <string_view>

namespace tertulia {

// On standard output. The caller writes the line ends.
void print(std::string_view text);
// What this program has drawn by itself, with colours: acts on the terminal. Nothing of others may be in it.
void print_drawing(std::string_view drawing);
// One record on standard error.
void print_error(std::string_view sentence);

// Makes standard error the log of this program. Each record is one line; what a record has more is indented.
void log_to_standard_error(const std::string& name);

}  // namespace tertulia
