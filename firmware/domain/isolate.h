// SPDX-License-Identifier: Apache-2.0
// Foreign text inside of a sentence of ours, kept from changing the direction of anything around it. Pure.
#pragma once

#include <string>
#include <string_view>

namespace tertulia {

// The text between U+2068 and U+2069 (UAX #9: its direction is that of its first letter, and nothing outside
// sees it). Whatever controls it brings end with it: an isolate that it leaves open is closed, one that it
// closes without having opened it is dropped, and a line end, which would end ours, becomes a space.
[[nodiscard]] std::string isolated(std::string_view text);

}  // namespace tertulia
