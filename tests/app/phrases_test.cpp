// SPDX-License-Identifier: Apache-2.0
// How days, lengths of time and lists are put together; what each language makes of them: languages_test.
#include "firmware/app/text/phrases.h"

#include <gtest/gtest.h>

#include "tests/support/sample_device.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

const Catalogue kEnglish;

std::string isolated(const std::string& text) { return "\u2068" + text + "\u2069"; }

std::string list_of(const std::vector<std::string>& parts, Conjunction conjunction = Conjunction::kAnd) {
  return plain(list_text(kEnglish, parts, conjunction));
}

std::string spanish_list(const std::vector<std::string>& parts, Conjunction conjunction) {
  const Catalogue words(
      "es", {{"list\4{one} and {last}", {"{one} y {last}"}}, {"list\4{one} or {last}", {"{one} o {last}"}}},
      nullptr);
  return plain(list_text(words, parts, conjunction));
}

TEST(day_text, names_the_weekday_the_day_and_the_month) {
  EXPECT_EQ(plain(day_text(kEnglish, {2027, 5, 11, 23, 59, 59})), "Tuesday 11 May");
  EXPECT_EQ(plain(day_text(kEnglish, {2028, 2, 29})), "Tuesday 29 February");
  EXPECT_EQ(plain(day_text(kEnglish, {2027, 1, 3})), "Sunday 3 January");
}

TEST(day_text, isolates_the_number_but_not_the_words_of_the_language) {
  EXPECT_EQ(day_text(kEnglish, {2027, 5, 11}), "Tuesday " + isolated("11") + " May");
}

TEST(day_text, the_first_of_a_month_may_be_written_otherwise) {
  const Catalogue french("fr",
                         {{"{weekday} {day} {month}", {"{weekday} {day} {month}"}},
                          {"first of a month\4{weekday} {day} {month}", {"{weekday} {day}er {month}"}}},
                         nullptr);
  EXPECT_EQ(plain(day_text(french, {2027, 6, 1})), "Tuesday 1er June");
  EXPECT_EQ(plain(day_text(french, {2027, 6, 2})), "Wednesday 2 June");
}

TEST(day_text, of_no_date_is_nothing) {
  EXPECT_EQ(day_text(kEnglish, {}), "");
  EXPECT_EQ(day_text(kEnglish, {2027, 2, 29}), "");
  EXPECT_EQ(day_text(kEnglish, {2027, 13, 1}), "");
}

TEST(length_text, minutes_are_rounded_and_never_none) {
  EXPECT_EQ(plain(length_text(kEnglish, 20min)), "20 min");
  EXPECT_EQ(plain(length_text(kEnglish, 89s)), "1 min");
  EXPECT_EQ(plain(length_text(kEnglish, 91s)), "2 min");
  EXPECT_EQ(plain(length_text(kEnglish, 5s)), "1 min");
}

TEST(length_text, from_two_hours_on_it_counts_hours) {
  EXPECT_EQ(plain(length_text(kEnglish, 119min)), "119 min");
  EXPECT_EQ(plain(length_text(kEnglish, 119min + 30s)), "2 h");
  EXPECT_EQ(plain(length_text(kEnglish, 150min)), "2 h 30 min");
  EXPECT_EQ(plain(length_text(kEnglish, 24h)), "24 h");
}

TEST(list_text, has_separators_and_a_last_conjunction) {
  EXPECT_EQ(list_of({}), "");
  EXPECT_EQ(list_of({"A"}), "A");
  EXPECT_EQ(list_of({"A", "B"}), "A and B");
  EXPECT_EQ(list_of({"A", "B", "C"}), "A, B and C");
  EXPECT_EQ(list_of({"A", "B", "C", "D"}, Conjunction::kOr), "A, B, C or D");
}

TEST(list_text, isolates_each_part_and_not_the_list) {
  EXPECT_EQ(list_text(kEnglish, {"A", "ب"}, Conjunction::kAnd), isolated("A") + " and " + isolated("ب"));
}

TEST(list_text, a_part_with_braces_is_not_a_placeholder) {
  EXPECT_EQ(list_of({"{one}", "{last}"}), "{one} and {last}");
}

TEST(list_text, a_translation_without_placeholders_still_separates) {
  const Catalogue broken("xx", {{"list\4{one} and {last}", {"and"}}}, nullptr);
  EXPECT_EQ(plain(list_text(broken, {"A", "B"}, Conjunction::kAnd)), "A, B");
}

TEST(list_text, spanish_conjunctions_listen_to_what_follows) {
  EXPECT_EQ(spanish_list({"Kenia", "Georgia"}, Conjunction::kAnd), "Kenia y Georgia");
  EXPECT_EQ(spanish_list({"Kenia", "Italia"}, Conjunction::kAnd), "Kenia e Italia");
  EXPECT_EQ(spanish_list({"agua", "hielo"}, Conjunction::kAnd), "agua y hielo");
  EXPECT_EQ(spanish_list({"padres", "hijas"}, Conjunction::kAnd), "padres e hijas");
  EXPECT_EQ(spanish_list({"siete", "ocho"}, Conjunction::kOr), "siete u ocho");
  EXPECT_EQ(spanish_list({"uno", "dos"}, Conjunction::kOr), "uno o dos");
}

}  // namespace
