// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "firmware/domain/graphemes.h"
#include "tests/ui/text/written.h"

namespace tertulia::ui {
namespace {

TEST(caret, it_moves_right_through_latin_text) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("note"));
  EXPECT_EQ(caret_at(layout, 0).x, 0);
  for (std::uint32_t byte = 0; byte < 4; ++byte)
    EXPECT_LT(caret_at(layout, byte).x, caret_at(layout, byte + 1).x);
  EXPECT_NEAR(caret_at(layout, 4).x, layout.size.width, 1);
}

TEST(caret, it_moves_left_through_arabic_text) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("غدا", "ar"));
  EXPECT_NEAR(caret_at(layout, 0).x, layout.size.width, 1);
  for (std::uint32_t byte = 0; byte < 6; byte += 2)
    EXPECT_GT(caret_at(layout, byte).x, caret_at(layout, byte + 2).x);
  EXPECT_NEAR(caret_at(layout, 6).x, 0, 1);
}

TEST(caret, it_stands_inside_an_arabic_ligature) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("لا", "ar"));
  EXPECT_GT(caret_at(layout, 0).x, caret_at(layout, 2).x);
  EXPECT_GT(caret_at(layout, 2).x, caret_at(layout, 4).x);
}

TEST(caret, it_follows_a_space_at_the_end) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("note "));
  EXPECT_GT(caret_at(layout, 5).x, caret_at(layout, 4).x);
}

TEST(caret, it_goes_to_the_next_line_after_a_line_feed) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("note\n"));
  EXPECT_EQ(caret_at(layout, 4).line, 0);
  EXPECT_EQ(caret_at(layout, 5), (Caret{1, 0}));
}

TEST(caret, it_stands_at_the_start_of_an_empty_text) {
  Fonts fonts = open_fonts();
  EXPECT_EQ(caret_at(lay_out(fonts, paragraph("", "en", 200)), 0).x, 0);
  EXPECT_EQ(caret_at(lay_out(fonts, paragraph("", "ar", 200)), 0).x, 200);
}

std::uint32_t touched(const Layout& layout, const std::string& text, int x, int line = 0) {
  return byte_at(layout, text, {x, line * layout.line_height + layout.line_height / 2});
}

TEST(caret, a_touch_finds_the_nearest_boundary_of_letters) {
  Fonts fonts = open_fonts();
  for (const std::string text : {"note", "فكرة", "ሀሳብ", "იდეა", "ne\u0301e"}) {
    const Layout layout = lay_out(fonts, paragraph(text, "en", 300));
    for (std::size_t at = 0; at <= text.size(); at = at == text.size() ? at + 1 : next_boundary(text, at))
      EXPECT_EQ(touched(layout, text, caret_at(layout, static_cast<std::uint32_t>(at)).x), at) << text;
  }
}

TEST(caret, a_touch_on_either_half_of_a_letter_goes_to_its_nearer_side) {
  Fonts fonts = open_fonts();
  const Layout latin = lay_out(fonts, paragraph("mm"));
  const int width = caret_at(latin, 1).x;
  EXPECT_EQ(touched(latin, "mm", width / 2 - 1), 0u);
  EXPECT_EQ(touched(latin, "mm", width / 2 + 2), 1u);
  const Layout arabic = lay_out(fonts, paragraph("شش", "ar"));
  const int right = caret_at(arabic, 0).x;
  EXPECT_EQ(touched(arabic, "شش", right - 1), 0u);
  EXPECT_EQ(touched(arabic, "شش", caret_at(arabic, 2).x + 1), 2u);
}

TEST(caret, a_touch_on_a_latin_word_inside_arabic_lands_in_that_word) {
  Fonts fonts = open_fonts();
  const std::string text = "في Rabat غدا";
  const Layout layout = lay_out(fonts, paragraph(text, "ar"));
  const std::uint32_t word = static_cast<std::uint32_t>(text.find("Rabat"));
  for (std::uint32_t letter = 0; letter < 5; ++letter) {
    const int x = caret_at(layout, word + letter).x + 2;
    EXPECT_EQ(touched(layout, text, x), word + letter);
  }
}

TEST(caret, a_touch_divides_an_arabic_ligature) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("لا", "ar"));
  EXPECT_EQ(touched(layout, "لا", caret_at(layout, 2).x), 2u);
}

TEST(caret, a_touch_above_below_and_beside_the_text_finds_its_ends) {
  Fonts fonts = open_fonts();
  const std::string text = "one two three";
  const Layout layout = lay_out(fonts, paragraph(text, "en", 60));
  ASSERT_GT(layout.lines.size(), 2u);
  EXPECT_EQ(byte_at(layout, text, {-50, -50}), 0u);
  EXPECT_EQ(byte_at(layout, text, {900, 9000}), text.size());
  EXPECT_EQ(byte_at(lay_out(fonts, paragraph("")), "", {5, 5}), 0u);
}

}  // namespace
}  // namespace tertulia::ui
