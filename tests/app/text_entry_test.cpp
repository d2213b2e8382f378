// SPDX-License-Identifier: Apache-2.0
// What the keys of the on-screen keyboard do.
#include "firmware/app/kiosk/text_entry.h"

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
  EXPECT_EQ(press(written("क\u093F"), kBackspace, 10).text, "");
}

TEST(text_entry, backspace_takes_an_arabic_or_hebrew_vowel_mark_before_its_letter) {
  EXPECT_EQ(press(written("ب\u064E"), kBackspace, 10).text, "ب");
  EXPECT_EQ(press(written("ب\u0651\u064E"), kBackspace, 10).text, "ب\u0651");
  EXPECT_EQ(press(written("ש\u05C1"), kBackspace, 10).text, "ש");
  EXPECT_EQ(press(written("با"), kBackspace, 10).text, "ب") << "a letter is no mark";
  EXPECT_EQ(press(press(written("ب\u064E"), kBackspace, 10), kBackspace, 10).text, "");
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

TEST(text_entry, a_word_is_selected_by_a_place_in_it_or_behind_it) {
  for (const std::size_t offset : {4U, 5U, 7U}) {
    const TextEntry entry = with_word(written("the idea, here"), offset);
    EXPECT_EQ(entry.caret, 8U);
    EXPECT_EQ(entry.selected, 4U);
  }
  EXPECT_EQ(with_word(written("the idea"), 99).selected, 4U);
}

TEST(text_entry, a_word_ends_where_its_own_language_ends_words) {
  EXPECT_EQ(with_word(written("نعم، غدا"), 2).selected, 6U);
  EXPECT_EQ(with_word(written("ሰላም፣ ነው"), 3).selected, 9U);
  EXPECT_EQ(with_word(written("c'est l'idée."), 99).selected, 0U);
  EXPECT_EQ(with_word(written("c'est l'idée."), 8).selected, 7U);
}

TEST(text_entry, where_there_is_no_word_nothing_is_selected) {
  const TextEntry entry = with_word(written("a  b"), 2);
  EXPECT_EQ(entry.selected, 0U);
  EXPECT_EQ(entry.caret, 2U);
  EXPECT_EQ(with_word(TextEntry{}, 0).selected, 0U);
}

TEST(text_entry, a_letter_takes_the_place_of_what_is_selected) {
  const TextEntry entry = press(with_word(written("the idea here"), 5), letter("x"), 99);
  EXPECT_EQ(entry.text, "the x here");
  EXPECT_EQ(entry.caret, 5U);
  EXPECT_EQ(entry.selected, 0U);
}

TEST(text_entry, backspace_removes_what_is_selected) {
  EXPECT_EQ(press(with_word(written("the idea here"), 5), kBackspace, 99).text, "the  here");
  EXPECT_EQ(press(with_word(written("مرحبا بكم"), 0), kBackspace, 99).text, " بكم");
}

TEST(text_entry, a_full_text_takes_a_letter_in_the_place_of_what_is_selected) {
  EXPECT_EQ(press(with_word(written("abc"), 1), letter("x"), 3).text, "x");
  EXPECT_EQ(press(written("abc"), letter("x"), 3).text, "abc");
}

TEST(text_entry, a_placed_caret_ends_the_selection) {
  EXPECT_EQ(with_caret(with_word(written("the idea"), 5), 2).selected, 0U);
}

TEST(text_entry, a_key_that_is_held_opens_its_variants_and_the_next_key_closes_them) {
  Key key = letter("e");
  key.variants = {"é", "è"};
  const TextEntry open = hold(written("caf"), key);
  EXPECT_EQ(open.open, "e");
  EXPECT_EQ(press(open, letter("é"), 10).open, "");
  EXPECT_EQ(press(open, kShift, 10).open, "");
  EXPECT_EQ(with_caret(open, 1).open, "");
  EXPECT_EQ(hold(written("caf"), letter("q")).open, "");
}

TEST(text_entry, the_globe_goes_to_latin_and_back) {
  const Key globe{KeyKind::kLanguage, "", ""};
  const TextEntry latin = press(written("ab"), globe, 10);
  EXPECT_EQ(latin.script, KeyboardScript::kLatin);
  EXPECT_EQ(press(latin, globe, 10).script, KeyboardScript::kOwn);
}

}  // namespace
