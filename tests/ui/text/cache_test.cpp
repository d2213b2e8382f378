// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/ui/text/written.h"
#include "ui/text/layout_cache.h"

namespace tertulia::ui {
namespace {

TEST(layout_cache, the_same_paragraph_is_laid_out_once) {
  Fonts fonts = open_fonts();
  LayoutCache cache(fonts);
  const Layout* first = &cache.lay_out(paragraph("Room 2"));
  EXPECT_EQ(&cache.lay_out(paragraph("Room 2")), first);
  EXPECT_EQ(cache.size(), 1u);
}

TEST(layout_cache, a_paragraph_of_another_look_is_another_entry) {
  Fonts fonts = open_fonts();
  LayoutCache cache(fonts);
  Paragraph words = paragraph("Room 2");
  const int regular = cache.lay_out(words).size.width;
  words.style.weight = Weight::kBold;
  EXPECT_NE(cache.lay_out(words).size.width, regular);
  EXPECT_EQ(cache.size(), 2u);
}

TEST(layout_cache, a_fitted_paragraph_is_kept_beside_the_plain_one) {
  Fonts fonts = open_fonts();
  LayoutCache cache(fonts);
  const Paragraph words = paragraph("The visitors ask the host", "en", 150);
  EXPECT_EQ(cache.lay_out(words).size_px, 26);
  EXPECT_LT(cache.fit(words, 58).size_px, 26);
  EXPECT_EQ(cache.size(), 2u);
}

TEST(layout_cache, the_least_recently_used_paragraph_goes_first) {
  Fonts fonts = open_fonts();
  LayoutCache cache(fonts, 2);
  const Layout* kept = &cache.lay_out(paragraph("kept"));
  (void)cache.lay_out(paragraph("old"));
  (void)cache.lay_out(paragraph("kept"));
  (void)cache.lay_out(paragraph("new"));
  EXPECT_EQ(cache.size(), 2u);
  EXPECT_EQ(&cache.lay_out(paragraph("kept")), kept);
}

TEST(layout_cache, clear_forgets_everything) {
  Fonts fonts = open_fonts();
  LayoutCache cache(fonts);
  (void)cache.lay_out(paragraph("an answer of the last person"));
  cache.clear();
  EXPECT_EQ(cache.size(), 0u);
}

TEST(layout_cache, a_wiped_text_leaves_nothing_in_its_memory) {
  std::string text = "an answer that is too long for the string's own room";
  const char* memory = text.data();
  const std::size_t room = text.capacity();
  wipe(text);
  EXPECT_TRUE(text.empty());
  EXPECT_EQ(text.data(), memory);
  text.resize(room);
  EXPECT_EQ(text.find_first_not_of('\0'), std::string::npos);
}

}  // namespace
}  // namespace tertulia::ui
