// SPDX-License-Identifier: Apache-2.0
// A text while it is being typed. Pure. Everything that a keyboard remembers is in TextEntry and goes with
// it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "firmware/domain/private_text.h"
#include "firmware/ports/views.h"

namespace tertulia {

enum class KeyboardPage { kLetters, kShifted, kSymbols };
enum class KeyboardScript { kOwn, kLatin };  // of the language that the visitor chose, or Latin beside it

struct TextEntry {
  PrivateText text;       // UTF-8
  std::size_t caret = 0;  // byte offset at a cluster boundary
  KeyboardPage page = KeyboardPage::kShifted;
  KeyboardScript script = KeyboardScript::kOwn;
  std::size_t selected = 0;         // bytes before the caret that the next key replaces
  std::string open = {};            // text of the key whose variants are shown
  bool is_hidden = false;           // the keyboard is put away; a finger on the field brings it back
  bool begins_with_capital = true;  // an e-mail address does not
  friend bool operator==(const TextEntry&, const TextEntry&) = default;
};

// A key does nothing when the text has `max_length` user-perceived characters; backspace still works.
[[nodiscard]] TextEntry press(const TextEntry& entry, const Key& key, std::size_t max_length);
// A finger rests on the key: opens its variants.
[[nodiscard]] TextEntry hold(TextEntry entry, const Key& key);
// Puts the caret before the user-perceived character at `offset`, or behind the last one.
[[nodiscard]] TextEntry with_caret(TextEntry entry, std::size_t offset);
// Selects the word at or before `offset`. Where there is no word, only the caret moves.
[[nodiscard]] TextEntry with_word(TextEntry entry, std::size_t offset);

// Without spaces and line ends around it.
[[nodiscard]] PrivateText trimmed(PrivateText text);

// The user-perceived character before the caret; empty at the start.
[[nodiscard]] std::string_view before_caret(const TextEntry& entry);

}  // namespace tertulia
