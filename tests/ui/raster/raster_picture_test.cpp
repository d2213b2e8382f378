// SPDX-License-Identifier: Apache-2.0
// A texture with colours of its own.
#include <gtest/gtest.h>

#include "tests/ui/raster/scene.h"
#include "ui/raster/pixels.h"

namespace tertulia::ui {
namespace {

constexpr Size kScreen{32, 24};
constexpr Size kPicture{4, 2};

struct raster_picture : testing::Test {
  Scene scene{kScreen};
  Raster raster{kScreen};
  std::vector<std::uint32_t> pixels{0xff112233, 0x80ff0000, 0x0000ff00, 0xffffffff,
                                    0xff445566, 0x40ffffff, 0x00ffffff, 0xff000000};

  std::vector<Rect> draw(const Draw& lines, std::uint32_t generation = 0) {
    const std::vector<Texture> textures{{}, {}, {nullptr, kPicture, generation, pixels.data()}};
    const auto damage = raster.render(scene.frame(lines), textures);
    return {damage.begin(), damage.end()};
  }
  static void put(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 colour = kWhite) {
    list.AddRectFilled({0, 0}, {32, 24}, IM_COL32(0, 0, 200, 255));
    list.PushTextureID(texture_id(kLogoTexture));
    list.PrimReserve(6, 4);
    list.PrimRectUV(from, to, {0, 0}, {1, 1}, colour);
    list.PopTextureID();
  }
  static void put_at_10_5(ImDrawList& list) { put(list, {10, 5}, {14, 7}); }
};

constexpr std::uint32_t kGround = 0xff0000c8;

TEST_F(raster_picture, keeps_its_colours_and_shows_the_ground_where_it_is_transparent) {
  draw(put_at_10_5);
  for (int y = 0; y < kScreen.height; ++y)
    for (int x = 0; x < kScreen.width; ++x) {
      const bool is_inside = x >= 10 && x < 14 && y >= 5 && y < 7;
      const std::uint32_t own = is_inside ? pixels[static_cast<std::size_t>((y - 5) * 4 + x - 10)] : 0;
      EXPECT_EQ(pixel(raster, x, y), blended(kGround, own, own >> 24)) << x << "," << y;
    }
  EXPECT_EQ(pixel(raster, 11, 5), 0xff800064);  // half red over blue
}

TEST_F(raster_picture, of_the_colour_it_is_drawn_in_only_the_alpha_counts) {
  draw([](ImDrawList& list) { put(list, {10, 5}, {14, 7}, IM_COL32(9, 9, 9, 128)); });
  EXPECT_EQ(pixel(raster, 13, 5), blended(kGround, 0xffffffff, 128));
  EXPECT_EQ(pixel(raster, 12, 5), kGround);
}

TEST_F(raster_picture, is_cut_by_the_edge_of_the_screen) {
  draw([](ImDrawList& list) { put(list, {-1, -1}, {3, 1}); });
  EXPECT_EQ(pixel(raster, 0, 0), blended(kGround, 0x40ffffff, 0x40));
  EXPECT_EQ(pixel(raster, 2, 0), 0xff000000);
}

TEST_F(raster_picture, is_left_out_in_another_size_than_its_own) {
  draw([](ImDrawList& list) { put(list, {10, 5}, {18, 9}); });
  EXPECT_EQ(pixel(raster, 10, 5), kGround);
}

TEST_F(raster_picture, at_rest_damages_nothing_and_a_new_one_its_place) {
  draw(put_at_10_5);
  EXPECT_TRUE(draw(put_at_10_5).empty());
  pixels[0] = 0xffffffff;
  EXPECT_EQ(draw(put_at_10_5, 1), (std::vector<Rect>{{10, 5, 14, 7}}));
  EXPECT_EQ(pixel(raster, 10, 5), 0xffffffff);
}

}  // namespace
}  // namespace tertulia::ui
