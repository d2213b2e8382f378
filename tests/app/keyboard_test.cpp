// SPDX-License-Identifier: Apache-2.0
// Which keys lie on the glass, in each language.
#include "firmware/app/kiosk/keyboard.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

using namespace tertulia;

namespace {

constexpr const char* kLanguages[] = {"en", "fr", "es", "pt", "ar", "am", "ka", "sw"};
constexpr KeyboardPage kPages[] = {KeyboardPage::kLetters, KeyboardPage::kShifted, KeyboardPage::kSymbols};

TextEntry on(KeyboardPage page, KeyboardScript script = KeyboardScript::kOwn) {
  return {"", 0, page, script};
}

Keyboard keyboard(const Language& language, const TextEntry& entry) {
  return keyboard_for(Catalogue(language, {}, {}), entry, LineMode::kMultiline);
}

std::vector<Key> keys_of(const Keyboard& keyboard) {
  std::vector<Key> all;
  for (const auto& row : keyboard) all.insert(all.end(), row.begin(), row.end());
  return all;
}

std::string labels(const std::vector<Key>& row) {
  std::string labels;
  for (const Key& key : row) labels += key.label;
  return labels;
}

std::string first_row(const Language& language, KeyboardPage page) {
  return labels(keyboard(language, on(page)).front());
}

std::vector<std::string> variants_of(const Language& language, const std::string& label) {
  const auto shifted = keys_of(keyboard(language, on(KeyboardPage::kShifted)));
  auto keys = keys_of(keyboard(language, on(KeyboardPage::kLetters)));
  keys.insert(keys.end(), shifted.begin(), shifted.end());
  for (const Key& key : keys)
    if (key.label == label) return key.variants;
  return {};
}

TEST(keyboard, each_language_has_the_rows_that_its_people_know) {
  EXPECT_EQ(first_row("en", KeyboardPage::kLetters), "qwertyuiop");
  EXPECT_EQ(first_row("fr", KeyboardPage::kLetters), "azertyuiop");
  EXPECT_EQ(first_row("sw", KeyboardPage::kShifted), "QWERTYUIOP");
  EXPECT_EQ(first_row("en", KeyboardPage::kSymbols), "1234567890");
  EXPECT_EQ(first_row("ar", KeyboardPage::kLetters), "ضصثقفغعهخحج");
  EXPECT_EQ(first_row("ka", KeyboardPage::kLetters), "ქწჭერღტთყუიოპ");
  EXPECT_EQ(labels(keyboard("am", on(KeyboardPage::kLetters))[1]), "ሀለመረሰሸቀበተ");
}

TEST(keyboard, capitals_have_their_accents_too) {
  EXPECT_EQ(labels(keyboard("fr", on(KeyboardPage::kShifted))[2]), "WXCVBNÉÈ’");
  EXPECT_EQ(labels(keyboard("es", on(KeyboardPage::kShifted))[1]), "ASDFGHJKLÑ");
  EXPECT_EQ(variants_of("fr", "e"), (std::vector<std::string>{"é", "è", "ê", "ë"}));
  EXPECT_EQ(variants_of("fr", "O"), (std::vector<std::string>{"Ô", "Œ", "Ó", "Ö"}));
  EXPECT_EQ(variants_of("en", "S"), (std::vector<std::string>{"ß", "Š", "Ś"}));
  EXPECT_EQ(variants_of("en", "Y"), (std::vector<std::string>{"Ý", "Ÿ"}));
}

// What a letter offers must not be wider than a narrow panel.
TEST(keyboard, no_key_offers_more_than_nine_variants) {
  for (const char* language : kLanguages)
    for (const KeyboardPage page : kPages)
      for (const Key& key : keys_of(keyboard(language, on(page))))
        EXPECT_LE(key.variants.size(), 9U) << key.label;
}

TEST(keyboard, every_letter_of_georgian_and_arabic_has_a_key) {
  const std::string georgian = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ";
  const std::string arabic = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءةىؤ";
  for (const auto& [language, alphabet] : {std::pair{"ka", georgian}, {"ar", arabic}}) {
    std::string all;
    for (const auto& row : keyboard(language, on(KeyboardPage::kLetters))) all += labels(row);
    for (std::size_t at = 0, length = alphabet == georgian ? 3 : 2; at < alphabet.size(); at += length)
      EXPECT_NE(all.find(alphabet.substr(at, length)), std::string::npos) << alphabet.substr(at, length);
  }
}

TEST(keyboard, scripts_without_capitals_have_no_shift) {
  for (const char* language : {"ar", "am", "ka"})
    for (const Key& key : keys_of(keyboard(language, on(KeyboardPage::kShifted))))
      EXPECT_NE(key.kind, KeyKind::kShift) << language;
}

TEST(keyboard, a_language_of_another_script_can_go_to_latin) {
  const auto has_globe = [](const Language& language) {
    const auto keys = keys_of(keyboard(language, on(KeyboardPage::kLetters)));
    return std::any_of(keys.begin(), keys.end(),
                       [](const Key& key) { return key.kind == KeyKind::kLanguage; });
  };
  for (const char* language : {"ar", "am", "ka"}) {
    EXPECT_TRUE(has_globe(language)) << language;
    EXPECT_EQ(labels(keyboard(language, on(KeyboardPage::kLetters, KeyboardScript::kLatin)).front()),
              "qwertyuiop");
  }
  for (const char* language : {"en", "fr", "es", "pt", "sw"}) EXPECT_FALSE(has_globe(language)) << language;
}

TEST(keyboard, the_last_row_reads_from_the_right_in_arabic) {
  const Keyboard arabic = keyboard("ar", on(KeyboardPage::kLetters));
  EXPECT_EQ(arabic.back().front().kind, KeyKind::kNext);
  EXPECT_EQ(arabic.back().back().kind, KeyKind::kSymbols);
  EXPECT_EQ(keyboard("en", on(KeyboardPage::kLetters)).back().back().kind, KeyKind::kNext);
}

TEST(keyboard, the_vowels_of_amharic_are_the_forms_of_the_last_syllable) {
  const auto vowels = [](const std::string& text) {
    return labels(keyboard("am", {text, text.size(), KeyboardPage::kLetters}).front());
  };
  EXPECT_EQ(vowels(""), "አኡኢኣኤእኦኧ");
  EXPECT_EQ(vowels("ሰላ"), "ለሉሊላሌልሎሏ");
  EXPECT_EQ(vowels("ለ "), "አኡኢኣኤእኦኧ");
}

TEST(keyboard, only_a_field_of_several_lines_has_a_return_key) {
  const auto has_return = [](LineMode mode) {
    const auto keys = keys_of(keyboard_for(Catalogue{}, on(KeyboardPage::kLetters), mode));
    return std::any_of(keys.begin(), keys.end(),
                       [](const Key& key) { return key.kind == KeyKind::kNewLine; });
  };
  EXPECT_TRUE(has_return(LineMode::kMultiline));
  EXPECT_FALSE(has_return(LineMode::kOneLine));
}

TEST(keyboard, shift_is_lit_while_it_is_on) {
  for (const Key& key : keys_of(keyboard("en", on(KeyboardPage::kShifted))))
    EXPECT_EQ(key.lit, key.kind == KeyKind::kShift);
}

TEST(keyboard, every_page_leads_on_and_has_backspace_space_and_next) {
  for (const KeyboardPage page : kPages)
    for (const char* language : kLanguages) {
      std::set<KeyKind> kinds;
      for (const Key& key : keys_of(keyboard(language, on(page)))) kinds.insert(key.kind);
      for (const KeyKind kind : {KeyKind::kBackspace, KeyKind::kSpace, KeyKind::kSymbols, KeyKind::kNext})
        EXPECT_TRUE(kinds.contains(kind)) << language;
    }
}

TEST(keyboard, no_key_stands_twice_on_a_page) {
  for (const KeyboardPage page : kPages)
    for (const char* language : kLanguages) {
      std::set<std::pair<KeyKind, std::string>> seen;
      for (const Key& key : keys_of(keyboard(language, on(page))))
        EXPECT_TRUE(key.text.empty() || seen.insert({key.kind, key.text}).second)
            << language << " " << key.text;
    }
}

TEST(number_pad, it_has_every_digit_and_a_minus_only_where_a_number_may_be_below_zero) {
  const auto texts = [](Sign sign) {
    std::multiset<std::string> found;
    for (const Key& key : keys_of(number_pad(Catalogue{}, sign)))
      if (key.kind == KeyKind::kCharacter) found.insert(key.text);
    return found;
  };
  const std::multiset<std::string> digits{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
  EXPECT_EQ(texts(Sign::kNone), digits);
  std::multiset<std::string> with_minus = digits;
  with_minus.insert("-");
  EXPECT_EQ(texts(Sign::kMinus), with_minus);
}

TEST(number_pad, the_decimal_mark_of_the_language_stands_before_the_zero_and_types_a_point) {
  const Catalogue french("fr", {{"decimal mark\4.", {","}}}, {});
  for (const auto& [words, label] : {std::pair(Catalogue{}, "."), std::pair(french, ",")}) {
    const Key mark = number_pad(words, Sign::kNone, Decimals::kSome).back()[1];
    EXPECT_EQ(mark.label, label);
    EXPECT_EQ(mark.text, ".");
  }
  EXPECT_EQ(number_pad(Catalogue{}, Sign::kNone).back()[1].kind, KeyKind::kGap);
}

TEST(number_pad, its_keys_stand_in_columns) {
  const Keyboard pad = number_pad(Catalogue{}, Sign::kMinus, Decimals::kSome);
  for (const auto& row : pad) EXPECT_EQ(row.size(), pad.front().size());
}

}  // namespace
