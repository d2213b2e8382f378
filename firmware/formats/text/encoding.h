// SPDX-License-Identifier: Apache-2.0
// Turns the bytes of a foreign text file into UTF-8. Office programs still write UTF-16 and Windows-1252.
// Pure.
#pragma once

#include <string>
#include <string_view>

namespace tertulia::formats {

enum class Encoding { kUtf8, kUtf16, kWindows1252 };
// "UTF-8", "UTF-16", "Windows-1252", for messages.
[[nodiscard]] std::string_view name_of(Encoding encoding);

// UTF-16 has a byte order mark, or a zero byte in every second place of the first characters.
[[nodiscard]] bool is_utf16(std::string_view bytes);
// Surrogates without a partner become U+FFFD. A byte order mark is taken off. Without one the zero bytes tell
// the order.
[[nodiscard]] std::string utf8_from_utf16(std::string_view bytes);

// Every byte has a character: Latin-1 (ISO 8859-1), and in 0x80 to 0x9F what Windows-1252 has there.
[[nodiscard]] std::string utf8_from_windows_1252(std::string_view bytes);

struct DecodedText {
  std::string text;  // UTF-8 without a byte order mark
  Encoding encoding = Encoding::kUtf8;
};
// UTF-16 where it shows, UTF-8 where the bytes are valid, else Windows-1252. Who reads the text says so where
// the last one was guessed.
[[nodiscard]] DecodedText decoded(std::string_view bytes);

}  // namespace tertulia::formats
