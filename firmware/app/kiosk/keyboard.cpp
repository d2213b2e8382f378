// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kiosk/keyboard.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

#include "firmware/app/kiosk/keyboards/layout.h"
#include "firmware/app/kiosk/keyboards/syllables.h"
#include "firmware/domain/utf8.h"

namespace tertulia {
namespace {

using Row = std::vector<Key>;

bool has_own_script(std::string_view language) {
  return language == "ar" || language == "am" || language == "ka";
}

const KeyboardLayout& layout_for(std::string_view language, KeyboardScript script) {
  if (script == KeyboardScript::kOwn && language == "ar") return arabic_keyboard();
  if (script == KeyboardScript::kOwn && language == "am") return ethiopic_keyboard();
  if (script == KeyboardScript::kOwn && language == "ka") return georgian_keyboard();
  return latin_keyboard(language);
}

// Capitals of ASCII and Latin-1, and the few letters beyond that a keyboard here has.
std::string capital(const std::string& letter) {
  if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z')
    return {static_cast<char>(letter[0] - 'a' + 'A')};
  if (letter == "ÿ") return "Ÿ";
  if (letter == "ẽ") return "Ẽ";
  if (letter.size() != 2 || letter == "ß") return letter;
  const auto tail = static_cast<unsigned char>(letter[1]);
  if (letter[0] == '\xC3' && tail >= 0xA0) return {letter[0], static_cast<char>(tail - 0x20)};
  // In Latin Extended-A a capital stands before its small letter.
  if (letter[0] == '\xC4' || letter[0] == '\xC5') return {letter[0], static_cast<char>(tail - 1)};
  return letter;
}

// Keys of one page of a layout.
struct KeyPage {
  const KeyboardLayout& layout;
  KeyboardPage page;

  [[nodiscard]] bool is_upper() const {
    return page == KeyboardPage::kShifted && layout.letter_case == LetterCase::kTwo;
  }

  [[nodiscard]] Key character(const std::string& letter) const {
    const auto cased = [this](const std::string& each) { return is_upper() ? capital(each) : each; };
    Key key{KeyKind::kCharacter, cased(letter), cased(letter)};
    for (const KeyVariants& entry : layout.variants)
      if (entry.key == letter)
        for (const std::string& other : letters_of(entry.others)) key.variants.push_back(cased(other));
    return key;
  }

  [[nodiscard]] Row characters(std::string_view row) const {
    Row keys;
    for (const std::string& letter : letters_of(row)) keys.push_back(character(letter));
    return keys;
  }
};

// The vowels, each as the syllable that it would make of the one before the caret.
Row vowels_for(const TextEntry& entry) {
  const std::string_view syllable = before_caret(entry);
  Row keys;
  for (const std::string_view vowel : kVowels) {
    std::string label = entry.selected > 0 ? std::string() : with_vowel(syllable, vowel);
    const bool is_labial = vowel == kVowels.back();
    if (label.empty()) label = vowel;
    Key key{KeyKind::kSyllable, label, label};
    if (is_labial && label != vowel) key.variants = labialised(syllable);
    keys.push_back(std::move(key));
  }
  return keys;
}

Row last_row(const Catalogue& words, const TextEntry& entry, LineMode lines) {
  const KeyboardLayout& layout = layout_for(words.language(), entry.script);
  const KeyPage page{layout, entry.page};
  const bool is_symbols = entry.page == KeyboardPage::kSymbols;
  Row keys{{KeyKind::kSymbols, is_symbols ? std::string(layout.letters) : "?123", "", 1.5F}};
  const bool has_globe = has_own_script(words.language());
  if (has_globe) keys.push_back({KeyKind::kLanguage, "", ""});
  // translators: the space bar of the on-screen keyboard
  keys.push_back({KeyKind::kSpace, words.text("space"), " ", has_globe ? 4.0F : 5.0F});
  keys.push_back(page.character(std::string(layout.comma)));
  keys.push_back(page.character(std::string(layout.stop)));
  if (lines == LineMode::kMultiline) keys.push_back({KeyKind::kNewLine, "", "\n"});
  if (lines == LineMode::kSearch) keys.push_back({KeyKind::kHide, "", ""});
  keys.push_back({KeyKind::kNext, words.text("Next"), "", 2.2F});
  if (layout.last_row == LastRow::kFromRight) std::reverse(keys.begin(), keys.end());
  return keys;
}

}  // namespace

std::vector<std::string> letters_of(std::string_view text) {
  std::vector<std::string> letters;
  std::size_t at = 0;
  each_code_point(text, [&](const CodePoint& next) {
    letters.emplace_back(text.substr(at, next.bytes));
    at += next.bytes;
  });
  return letters;
}

Keyboard keyboard_for(const Catalogue& words, const TextEntry& entry, LineMode lines) {
  const KeyboardLayout& layout = layout_for(words.language(), entry.script);
  const KeyPage page{layout, entry.page};
  const bool is_symbols = entry.page == KeyboardPage::kSymbols;
  Keyboard rows;
  if (!is_symbols && &layout == &ethiopic_keyboard()) rows.push_back(vowels_for(entry));
  rows.push_back(page.characters(is_symbols ? "1234567890" : layout.rows[0]));
  rows.push_back(page.characters(is_symbols ? "@#%&*-+()/" : layout.rows[1]));
  Row third;
  if (!is_symbols && layout.letter_case == LetterCase::kTwo)
    third.push_back({KeyKind::kShift, "", "", 1.0F, page.is_upper()});
  std::ranges::move(page.characters(is_symbols ? layout.symbols : layout.rows[2]), std::back_inserter(third));
  third.push_back({KeyKind::kBackspace, "", ""});
  rows.push_back(std::move(third));
  rows.push_back(last_row(words, entry, lines));
  return rows;
}

char decimal_mark(const Catalogue& words) {
  // translators: what stands before the decimals of a number, as in 12.5: a full stop or a comma
  return words.in_context("decimal mark", ".") == "," ? ',' : '.';
}

namespace {

Keyboard pad_with(const Key& beside_zero) {
  const auto digit = [](char each) { return Key{KeyKind::kCharacter, {each}, {each}}; };
  return {{digit('1'), digit('2'), digit('3')},
          {digit('4'), digit('5'), digit('6')},
          {digit('7'), digit('8'), digit('9')},
          {beside_zero, digit('0'), {KeyKind::kBackspace, "", ""}}};
}

}  // namespace

Keyboard digit_pad() { return pad_with({KeyKind::kGap, "", ""}); }
Keyboard time_pad() { return pad_with({KeyKind::kCharacter, ":", ":"}); }

Keyboard number_pad(const Catalogue& words, Sign sign, Decimals decimals) {
  const Key gap{KeyKind::kGap, "", ""};
  const Key mark{KeyKind::kCharacter, {decimal_mark(words)}, "."};
  const Key minus{KeyKind::kCharacter, "–", "-"};  // no face has U+2212
  const auto digit = [](char each) { return Key{KeyKind::kCharacter, {each}, {each}}; };
  return {{gap, digit('1'), digit('2'), digit('3'), {KeyKind::kBackspace, "", ""}, gap},
          {gap, digit('4'), digit('5'), digit('6'), sign == Sign::kMinus ? minus : gap, gap},
          {gap, digit('7'), digit('8'), digit('9'), gap, gap},
          {gap,
           decimals == Decimals::kSome ? mark : gap,
           digit('0'),
           gap,
           {KeyKind::kNext, words.text("Next"), ""},
           gap}};
}

}  // namespace tertulia
