// SPDX-License-Identifier: Apache-2.0
#include "ui/text/missing_box.h"

#include <gmock/gmock.h>

#include "tests/ui/text/written.h"
#include "ui/text/atlas.h"

namespace tertulia::ui {
namespace {

std::vector<std::string> drawn(std::uint32_t code_point) {
  const MissingBox box = missing_box(code_point, 18);
  std::vector<std::string> rows;
  for (int y = 0; y < box.size.height; ++y) {
    rows.emplace_back();
    for (int x = 0; x < box.size.width; ++x)
      rows.back() += box.coverage[static_cast<std::size_t>(y) * static_cast<std::size_t>(box.size.width) +
                                  static_cast<std::size_t>(x)] != 0
                         ? '#'
                         : ' ';
  }
  return rows;
}

TEST(missing_box, it_shows_the_code_point) {
  EXPECT_THAT(drawn(0x5B57), testing::ElementsAre("###########",  //
                                                  "#         #",  //
                                                  "# ### ##  #",  //
                                                  "# #   # # #",  //
                                                  "# ### ##  #",  //
                                                  "#   # # # #",  //
                                                  "# ### ##  #",  //
                                                  "#         #",  //
                                                  "# ### ### #",  //
                                                  "# #     # #",  //
                                                  "# ###  #  #",  //
                                                  "#   #  #  #",  //
                                                  "# ###  #  #",  //
                                                  "#         #",  //
                                                  "###########"));
}

TEST(missing_box, a_code_point_of_another_plane_has_room_for_six_digits) {
  EXPECT_GT(missing_box(0x20000, 18).size.width, missing_box(0x2000, 18).size.width);
  EXPECT_EQ(drawn(0x1F600)[2], "# ###  #  ### #");  // "01F" over "600"
}

TEST(missing_box, it_grows_with_the_type_and_has_room_beside_it) {
  for (const int size : {12, 26, 42, 256}) {
    const MissingBox box = missing_box(0x4E00, size);
    EXPECT_GT(missing_box_advance(0x4E00, size), box.left + box.size.width) << size;
  }
  EXPECT_GE(missing_box(0x4E00, 256).size.height, 128);
}

TEST(missing_box, a_missing_character_is_drawn_into_the_atlas_and_keeps_its_width_in_the_line) {
  Fonts fonts = open_fonts();
  Atlas atlas(fonts);
  const Layout layout = lay_out(fonts, paragraph("\uE000"));
  ASSERT_EQ(layout.glyphs.size(), 1u);
  const AtlasGlyph glyph = atlas.find({layout.glyphs[0].face, layout.size_px, layout.glyphs[0].id});
  EXPECT_EQ(glyph.rect.width(), missing_box(0xE000, layout.size_px).size.width);
  EXPECT_EQ(layout.size.width, missing_box_advance(0xE000, layout.size_px));
}

TEST(missing_box, each_missing_character_is_named_once) {
  Fonts fonts = open_fonts();
  EXPECT_THAT(missing_characters(fonts, paragraph("\uE001\uE000 a \uE001\u200D\u202E")),
              testing::ElementsAre(0xE000u, 0xE001u));
}

}  // namespace
}  // namespace tertulia::ui
