// SPDX-License-Identifier: Apache-2.0
// What the catalogues of the product make of days, lengths of time, lists and what is typed into places,
// in all eight languages.
#include "firmware/program/languages.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "firmware/app/kiosk/date_entry.h"
#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/text/phrases.h"

namespace tertulia::formats {
namespace {

using namespace std::chrono_literals;

const LocalTime kTuesday{2027, 5, 11, 10, 15, 0};
const std::vector<std::string> kParts{"A", "B", "C"};

// Without isolates and marks, and with ordinary spaces.
std::string plain(std::string text) {
  for (const auto& [mark, instead] :
       {std::pair{"\u2068", ""}, {"\u2069", ""}, {"\u200E", ""}, {"\u00A0", " "}})
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
      text.replace(at, std::string_view(mark).size(), instead);
  return text;
}

class Languages : public testing::Test {
 protected:
  using Expected = std::map<std::string, std::string>;
  template <class Phrase>
  void expect_in_each(const Expected& expected, Phrase phrase) const {
    EXPECT_EQ(expected.size(), 8U);
    for (const auto& [language, text] : expected) EXPECT_EQ(plain(phrase(catalogues.of(language))), text);
  }

  const Catalogues catalogues = built_in_catalogues();
};

TEST_F(Languages, are_all_built_in) {
  for (const char* language : {"fr", "es", "pt", "ar", "am", "ka", "sw"}) {
    EXPECT_EQ(catalogues.of(language).language(), language);
    EXPECT_NE(catalogues.of(language).text("Next"), "Next") << language;
  }
}

TEST_F(Languages, count_by_the_rule_of_their_header) {
  const auto rooms = [&](const char* language, std::uint64_t count) {
    return catalogues.of(language).plural("{count} room", "{count} rooms", count);
  };
  EXPECT_EQ(rooms("fr", 0), rooms("fr", 1));
  EXPECT_NE(rooms("fr", 1), rooms("fr", 2));
  EXPECT_NE(rooms("es", 0), rooms("es", 1));
  std::set<std::string> arabic;
  for (const std::uint64_t count : {0U, 1U, 2U, 3U, 11U, 100U}) arabic.insert(rooms("ar", count));
  EXPECT_GE(arabic.size(), 4U);
  EXPECT_EQ(rooms("ar", 3), rooms("ar", 110));
  EXPECT_NE(rooms("ar", 2), rooms("ar", 1));
}

TEST_F(Languages, tell_a_month_from_a_verb_by_its_context) {
  EXPECT_EQ(catalogues.of("fr").in_context("month", "May"), "mai");
}

TEST_F(Languages, each_writes_a_day_in_its_own_order) {
  expect_in_each({{"en", "Tuesday 11 May"},
                  {"fr", "mardi 11 mai"},
                  {"es", "martes 11 de mayo"},
                  {"pt", "terça-feira, 11 de maio"},
                  {"ar", "الثلاثاء 11 مايو"},
                  {"am", "ማክሰኞ፣ ሜይ 11"},
                  {"ka", "სამშაბათი, 11 მაისი"},
                  {"sw", "Jumanne, 11 Mei"}},
                 [](const Catalogue& words) { return day_text(words, kTuesday); });
}

TEST_F(Languages, the_first_of_a_month_is_an_ordinal_in_french_only) {
  expect_in_each({{"en", "Tuesday 1 June"},
                  {"fr", "mardi 1er juin"},
                  {"es", "martes 1 de junio"},
                  {"pt", "terça-feira, 1 de junho"},
                  {"ar", "الثلاثاء 1 يونيو"},
                  {"am", "ማክሰኞ፣ ጁን 1"},
                  {"ka", "სამშაბათი, 1 ივნისი"},
                  {"sw", "Jumanne, 1 Juni"}},
                 [](const Catalogue& words) {
                   return day_text(words, {2027, 6, 1});
                 });
}

TEST_F(Languages, each_separates_a_list_with_its_own_marks) {
  expect_in_each({{"en", "A, B and C"},
                  {"fr", "A, B et C"},
                  {"es", "A, B y C"},
                  {"pt", "A, B e C"},
                  {"ar", "A، B وC"},
                  {"am", "A፣ B እና C"},
                  {"ka", "A, B და C"},
                  {"sw", "A, B na C"}},
                 [](const Catalogue& words) { return list_text(words, kParts, Conjunction::kAnd); });
}

TEST_F(Languages, each_offers_a_choice_with_its_own_word) {
  expect_in_each({{"en", "A, B or C"},
                  {"fr", "A, B ou C"},
                  {"es", "A, B o C"},
                  {"pt", "A, B ou C"},
                  {"ar", "A، B أو C"},
                  {"am", "A፣ B ወይም C"},
                  {"ka", "A, B ან C"},
                  {"sw", "A, B au C"}},
                 [](const Catalogue& words) { return list_text(words, kParts, Conjunction::kOr); });
}

TEST_F(Languages, each_writes_a_length_of_time) {
  expect_in_each({{"en", "2 h 5 min"},
                  {"fr", "2 h 5 min"},
                  {"es", "2 h 5 min"},
                  {"pt", "2 h 5 min"},
                  {"ar", "ساعتان و5 دقائق"},
                  {"am", "2 ሰዓት ከ5 ደቂቃ"},
                  {"ka", "2 სთ 5 წთ"},
                  {"sw", "masaa 2 na dak. 5"}},
                 [](const Catalogue& words) { return length_text(words, 125min); });
}

// What was typed, a bar, and what is missing.
std::string typed(const Catalogue& words, const auto& kind, std::string_view digits) {
  const FilledPattern filled = fill_pattern(pattern_for(words, kind), digit_count(kind), digits);
  return filled.typed + "|" + filled.unfilled;
}

TEST_F(Languages, each_asks_for_a_date_with_its_own_letters_day_first) {
  expect_in_each({{"en", "11/|MM/YYYY"},
                  {"fr", "11/|MM/AAAA"},
                  {"es", "11/|MM/AAAA"},
                  {"pt", "11/|MM/AAAA"},
                  {"ar", "11/|شش/سسسس"},
                  {"am", "11/|ወወ/ዓዓዓዓ እ.ኤ.አ."},
                  {"ka", "11.|თთ.წწწწ"},
                  {"sw", "11/|MM/MMMM"}},
                 [](const Catalogue& words) { return typed(words, Date{}, "11"); });
}

// Amharic and Swahili readers may count years and hours otherwise: the pattern says how they count here.
TEST_F(Languages, each_has_a_place_for_every_digit_of_a_date_and_a_time) {
  for (const std::string language : {"en", "fr", "es", "pt", "ar", "am", "ka", "sw"}) {
    const Catalogue& words = catalogues.of(language);
    const bool has_era = language == "am";
    const bool has_dots = language == "ka";
    EXPECT_EQ(typed(words, Date{}, "11052027"),
              std::string(has_dots ? "11.05.2027|" : "11/05/2027|") + (has_era ? " እ.ኤ.አ." : ""));
    const std::string time = typed(words, TimeOfDay{}, "1430");
    EXPECT_TRUE(time.starts_with("14:30|")) << language;
    EXPECT_EQ(time.size() > 6, language == "am" || language == "sw") << language;
  }
}

TEST_F(Languages, each_has_its_decimal_mark) {
  expect_in_each({{"en", "."},
                  {"fr", ","},
                  {"es", ","},
                  {"pt", ","},
                  {"ar", ","},
                  {"am", "."},
                  {"ka", ","},
                  {"sw", "."}},
                 [](const Catalogue& words) { return std::string(1, decimal_mark(words)); });
}

TEST_F(Languages, arabic_has_a_word_for_two_and_three_kinds_of_many) {
  const Catalogue& arabic = catalogues.of("ar");
  EXPECT_EQ(plain(length_text(arabic, 1min)), "دقيقة واحدة");
  EXPECT_EQ(plain(length_text(arabic, 2min)), "دقيقتان");
  EXPECT_EQ(plain(length_text(arabic, 3min)), "3 دقائق");
  EXPECT_EQ(plain(length_text(arabic, 11min)), "11 دقيقة");
  EXPECT_EQ(plain(length_text(arabic, 100min)), "100 دقيقة");
  EXPECT_EQ(plain(length_text(arabic, 103min)), "103 دقائق");
}

TEST_F(Languages, no_number_outside_of_an_isolate_comes_from_a_value) {
  for (const std::string language : {"en", "fr", "es", "pt", "ar", "am", "ka", "sw"}) {
    const Catalogue& words = catalogues.of(language);
    for (const std::string& text : {day_text(words, kTuesday), length_text(words, 125min)}) {
      bool inside = false;
      for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 3, "\u2068") == 0) inside = true;
        if (text.compare(i, 3, "\u2069") == 0) inside = false;
        const bool is_digit = text[i] >= '0' && text[i] <= '9';
        EXPECT_TRUE(inside || !is_digit) << language << ": " << text;
      }
    }
  }
}

}  // namespace
}  // namespace tertulia::formats
