// SPDX-License-Identifier: Apache-2.0
// Functions on text for the parsers of foreign files.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia::formats {

// Without a byte order mark at the start; a program that adds one to a file that has one makes two.
[[nodiscard]] std::string_view without_bom(std::string_view text);

// No-break and other odd spaces become spaces, smart quotes plain ones, zero-width marks vanish.
[[nodiscard]] std::string plain_typography(std::string_view text);
[[nodiscard]] bool is_ascii(std::string_view text);
[[nodiscard]] std::string_view trim(std::string_view text);
// trim(plain_typography), runs of white space as one space.
[[nodiscard]] std::string squashed(std::string_view text);
[[nodiscard]] std::string lower_ascii(std::string_view text);
[[nodiscard]] std::string upper_ascii(std::string_view text);
// squashed and lower case in ASCII, for comparing what people typed.
[[nodiscard]] std::string folded(std::string_view text);
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
[[nodiscard]] bool is_one_of(std::string_view text, std::initializer_list<std::string_view> candidates);

// A text for a screen: line ends as \n, no control characters, no bidirectional embeddings, overrides or
// isolates (`fill` isolates by itself), trimmed, at most kLongestText bytes.
inline constexpr std::size_t kLongestText = 8000;
[[nodiscard]] std::string clean_text(std::string_view text);

// For messages: the first 60 bytes on a code point boundary, in single quotes, on one line.
[[nodiscard]] std::string in_quotes(std::string_view text);

// "'a', 'b' and 3 more", where at most two are named.
[[nodiscard]] std::string quoted_list(const std::vector<std::string>& texts, std::size_t most);

// "3 sessions", "1 session"; the plural is the singular with an s when none is given.
[[nodiscard]] std::string counted(std::size_t count, std::string_view singular, std::string_view plural = "");

// A whole decimal number, with or without a sign. None when the text is anything else, or the number is too
// large.
[[nodiscard]] std::optional<long long> whole_number(std::string_view text);
// A finite decimal number with a point.
[[nodiscard]] std::optional<double> decimal_number(std::string_view text);

}  // namespace tertulia::formats
