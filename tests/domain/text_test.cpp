// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/text.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

LocalizedText spanish_then_french() {
  LocalizedText text("es", "Bienvenida");
  text.set("fr", "Bienvenue");
  return text;
}

TEST(text, is_shown_in_the_chosen_language) { EXPECT_EQ(spanish_then_french().in("fr", "es"), "Bienvenue"); }

TEST(text, falls_back_to_the_default_language) {
  EXPECT_EQ(spanish_then_french().in("am", "fr"), "Bienvenue");
}

TEST(text, falls_back_to_any_language_in_the_order_they_were_set) {
  EXPECT_EQ(spanish_then_french().in("am", "ka"), "Bienvenida");
  EXPECT_EQ(spanish_then_french().in("am"), "Bienvenida");
}

TEST(text, without_any_language_is_empty) {
  EXPECT_EQ(LocalizedText().in("en", "fr"), "");
  EXPECT_TRUE(LocalizedText().empty());
}

TEST(text, an_empty_translation_is_none) {
  LocalizedText text = spanish_then_french();
  text.set("es", "");
  EXPECT_FALSE(text.has("es"));
  EXPECT_EQ(text.in("es"), "Bienvenue");
  EXPECT_TRUE(LocalizedText("en", "").empty());
}

TEST(text, a_translation_set_again_replaces_the_old_one_in_its_place) {
  LocalizedText text = spanish_then_french();
  text.set("es", "Hola");
  ASSERT_EQ(text.all().size(), 2U);
  EXPECT_EQ(text.all().front().second, "Hola");
}

TEST(language, arabic_hebrew_and_persian_run_from_right_to_left) {
  for (const char* language : {"ar", "he", "fa", "ur", "ar-EG"})
    EXPECT_TRUE(is_right_to_left(language)) << language;
}

TEST(language, the_others_of_the_product_run_from_left_to_right) {
  for (const char* language : {"en", "fr", "es", "pt", "am", "ka", "sw", "", "arn"})
    EXPECT_FALSE(is_right_to_left(language)) << language;
}

}  // namespace
}  // namespace tertulia
