// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include <gtest/gtest.h>

#include "tests/ui/raster/scene.h"
#include "ui/raster/pixels.h"

namespace tertulia::ui {
namespace {

constexpr Size kScreen{64, 48};

struct Drawn : testing::Test {
  Scene scene{kScreen};
  Raster raster{kScreen};

  void draw(const Draw& lines, Textures textures = {}) { raster.render(scene.frame(lines), textures); }
  [[nodiscard]] std::uint32_t at(int x, int y) const { return pixel(raster, x, y); }
  [[nodiscard]] int count(std::uint32_t colour) const {
    const PixelView all = raster.view();
    return static_cast<int>(std::count(all.pixels, all.pixels + all.size.width * all.size.height, colour));
  }
};

struct raster_shapes : Drawn {};

TEST_F(raster_shapes, a_rectangle_covers_exactly_its_pixels) {
  constexpr Rect kBox{10, 5, 20, 9};
  draw([](ImDrawList& list) { list.AddRectFilled({10, 5}, {20, 9}, kRed); });
  for (int y = 0; y < kScreen.height; ++y)
    for (int x = 0; x < kScreen.width; ++x)
      EXPECT_EQ(at(x, y), kBox.contains({x, y}) ? 0xffff0000 : kBlack) << x << "," << y;
}

TEST_F(raster_shapes, a_rectangle_between_pixels_covers_the_centres_that_it_contains) {
  draw([](ImDrawList& list) { list.AddRectFilled({10.5F, 5.4F}, {12.5F, 6.6F}, kRed); });
  EXPECT_EQ(at(10, 5), 0xffff0000);
  EXPECT_EQ(at(11, 6), 0xffff0000);
  EXPECT_EQ(count(0xffff0000), 4);
}

TEST_F(raster_shapes, what_nothing_draws_is_black) {
  draw([](ImDrawList&) {});
  EXPECT_EQ(count(kBlack), kScreen.width * kScreen.height);
}

TEST_F(raster_shapes, alpha_mixes_each_channel_to_the_nearest_value) {
  draw([](ImDrawList& list) {
    list.AddRectFilled({0, 0}, {64, 48}, IM_COL32(200, 100, 3, 255));
    list.AddRectFilled({0, 0}, {8, 8}, IM_COL32(0, 255, 7, 128));
  });
  // 200*127/255 = 99.6, (100*127 + 255*128)/255 = 177.8, (3*127 + 7*128)/255 = 5.008
  EXPECT_EQ(at(4, 4), 0xff64b205);
}

TEST(pixels, division_by_255_is_exact_for_every_product_of_two_bytes) {
  for (std::uint32_t value = 0; value <= 255 * 255; ++value)
    ASSERT_EQ(div255(value), (value * 2 + 255) / 510);
}

TEST(pixels, blending_rounds_every_channel_like_the_plain_formula) {
  const auto channel = [](std::uint32_t below, std::uint32_t above, std::uint32_t alpha) {
    return div255(below * (255 - alpha) + above * alpha);
  };
  for (std::uint32_t alpha = 0; alpha < 256; ++alpha)
    for (std::uint32_t value = 0; value < 256; value += 5) {
      const std::uint32_t below = value << 16 | (255 - value) << 8 | value / 2;
      const std::uint32_t above = (255 - value) << 16 | value << 8 | value;
      ASSERT_EQ(blended(below, above, alpha), 0xff000000 | channel(value, 255 - value, alpha) << 16 |
                                                  channel(255 - value, value, alpha) << 8 |
                                                  channel(value / 2, value, alpha));
    }
}

TEST_F(raster_shapes, two_triangles_that_share_an_edge_leave_no_crack_and_draw_nothing_twice) {
  // Half transparent: a pixel drawn twice would be brighter, one left out black.
  const ImU32 half = IM_COL32(255, 255, 255, 128);
  draw([&](ImDrawList& list) {
    list.Flags = ImDrawListFlags_None;
    const ImVec2 middle{31.3F, 22.7F};
    const ImVec2 ring[] = {{3.2F, 1.1F}, {60.4F, 4.9F}, {57.8F, 45.5F}, {20.5F, 46.5F}, {1.5F, 30.5F}};
    for (int i = 0; i < 5; ++i) list.AddTriangleFilled(middle, ring[i], ring[(i + 1) % 5], half);
  });
  EXPECT_EQ(at(31, 22), 0xff808080);
  EXPECT_EQ(count(0xff808080) + count(kBlack), kScreen.width * kScreen.height);
  for (int y = 5; y < 30; ++y)
    for (int x = 6; x < 57; ++x) EXPECT_EQ(at(x, y), 0xff808080) << x << "," << y;
}

// Its sides and its diagonal run exactly through the centres of pixels.
TEST_F(raster_shapes, a_centre_on_an_edge_belongs_to_one_triangle_in_either_direction) {
  const ImU32 half = IM_COL32(255, 255, 255, 128);
  const auto square = [&](ImVec2 a, ImVec2 b, ImVec2 c, ImVec2 d) {
    return [=](ImDrawList& list) {
      list.Flags = ImDrawListFlags_None;
      list.AddTriangleFilled(a, b, c, half);
      list.AddTriangleFilled(a, c, d, half);
    };
  };
  draw(square({4.5F, 4.5F}, {14.5F, 4.5F}, {14.5F, 14.5F}, {4.5F, 14.5F}));
  const auto clockwise = picture(raster);
  EXPECT_EQ(count(0xff808080), 100);
  EXPECT_EQ(count(kBlack), kScreen.width * kScreen.height - 100);
  draw(square({4.5F, 4.5F}, {4.5F, 14.5F}, {14.5F, 14.5F}, {14.5F, 4.5F}));
  EXPECT_EQ(picture(raster), clockwise);
}

TEST_F(raster_shapes, a_gradient_has_the_nearest_value_at_every_centre) {
  draw([](ImDrawList& list) {
    const ImU32 black = IM_COL32(0, 0, 0, 255);
    list.AddRectFilledMultiColor({0, 0}, {8, 8}, black, kWhite, kWhite, black);
    const ImU32 clear = IM_COL32(255, 255, 255, 0);
    list.AddRectFilledMultiColor({16, 0}, {24, 8}, clear, kWhite, kWhite, clear);
  });
  constexpr std::uint32_t kRamp[] = {16, 48, 80, 112, 143, 175, 207, 239};  // 255 * (x + 0.5) / 8
  for (int y = 0; y < 8; ++y)
    for (int x = 0; x < 8; ++x) {
      EXPECT_EQ(at(x, y), 0xff000000 | kRamp[x] * 0x010101) << x << "," << y;
      EXPECT_EQ(at(16 + x, y), 0xff000000 | kRamp[x] * 0x010101) << x << "," << y;
    }
}

TEST_F(raster_shapes, a_rounded_rectangle_has_full_sides_soft_corners_and_no_hole) {
  draw([](ImDrawList& list) { list.AddRectFilled({8, 8}, {56, 40}, kWhite, 12.0F); });
  for (int x = 20; x < 44; ++x) {
    EXPECT_EQ(at(x, 8), 0xffffffff) << x;
    EXPECT_EQ(at(x, 7), kBlack) << x;
    EXPECT_EQ(at(x, 39), 0xffffffff) << x;
    EXPECT_EQ(at(x, 40), kBlack) << x;
  }
  for (int y = 12; y < 36; ++y)
    for (int x = 20; x < 44; ++x) ASSERT_EQ(at(x, y), 0xffffffff) << x << "," << y;
  EXPECT_EQ(at(8, 8), kBlack);
  const std::uint32_t soft = at(11, 11) & 0xff;  // 12 - 12 / sqrt(2) = 3.5: the arc crosses this pixel
  EXPECT_GT(soft, 40U);
  EXPECT_LT(soft, 215U);
}

TEST_F(raster_shapes, a_rounded_rectangle_is_the_same_seen_in_a_mirror) {
  draw([](ImDrawList& list) { list.AddRectFilled({8, 8}, {56, 40}, kWhite, 12.0F); });
  for (int y = 8; y < 40; ++y)
    for (int x = 8; x < 32; ++x) {
      const int left = static_cast<int>(at(x, y) & 0xff), right = static_cast<int>(at(63 - x, y) & 0xff);
      EXPECT_NEAR(left, right, 2) << x << "," << y;
    }
}

TEST_F(raster_shapes, a_clip_rectangle_cuts_rectangles_glyphs_and_triangles) {
  constexpr Rect kBox{10, 10, 20, 14};
  const Ramp ramp({16, 16});
  draw(
      [&](ImDrawList& list) {
        list.PushClipRect({10, 10}, {20, 14});
        list.AddRectFilled({0, 0}, {64, 48}, kRed);
        list.AddCircleFilled({15, 12}, 30, kRed);
        ramp.draw(list, {8, 8, 24, 24}, {0, 0, 16, 16});
        list.PopClipRect();
      },
      ramp.textures());
  for (int y = 0; y < kScreen.height; ++y)
    for (int x = 0; x < kScreen.width; ++x)
      EXPECT_EQ(at(x, y) != kBlack, kBox.contains({x, y})) << x << "," << y;
}

TEST_F(raster_shapes, a_glyph_of_its_own_size_is_copied_texel_by_texel) {
  const Ramp ramp({16, 16});
  draw([&](ImDrawList& list) { ramp.draw(list, {20, 10, 28, 14}, {3, 2, 11, 6}); }, ramp.textures());
  for (int y = 0; y < 4; ++y)
    for (int x = 0; x < 8; ++x)
      EXPECT_EQ(at(20 + x, 10 + y) & 0xff, static_cast<std::uint32_t>(ramp.at(3 + x, 2 + y)));
  EXPECT_EQ(at(28, 10), kBlack);
  EXPECT_EQ(at(19, 10), kBlack);
}

TEST_F(raster_shapes, a_scaled_glyph_never_shows_its_neighbours_in_the_atlas) {
  std::vector<std::uint8_t> bytes(16 * 16, 255);
  for (std::size_t y = 4; y < 12; ++y)
    for (std::size_t x = 4; x < 12; ++x) bytes[y * 16 + x] = 100;
  const std::vector<Texture> textures{{}, {bytes.data(), {16, 16}, 0}};
  draw([](ImDrawList& list) { Ramp({16, 16}).draw(list, {10, 10, 31, 31}, {4, 4, 12, 12}); }, textures);
  EXPECT_EQ(count(0xff646464), 21 * 21);
}

TEST_F(raster_shapes, a_glyph_whose_place_lies_outside_its_texture_is_left_out) {
  const Ramp ramp({16, 16});
  draw([&](ImDrawList& list) { ramp.draw(list, {0, 0, 16, 16}, {8, 8, 24, 24}); }, ramp.textures());
  EXPECT_EQ(count(kBlack), kScreen.width * kScreen.height);
}

TEST_F(raster_shapes, coordinates_far_away_or_not_numbers_draw_only_what_is_visible) {
  const float nan = std::numeric_limits<float>::quiet_NaN(), endless = std::numeric_limits<float>::infinity();
  const float huge = std::numeric_limits<float>::max();
  const Ramp ramp({16, 16});
  draw(
      [&](ImDrawList& list) {
        list.AddRectFilled({nan, 0}, {20, 20}, kRed);
        list.AddRectFilled({0, 0}, {20, nan}, kRed);
        list.AddTriangleFilled({nan, nan}, {20, 0}, {0, 20}, kRed);
        list.AddTriangleFilled({huge, -huge}, {-huge, -huge}, {endless, endless}, IM_COL32(1, 1, 1, 0));
        list.AddRectFilled({-1e30F, 40}, {endless, 1e30F}, kRed);
        list.AddQuadFilled({-1e9F, 3}, {1e9F, -2e8F}, {3e9F, 1e9F}, {7, 1e12F}, IM_COL32(0, 255, 0, 0));
        list.AddCircleFilled({-4e8F, 20}, 1e7F, kRed, 64);
        ramp.draw(list, {-2000000000, 0, 2000000000, 16}, {-5, 0, 3, 9});
      },
      ramp.textures());
  EXPECT_EQ(at(5, 5), kBlack);
  EXPECT_EQ(at(5, 41), 0xffff0000);
  EXPECT_EQ(at(63, 47), 0xffff0000);
}

TEST_F(raster_shapes, the_white_pixel_of_a_font_atlas_draws_full_shapes) {
  unsigned char* bytes = nullptr;
  int width = 0, height = 0;
  ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&bytes, &width, &height);
  const std::vector<Texture> textures{{bytes, {width, height}, 0}};
  draw([](ImDrawList& list) { list.AddRectFilled({10, 5}, {20, 9}, kRed); }, textures);
  EXPECT_EQ(count(0xffff0000), 40);
}

TEST_F(raster_shapes, imgui_text_of_the_debug_line_is_drawn_from_its_atlas) {
  unsigned char* bytes = nullptr;
  int width = 0, height = 0;
  ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&bytes, &width, &height);
  const std::vector<Texture> textures{{bytes, {width, height}, 0}};
  draw([](ImDrawList& list) { list.AddText({2, 2}, kWhite, "I"); }, textures);
  EXPECT_GT(count(0xffffffff), 8);
  EXPECT_LT(count(0xffffffff), 60);
}

}  // namespace
}  // namespace tertulia::ui
