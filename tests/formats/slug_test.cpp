// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/slug.h"

#include <gtest/gtest.h>

namespace tertulia::formats {
namespace {

TEST(slug, a_latin_title_becomes_plain_words) {
  EXPECT_EQ(slug_of("Opening: Língua & Memória"), "opening-lingua-memoria");
  EXPECT_EQ(slug_of("L'œuvre — partie 2"), "loeuvre-partie-2");
}

TEST(slug, a_decomposed_letter_is_the_same_as_a_composed_one) {
  EXPECT_EQ(slug_of("Cafe\u0301"), slug_of("Café"));
}

TEST(slug, it_is_at_most_32_long_and_does_not_end_with_a_dash) {
  const auto slug = slug_of("A conference with a really very long title");
  ASSERT_TRUE(slug);
  EXPECT_EQ(*slug, "a-conference-with-a-really-very");
  EXPECT_TRUE(is_slug(*slug));
}

TEST(slug, a_title_in_another_script_has_none) {
  EXPECT_FALSE(slug_of("გახსნა"));
  EXPECT_FALSE(slug_of("Opening / الافتتاح"));
  EXPECT_FALSE(slug_of("!!!"));
}

TEST(slug, an_opaque_one_depends_on_the_id_only) {
  EXPECT_EQ(opaque_slug("a@b"), opaque_slug("a@b"));
  EXPECT_NE(opaque_slug("a@b"), opaque_slug("a@c"));
  EXPECT_TRUE(is_slug(opaque_slug("a@b")));
  EXPECT_EQ(opaque_slug("a@b").size(), std::string("session-").size() + 8);
}

TEST(slug, a_suffix_always_fits) {
  EXPECT_EQ(with_suffix(std::string(32, 'a'), "1234").size(), kLongestSlug);
  EXPECT_EQ(with_suffix("coffee", "1234"), "coffee-1234");
}

}  // namespace
}  // namespace tertulia::formats
