// SPDX-License-Identifier: Apache-2.0
#include "ui/text/atlas.h"

#include <gtest/gtest.h>

#include "tests/ui/text/written.h"

namespace tertulia::ui {
namespace {

std::vector<std::uint8_t> pixels_of(const Atlas& atlas, const AtlasGlyph& glyph) {
  std::vector<std::uint8_t> pixels;
  for (int y = glyph.rect.top; y < glyph.rect.bottom; ++y)
    for (int x = glyph.rect.left; x < glyph.rect.right; ++x)
      pixels.push_back(atlas.pixels()[y * atlas.size().width + x]);
  return pixels;
}

GlyphKey key_of(Fonts& fonts, std::string_view letter, int size_px) {
  const Glyph glyph = lay_out(fonts, paragraph(letter)).glyphs.front();
  return {glyph.face, size_px, glyph.id};
}

TEST(atlas, a_glyph_is_drawn_once) {
  Fonts fonts = open_fonts();
  Atlas atlas(fonts);
  const AtlasGlyph first = atlas.find(key_of(fonts, "A", 26));
  EXPECT_FALSE(first.rect.empty());
  EXPECT_EQ(atlas.find(key_of(fonts, "A", 26)), first);
}

TEST(atlas, a_letter_stands_on_its_baseline) {
  Fonts fonts = open_fonts();
  Atlas atlas(fonts);
  const AtlasGlyph letter = atlas.find(key_of(fonts, "H", 100));
  EXPECT_EQ(letter.top, letter.rect.height());
  EXPECT_NEAR(letter.top, 71, 1);  // capitals of Noto Sans are 0.714 high
}

TEST(atlas, a_space_draws_nothing) {
  Fonts fonts = open_fonts();
  Atlas atlas(fonts);
  EXPECT_TRUE(atlas.find(key_of(fonts, " ", 26)).rect.empty());
}

TEST(atlas, it_gives_the_same_pixels_for_the_same_glyph) {
  Fonts fonts = open_fonts();
  Atlas one(fonts);
  Atlas other(fonts);
  (void)other.find(key_of(fonts, "W", 40));
  const GlyphKey key = key_of(fonts, "ჩ", 40);
  EXPECT_EQ(pixels_of(one, one.find(key)), pixels_of(other, other.find(key)));
}

TEST(atlas, it_grows_and_keeps_what_it_has) {
  Fonts fonts = open_fonts();
  Atlas atlas(fonts, {64, 4096});
  const GlyphKey key = key_of(fonts, "A", 40);
  const AtlasGlyph before = atlas.find(key);
  const std::vector<std::uint8_t> pixels = pixels_of(atlas, before);
  for (char letter = 'B'; letter <= 'Z'; ++letter) (void)atlas.find(key_of(fonts, {&letter, 1}, 40));
  EXPECT_GT(atlas.size().width * atlas.size().height, 64 * 64);
  EXPECT_GT(atlas.generation(), 0u);
  EXPECT_EQ(atlas.find(key), before);
  EXPECT_EQ(pixels_of(atlas, before), pixels);
}

TEST(atlas, it_starts_anew_when_it_is_as_large_as_allowed) {
  Fonts fonts = open_fonts();
  Atlas atlas(fonts, {64, 128});
  const GlyphKey key = key_of(fonts, "A", 40);
  const std::vector<std::uint8_t> pixels = pixels_of(atlas, atlas.find(key));
  for (char letter = 'B'; letter <= 'Z'; ++letter) (void)atlas.find(key_of(fonts, {&letter, 1}, 40));
  EXPECT_LE(atlas.size().width, 128);
  EXPECT_LE(atlas.size().height, 128);
  EXPECT_EQ(pixels_of(atlas, atlas.find(key)), pixels);
}

TEST(atlas, the_digits_of_a_large_clock_fit) {
  Fonts fonts = open_fonts();
  Atlas atlas(fonts);
  for (char digit = '0'; digit <= '9'; ++digit)
    EXPECT_GT(atlas.find(key_of(fonts, {&digit, 1}, 800)).rect.height(), 500);
}

TEST(atlas, a_glyph_larger_than_allowed_is_not_drawn) {
  Fonts fonts = open_fonts();
  Atlas atlas(fonts, {64, 128});
  EXPECT_TRUE(atlas.find(key_of(fonts, "W", 800)).rect.empty());
}

TEST(atlas, no_two_glyphs_overlap) {
  Fonts fonts = open_fonts();
  Atlas atlas(fonts);
  std::vector<Rect> rects;
  for (const int size_px : {20, 26, 50, 256}) {
    for (char letter = '0'; letter <= 'Z'; ++letter) {
      const Rect rect = atlas.find(key_of(fonts, {&letter, 1}, size_px)).rect;
      for (const Rect& other : rects) ASSERT_TRUE(intersection(rect, other).empty());
      rects.push_back(rect);
    }
  }
}

}  // namespace
}  // namespace tertulia::ui
