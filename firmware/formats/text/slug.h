// SPDX-License-Identifier: Apache-2.0
// Short ASCII names for topics and events: [a-z0-9-]{1,32}.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tertulia::formats {

inline constexpr std::size_t kLongestSlug = 32;
[[nodiscard]] bool is_slug(std::string_view text);

// Latin letters with marks as plain lower-case ASCII ("Língua" -> "lingua"); other scripts stay.
[[nodiscard]] std::string to_plain_latin(std::string_view text);

// "Opening: The Tram" -> "opening-the-tram"; none when a letter of another script would be lost.
[[nodiscard]] std::optional<std::string> slug_of(std::string_view title);

// "session-" and eight hex digits of the SHA-256 of `id`. It says nothing about the title.
[[nodiscard]] std::string opaque_slug(std::string_view id);

// `slug`, cut so that "-" and `suffix` fit behind it.
[[nodiscard]] std::string with_suffix(std::string_view slug, std::string_view suffix);

}  // namespace tertulia::formats
