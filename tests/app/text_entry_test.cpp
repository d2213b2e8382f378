// SPDX-License-Identifier: Apache-2.0
// What the keys of the on-screen keyboard do.
#include "firmware/app/text_entry.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

using namespace tertulia;

namespace {

const Key kBackspace{KeyKind::kBackspace, "", ""};
const Key kShift{KeyKind::kShift, "", ""};
const Key kSymbols{KeyKind::kSymbols, "", ""};

Key letter(std::string text) { return {KeyKind::kCharacter, text, text}; }

TextEntry written(std::string text) {
  TextEntry entry;
  entry.caret = text.size();
  entry.text = std::move(text);
  return entry;
}

std::vector<Key> keys_of(const Keyboard& keyboard) {
  std::vector<Key> all;
  for (const auto& row : keyboard) all.insert(all.end(), row.begin(), row.end());
  return all;
}

std::string first_row(std::string_view language, KeyboardPage page) {
  std::string labels;
  const Keyboard keyboard = keyboard_for(Catalogue(Language(language), {}, {}), page, LineMode::kOneLine);
  for (const Key& key : keyboard.front()) labels += key.label;
  return labels;
}

TEST(text_entry, a_letter_goes_in_at_the_caret) {
  TextEntry entry = written("ac");
  entry.caret = 1;
  entry = press(entry, letter("b"), 10);
  EXPECT_EQ(entry.text, "abc");
  EXPECT_EQ(entry.caret, 2U);
}

TEST(text_entry, backspace_takes_a_whole_character_of_several_bytes) {
  EXPECT_EQ(press(written("né"), kBackspace, 10).text, "n");
  EXPECT_EQ(press(written("አማ"), kBackspace, 10).text, "አ");
}

TEST(text_entry, backspace_takes_a_letter_with_its_marks) {
  EXPECT_EQ(press(written("ne\u0301"), kBackspace, 10).text, "n");
  EXPECT_EQ(press(written("ب\u064E"), kBackspace, 10).text, "");
}

TEST(text_entry, backspace_takes_what_stands_before_the_caret) {
  TextEntry entry = written("abc");
  entry.caret = 2;
  entry = press(entry, kBackspace, 10);
  EXPECT_EQ(entry.text, "ac");
  EXPECT_EQ(entry.caret, 1U);
}

TEST(text_entry, backspace_at_the_start_does_nothing) {
  EXPECT_EQ(press(TextEntry{}, kBackspace, 10), TextEntry{});
}

TEST(text_entry, a_full_text_takes_only_backspace) {
  EXPECT_EQ(press(written("ab"), letter("c"), 2).text, "ab");
  EXPECT_EQ(press(written("ab"), kBackspace, 2).text, "a");
}

TEST(text_entry, length_counts_what_a_person_sees) {
  EXPECT_EQ(press(written("e\u0301"), letter("b"), 2).text,
            "e\u0301"
            "b");
}

TEST(text_entry, the_first_letter_is_a_capital_and_the_next_are_not) {
  TextEntry entry;
  EXPECT_EQ(entry.page, KeyboardPage::kShifted);
  entry = press(entry, letter("A"), 10);
  EXPECT_EQ(entry.page, KeyboardPage::kLetters);
  entry = press(entry, kBackspace, 10);
  EXPECT_EQ(entry.page, KeyboardPage::kShifted);
}

TEST(text_entry, shift_and_symbols_go_there_and_back) {
  TextEntry entry = press(written("a"), kShift, 10);
  EXPECT_EQ(entry.page, KeyboardPage::kLetters);
  EXPECT_EQ(press(entry, kShift, 10).page, KeyboardPage::kShifted);
  entry = press(entry, kSymbols, 10);
  EXPECT_EQ(entry.page, KeyboardPage::kSymbols);
  EXPECT_EQ(press(entry, kSymbols, 10).page, KeyboardPage::kLetters);
}

TEST(text_entry, symbols_stay_for_the_next_digit) {
  TextEntry entry = written("a");
  entry.page = KeyboardPage::kSymbols;
  EXPECT_EQ(press(entry, letter("1"), 10).page, KeyboardPage::kSymbols);
}

TEST(text_entry, a_caret_stands_between_characters_only) {
  EXPECT_EQ(with_caret(written("né"), 2).caret, 1U);
  EXPECT_EQ(with_caret(written("né"), 3).caret, 3U);
  EXPECT_EQ(with_caret(written("né"), 99).caret, 3U);
}

TEST(keyboard, each_language_has_the_rows_that_its_people_know) {
  EXPECT_EQ(first_row("en", KeyboardPage::kLetters), "qwertyuiop");
  EXPECT_EQ(first_row("fr", KeyboardPage::kLetters), "azertyuiop");
  EXPECT_EQ(first_row("sw", KeyboardPage::kShifted), "QWERTYUIOP");
  EXPECT_EQ(first_row("en", KeyboardPage::kSymbols), "1234567890");
}

TEST(keyboard, only_a_field_of_several_lines_has_a_return_key) {
  const auto has_return = [](LineMode mode) {
    const auto keys = keys_of(keyboard_for(Catalogue{}, KeyboardPage::kLetters, mode));
    return std::any_of(keys.begin(), keys.end(),
                       [](const Key& key) { return key.kind == KeyKind::kNewLine; });
  };
  EXPECT_TRUE(has_return(LineMode::kMultiline));
  EXPECT_FALSE(has_return(LineMode::kOneLine));
}

TEST(keyboard, shift_is_lit_while_it_is_on) {
  for (const Key& key : keys_of(keyboard_for(Catalogue{}, KeyboardPage::kShifted, LineMode::kOneLine)))
    EXPECT_EQ(key.lit, key.kind == KeyKind::kShift);
}

TEST(keyboard, every_page_leads_on_and_has_backspace_space_and_next) {
  for (const KeyboardPage page : {KeyboardPage::kLetters, KeyboardPage::kShifted, KeyboardPage::kSymbols})
    for (const char* language : {"en", "fr", "es", "pt", "ar"}) {
      std::set<KeyKind> kinds;
      for (const Key& key : keys_of(keyboard_for(Catalogue(language, {}, {}), page, LineMode::kOneLine)))
        kinds.insert(key.kind);
      for (const KeyKind kind : {KeyKind::kBackspace, KeyKind::kSpace, KeyKind::kSymbols, KeyKind::kNext})
        EXPECT_TRUE(kinds.contains(kind)) << language;
    }
}

TEST(keyboard, no_key_stands_twice_on_a_page) {
  for (const KeyboardPage page : {KeyboardPage::kLetters, KeyboardPage::kShifted, KeyboardPage::kSymbols})
    for (const char* language : {"en", "fr", "es", "pt"}) {
      std::set<std::string> seen;
      for (const Key& key : keys_of(keyboard_for(Catalogue(language, {}, {}), page, LineMode::kMultiline)))
        EXPECT_TRUE(key.text.empty() || seen.insert(key.text).second) << language << " " << key.text;
    }
}

}  // namespace
