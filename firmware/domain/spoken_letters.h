// SPDX-License-Identifier: Apache-2.0
// Letters of one sound that people mix when they write. Pure.
#pragma once

namespace tertulia {

// The plain one: alef, heh and yeh in Arabic for their other forms, one letter for each sound in Amharic, the
// small letter in Georgian. Any other letter stays as it is.
[[nodiscard]] char32_t letter_as_spoken(char32_t letter);

}  // namespace tertulia
