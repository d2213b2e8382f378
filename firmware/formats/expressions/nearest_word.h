// SPDX-License-Identifier: Apache-2.0
// The word that somebody probably meant. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tertulia::formats {

// Of `words`, the one with the fewest wrong, missing, additional or exchanged letters, capitals aside. Empty
// when none is near: more than a third of the letters differ. Looks at 64 bytes of a
// word, and at 5000 words.
[[nodiscard]] std::string nearest_word(std::string_view word, const std::vector<std::string_view>& words);

// " Is it 'age'?", or nothing.
[[nodiscard]] std::string suggestion(std::string_view word, const std::vector<std::string_view>& words);

}  // namespace tertulia::formats
