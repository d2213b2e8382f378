// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/text_entry.h"

#include <utility>

#include "firmware/domain/graphemes.h"

namespace tertulia {
namespace {

TextEntry typed(TextEntry entry, std::string_view text) {
  entry.text.insert(entry.caret, text);
  entry.caret += text.size();
  if (entry.page == KeyboardPage::kShifted) entry.page = KeyboardPage::kLetters;
  return entry;
}

TextEntry without_cluster(TextEntry entry) {
  const std::size_t start = previous_boundary(entry.text, entry.caret);
  entry.text.erase(start, entry.caret - start);
  entry.caret = start;
  if (entry.text.empty() && entry.page == KeyboardPage::kLetters) entry.page = KeyboardPage::kShifted;
  return entry;
}

}  // namespace

TextEntry with_caret(TextEntry entry, std::size_t offset) {
  entry.caret = entry.text.size();
  while (entry.caret > offset) entry.caret = previous_boundary(entry.text, entry.caret);
  return entry;
}

TextEntry press(const TextEntry& entry, const Key& key, std::size_t max_length) {
  TextEntry next = entry;
  switch (key.kind) {
    case KeyKind::kShift:
      next.page = entry.page == KeyboardPage::kShifted ? KeyboardPage::kLetters : KeyboardPage::kShifted;
      return next;
    case KeyKind::kSymbols:
      next.page = entry.page == KeyboardPage::kSymbols ? KeyboardPage::kLetters : KeyboardPage::kSymbols;
      return next;
    case KeyKind::kBackspace:
      return without_cluster(std::move(next));
    case KeyKind::kNext:
      return next;
    case KeyKind::kSpace:
    case KeyKind::kNewLine:
    case KeyKind::kCharacter:
      break;
  }
  return grapheme_count(entry.text) < max_length ? typed(std::move(next), key.text) : next;
}

}  // namespace tertulia
