// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/typing.h"

#include <utility>

#include "firmware/app/kiosk/keyboard.h"

namespace tertulia {

TextEntry typed(TextEntry entry, const Intent& intent, std::size_t longest) {
  if (const auto* key = std::get_if<intent::PressKey>(&intent); key && !is_done_key(intent))
    return press(entry, key->key, longest);
  if (const auto* key = std::get_if<intent::HoldKey>(&intent)) return hold(std::move(entry), key->key);
  if (const auto* place = std::get_if<intent::PlaceCaret>(&intent))
    return with_caret(std::move(entry), place->offset);
  if (const auto* word = std::get_if<intent::SelectWord>(&intent))
    return with_word(std::move(entry), word->offset);
  return entry;
}

bool is_done_key(const Intent& intent) {
  const auto* key = std::get_if<intent::PressKey>(&intent);
  return key && key->key.kind == KeyKind::kNext;
}

bool is_typing(const Intent& intent) {
  return (std::get_if<intent::PressKey>(&intent) && !is_done_key(intent)) ||
         std::get_if<intent::HoldKey>(&intent) || std::get_if<intent::PlaceCaret>(&intent) ||
         std::get_if<intent::SelectWord>(&intent);
}

TextEntry entry_with(const std::string& text, const TextEntry& before) {
  TextEntry entry;
  entry.script = before.script;
  entry.caret = text.size();
  entry.text = text;
  return entry;
}

TextBody field_of(const TextEntry& entry, const std::string& name) {
  TextBody body;
  body.question = name;
  body.text = entry.text;
  body.caret = entry.caret;
  body.selected = entry.selected;
  body.open = entry.open;
  return body;
}

TextBody field_of(const TextEntry& entry, const Catalogue& words, const std::string& name,
                  const std::string& done) {
  TextBody body = field_of(entry, name);
  body.keyboard = keyboard_for(words, entry, LineMode::kOneLine);
  for (auto& row : body.keyboard)
    for (Key& key : row)
      if (key.kind == KeyKind::kNext) key.label = done;
  return body;
}

}  // namespace tertulia
