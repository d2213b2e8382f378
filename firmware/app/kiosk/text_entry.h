// SPDX-License-Identifier: Apache-2.0
// What fingers do to a text that is being typed. Pure; all that a keyboard remembers is in here, and goes
// with it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "firmware/domain/limits.h"
#include "firmware/ports/views.h"

namespace tertulia {

enum class KeyboardPage { kLetters, kShifted, kSymbols };
enum class KeyboardScript { kOwn, kLatin };  // of the language that the visitor chose, or Latin beside it

struct TextEntry {
  std::string text;       // UTF-8
  std::size_t caret = 0;  // byte offset at a cluster boundary
  KeyboardPage page = KeyboardPage::kShifted;
  KeyboardScript script = KeyboardScript::kOwn;
  std::size_t selected = 0;  // bytes before the caret: the next key takes their place
  std::string open = {};     // text of the key whose variants are shown
  friend bool operator==(const TextEntry&, const TextEntry&) = default;
};

// A key that would make the text longer does nothing once the text has `max_length` user-perceived
// characters, or when the text would take more than `most_bytes` in the message to the hub.
[[nodiscard]] TextEntry press(const TextEntry& entry, const Key& key, std::size_t max_length,
                              std::size_t most_bytes = kMostTextBytes);
// A finger rests on the key: its variants open.
[[nodiscard]] TextEntry hold(TextEntry entry, const Key& key);
// The caret before the user-perceived character that `offset` lies in, or behind the last one.
[[nodiscard]] TextEntry with_caret(TextEntry entry, std::size_t offset);
// Selects the word that `offset` lies in or behind; only the caret moves where there is none.
[[nodiscard]] TextEntry with_word(TextEntry entry, std::size_t offset);

// The user-perceived character before the caret; empty at the start.
[[nodiscard]] std::string_view before_caret(const TextEntry& entry);

}  // namespace tertulia
