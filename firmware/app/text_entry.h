// SPDX-License-Identifier: Apache-2.0
// What the keys of the on-screen keyboard do to a text, and which keys it has. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "firmware/domain/catalogue.h"
#include "firmware/ports/views.h"

namespace tertulia {

enum class KeyboardPage { kLetters, kShifted, kSymbols };

struct TextEntry {
  std::string text;       // UTF-8
  std::size_t caret = 0;  // byte offset at a cluster boundary
  KeyboardPage page = KeyboardPage::kShifted;
  friend bool operator==(const TextEntry&, const TextEntry&) = default;
};

// A key does nothing once the text has `max_length` user-perceived characters, but for backspace.
[[nodiscard]] TextEntry press(const TextEntry& entry, const Key& key, std::size_t max_length);
// The caret before the user-perceived character that `offset` lies in, or behind the last one.
[[nodiscard]] TextEntry with_caret(TextEntry entry, std::size_t offset);

// Rows of keys as people of that language know them: QWERTY, AZERTY for French.
enum class LineMode { kOneLine, kMultiline };
[[nodiscard]] Keyboard keyboard_for(const Catalogue& words, KeyboardPage page, LineMode lines);

}  // namespace tertulia
