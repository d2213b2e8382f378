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

TEST(language_names, a_code_in_brackets_tells_about_a_name_nobody_knows) {
  EXPECT_EQ(language_named("Klingon (tlh)"), "tlh");
  EXPECT_FALSE(language_named("Klingonese"));
  EXPECT_FALSE(language_named(""));
  EXPECT_EQ(language_named("French (Canada)"), "fr");
}

}  // namespace
}  // namespace tertulia::formats
