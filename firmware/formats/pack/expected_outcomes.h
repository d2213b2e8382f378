// SPDX-License-Identifier: Apache-2.0
// Finds what a session is expected to bring in the description of its calendar entry. Pure.
#pragma once

#include <string>

namespace tertulia::formats {

// The text behind "Expected outcomes:", in any language of the screens, up to the next empty line; empty when
// there is none.
[[nodiscard]] std::string expected_outcomes_in(const std::string& description);

}  // namespace tertulia::formats
