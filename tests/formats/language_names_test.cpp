// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/language_names.h"

#include <gtest/gtest.h>

namespace tertulia::formats {
namespace {

TEST(language_names, every_spelling_found_in_the_field_is_understood) {
  for (const char* spelling : {"French (fr)", "French(fr)", "french", "FRENCH", "Français", "FRANÇAIS", "fr",
                               "Francais (fr-CA)", "francais ( fr )", "FR"})
    EXPECT_EQ(language_named(spelling), "fr") << spelling;
  EXPECT_EQ(language_named("pt_BR"), "pt");
}

TEST(language_names, native_names_need_no_code) {
  EXPECT_EQ(language_named("አማርኛ"), "am");
  EXPECT_EQ(language_named("ქართული"), "ka");
  EXPECT_EQ(language_named("العربية"), "ar");
  EXPECT_EQ(language_named("Kiswahili"), "sw");
  EXPECT_EQ(language_named("Português"), "pt");
  EXPECT_EQ(language_named("Español"), "es");
}

TEST(language_names, three_letters_and_two_name_one_language) {
  for (const char* spelling : {"swa", "Kiswahili (swa)", "Swahili (sw)", "SW", "Swahili"})
    EXPECT_EQ(language_named(spelling), "sw") << spelling;
  EXPECT_EQ(language_named("amh"), "am");
  EXPECT_EQ(language_named("fre"), "fr");
  EXPECT_EQ(language_named("Tetun (tet)"), "tet");
}

TEST(language_names, names_from_the_field_need_no_code) {
  EXPECT_EQ(language_named("Oromiffa"), "om");
  EXPECT_EQ(language_named("Dari"), "prs");
  EXPECT_EQ(language_named("Khmer"), "km");
  EXPECT_EQ(language_named("ភាសាខ្មែរ"), "km");
  EXPECT_EQ(language_named("Français / French"), "fr");
  EXPECT_EQ(language_named("Tiếng Việt"), "vi");
}

TEST(language_names, capitals_in_brackets_behind_a_known_name_are_a_country) {
  EXPECT_EQ(language_named("English (UK)"), "en");
  EXPECT_EQ(language_named("Português (BR)"), "pt");
}

TEST(language_names, a_code_in_brackets_tells_about_a_name_nobody_knows) {
  EXPECT_EQ(language_named("Klingon (tlh)"), "tlh");
  EXPECT_FALSE(language_named("Klingonese"));
  EXPECT_FALSE(language_named(""));
  EXPECT_EQ(language_named("French (Canada)"), "fr");
}

}  // namespace
}  // namespace tertulia::formats
