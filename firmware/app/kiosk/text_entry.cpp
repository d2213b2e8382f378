// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/text_entry.h"

#include <utility>

#include "firmware/app/kiosk/keyboards/syllables.h"
#include "firmware/domain/graphemes.h"

namespace tertulia {
namespace {

// What stands between words in the languages of the product, beside ASCII.
constexpr std::string_view kBetweenWords = "،؛؟፡።፣፤፥፦«»“”„…–—¿¡";

bool is_between_words(std::string_view cluster) {
  if (cluster.size() > 1) return kBetweenWords.find(cluster) != std::string_view::npos;
  const char letter = cluster.front();
  const bool is_letter = (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
                         (letter >= 'a' && letter <= 'z') || letter == '\'';
  return !is_letter;
}

TextEntry erased(TextEntry entry, std::size_t bytes) {
  entry.caret -= bytes;
  entry.text.erase(entry.caret, bytes);
  return entry;
}

KeyboardPage page_of_empty(const TextEntry& entry) {
  return entry.begins_with_capital ? KeyboardPage::kShifted : KeyboardPage::kLetters;
}

TextEntry without_selection(TextEntry entry) {
  const std::size_t selected = std::exchange(entry.selected, 0);
  return erased(std::move(entry), selected);
}

TextEntry typed(TextEntry entry, std::string_view text) {
  entry.text.insert(entry.caret, text);
  entry.caret += text.size();
  if (entry.page == KeyboardPage::kShifted) entry.page = KeyboardPage::kLetters;
  return entry;
}

// Arabic and Hebrew vowel marks, which are typed after their letter (Unicode blocks 0590 to 06FF).
bool is_vowel_mark(unsigned code_point) {
  const auto lies = [code_point](unsigned first, unsigned last) {
    return code_point >= first && code_point <= last;
  };
  return lies(0x591, 0x5BD) || lies(0x5C1, 0x5C2) || lies(0x610, 0x61A) || lies(0x64B, 0x65F) ||
         code_point == 0x670 || lies(0x6D6, 0x6DC) || lies(0x6DF, 0x6E4) || lies(0x6E7, 0x6E8) ||
         lies(0x6EA, 0x6ED);
}

// Bytes of the mark that ends the cluster; 0: it is a letter by itself.
std::size_t mark_at_end(std::string_view cluster) {
  constexpr std::size_t kBytes = 2;  // all of these take two
  if (cluster.size() <= kBytes) return 0;
  const auto byte = [&](std::size_t from_end) {
    return static_cast<unsigned>(static_cast<unsigned char>(cluster[cluster.size() - from_end]));
  };
  const bool is_pair = (byte(2) & 0xE0U) == 0xC0U && (byte(1) & 0xC0U) == 0x80U;
  return is_pair && is_vowel_mark((byte(2) & 0x1FU) << 6U | (byte(1) & 0x3FU)) ? kBytes : 0;
}

// What one touch takes back: a letter with all that belongs to it, or only the mark that was typed last.
TextEntry backspaced(TextEntry entry) {
  if (entry.selected == 0) {
    const std::string_view cluster = before_caret(entry);
    const std::size_t mark = mark_at_end(cluster);
    entry.selected = mark > 0 ? mark : cluster.size();
  }
  entry = without_selection(std::move(entry));
  if (entry.text.empty() && entry.page == KeyboardPage::kLetters) entry.page = page_of_empty(entry);
  return entry;
}

KeyboardPage other(KeyboardPage page, KeyboardPage wanted) {
  return page == wanted ? KeyboardPage::kLetters : wanted;
}

TextEntry in_other_script(TextEntry entry) {
  entry.script = entry.script == KeyboardScript::kOwn ? KeyboardScript::kLatin : KeyboardScript::kOwn;
  entry.page = entry.text.empty() ? page_of_empty(entry) : KeyboardPage::kLetters;
  return entry;
}

}  // namespace

std::string_view before_caret(const TextEntry& entry) {
  const std::size_t start = previous_boundary(entry.text, entry.caret);
  return std::string_view(entry.text).substr(start, entry.caret - start);
}

TextEntry with_caret(TextEntry entry, std::size_t offset) {
  entry.open.clear();
  entry.selected = 0;
  entry.is_hidden = false;
  entry.caret = entry.text.size();
  while (entry.caret > offset) entry.caret = previous_boundary(entry.text, entry.caret);
  return entry;
}

TextEntry with_word(TextEntry entry, std::size_t offset) {
  entry = with_caret(std::move(entry), offset);
  const std::string_view text = entry.text;
  std::size_t end = entry.caret;
  while (end < text.size()) {
    const std::size_t next = next_boundary(text, end);
    if (is_between_words(text.substr(end, next - end))) break;
    end = next;
  }
  std::size_t start = entry.caret;
  while (start > 0) {
    const std::size_t previous = previous_boundary(text, start);
    if (is_between_words(text.substr(previous, start - previous))) break;
    start = previous;
  }
  if (end > start) entry.caret = end;
  entry.selected = end - start;
  return entry;
}

TextEntry hold(TextEntry entry, const Key& key) {
  entry.open = key.variants.empty() ? "" : key.text;
  return entry;
}

TextEntry press(const TextEntry& entry, const Key& key, std::size_t max_length) {
  TextEntry next = entry;
  next.open.clear();
  switch (key.kind) {
    case KeyKind::kShift:
      next.page = other(entry.page, KeyboardPage::kShifted);
      return next;
    case KeyKind::kSymbols:
      next.page = other(entry.page, KeyboardPage::kSymbols);
      return next;
    case KeyKind::kLanguage:
      return in_other_script(std::move(next));
    case KeyKind::kBackspace:
      return backspaced(std::move(next));
    case KeyKind::kHide:
      next.is_hidden = true;
      return next;
    case KeyKind::kNext:
    case KeyKind::kGap:
      return next;
    case KeyKind::kSyllable:
    case KeyKind::kSpace:
    case KeyKind::kNewLine:
    case KeyKind::kCharacter:
      break;
  }
  TextEntry changed = without_selection(next);
  const std::string_view syllable = before_caret(changed);
  if (key.kind == KeyKind::kSyllable && !with_vowel(syllable, kVowels.front()).empty())
    changed = erased(std::move(changed), syllable.size());
  return grapheme_count(changed.text) < max_length ? typed(std::move(changed), key.text) : next;
}

PrivateText trimmed(PrivateText text) {
  text.erase(text.find_last_not_of(" \n") + 1);
  text.erase(0, text.find_first_not_of(" \n"));
  return text;
}

}  // namespace tertulia
