// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/ui/text/written.h"

namespace tertulia::ui {
namespace {

TEST(caret, it_moves_right_through_latin_text) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("note"));
  EXPECT_EQ(caret_x(layout, 0), 0);
  for (std::uint32_t byte = 0; byte < 4; ++byte) EXPECT_LT(caret_x(layout, byte), caret_x(layout, byte + 1));
  EXPECT_NEAR(caret_x(layout, 4), layout.size.width, 1);
}

TEST(caret, it_moves_left_through_arabic_text) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("غدا", "ar"));
  EXPECT_NEAR(caret_x(layout, 0), layout.size.width, 1);
  for (std::uint32_t byte = 0; byte < 6; byte += 2)
    EXPECT_GT(caret_x(layout, byte), caret_x(layout, byte + 2));
  EXPECT_NEAR(caret_x(layout, 6), 0, 1);
}

TEST(caret, it_stands_inside_an_arabic_ligature) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("لا", "ar"));
  EXPECT_GT(caret_x(layout, 0), caret_x(layout, 2));
  EXPECT_GT(caret_x(layout, 2), caret_x(layout, 4));
}

TEST(caret, it_follows_a_space_at_the_end) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("note "));
  EXPECT_GT(caret_x(layout, 5), caret_x(layout, 4));
}

TEST(caret, it_goes_to_the_next_line_after_a_line_feed) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("note\n"));
  EXPECT_EQ(caret_at(layout, 4).line, 0);
  EXPECT_EQ(caret_at(layout, 5), (Caret{1, 0}));
}

TEST(caret, it_stands_at_the_start_of_an_empty_text) {
  Fonts fonts = open_fonts();
  EXPECT_EQ(caret_x(lay_out(fonts, paragraph("", "en", 200)), 0), 0);
  EXPECT_EQ(caret_x(lay_out(fonts, paragraph("", "ar", 200)), 0), 200);
}

}  // namespace
}  // namespace tertulia::ui
