// SPDX-License-Identifier: Apache-2.0
// Finds the word that somebody meant who made a typing error. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia::formats {

// The known word with the fewest letters wrong, missing, too many or swapped, capitals aside: one at most, in
// words of seven letters and more two. The first of several that are as near. None: the word is near none of
// them, or has fewer than three letters. Looks at the first 5000 known words.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word,
                                                      const std::vector<std::string_view>& known);

// " Is it 'age'?", or nothing.
[[nodiscard]] std::string suggestion(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace tertulia::formats
