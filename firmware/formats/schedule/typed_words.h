// SPDX-License-Identifier: Apache-2.0
// The words and numbers of what people type into a cell for a day or a time. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia::formats {

// squashed, lower case, Latin letters without marks, digits of every script as ASCII, dashes as '-'.
[[nodiscard]] std::string plain_typed(std::string_view text);

struct TypedParts {
  std::vector<std::string> numbers;  // groups of digits, in order
  std::vector<std::string> words;    // groups of letters, in order
};
// Of a text that is plain_typed: "10th of may" has the number 10 and the words th, of, may.
[[nodiscard]] TypedParts parts_of(std::string_view plain);

// 1 to 12, by a name in any of the eight languages of the screens, inflected or cut to three letters
// ("mai", "sept", "მაისს"). None when it is no name of a month, or begins those of two.
[[nodiscard]] std::optional<unsigned> month_named(std::string_view plain_word);

// 0 (Monday) to 6 (Sunday), in the same way.
[[nodiscard]] std::optional<int> weekday_named(std::string_view plain_word);

// "day", "jour", "siku": what stands before the number of a day of the visit.
[[nodiscard]] bool is_word_for_day(std::string_view plain_word);

}  // namespace tertulia::formats
