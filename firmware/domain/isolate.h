// SPDX-License-Identifier: Apache-2.0
// Isolates a foreign text inside of a sentence, so that it cannot change the direction of the text around it.
// Pure.
#pragma once

#include <string>
#include <string_view>

namespace tertulia {

// Puts the text between U+2068 and U+2069 (UAX #9): its direction is that of its first letter, and it has no
// effect outside. Control characters in the text end with it: an open isolate is closed, a closing one
// without an opening is dropped, and a line end becomes a space.
[[nodiscard]] std::string isolated(std::string_view text);

}  // namespace tertulia
