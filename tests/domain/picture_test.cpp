// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/picture.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace tertulia {
namespace {

constexpr std::uint32_t kRed = 0xffff0000;
constexpr std::uint32_t kBlue = 0xff0000ff;
constexpr std::uint32_t kClear = 0x0000ff00;  // green, if it were seen

TEST(logo, fits_a_box_with_its_proportions_and_is_never_enlarged) {
  EXPECT_EQ(fitted({400, 200}, {100, 100}), (PictureSize{100, 50}));
  EXPECT_EQ(fitted({200, 400}, {100, 100}), (PictureSize{50, 100}));
  EXPECT_EQ(fitted({400, 200}, {300, 100}), (PictureSize{200, 100}));
  EXPECT_EQ(fitted({40, 20}, {100, 100}), (PictureSize{40, 20}));
  EXPECT_EQ(fitted({1000, 1}, {100, 100}), (PictureSize{100, 1}));
  EXPECT_EQ(fitted({1, 1000}, {100, 100}), (PictureSize{1, 100}));
}

TEST(logo, in_its_own_size_is_itself) {
  const Picture logo{{2, 1}, {kRed, 0x80123456}};
  EXPECT_EQ(scaled_down(logo, {2, 1}), logo);
}

TEST(logo, a_smaller_copy_has_the_mean_of_each_area) {
  const Picture logo{{4, 2}, {kRed, kRed, kBlue, kRed, kRed, kRed, kBlue, kRed}};
  EXPECT_EQ(scaled_down(logo, {2, 1}).pixels, (std::vector<std::uint32_t>{kRed, 0xff800080}));
}

TEST(logo, a_pixel_that_two_share_counts_for_each_with_its_part) {
  const Picture logo{{3, 1}, {0xff000000, 0xff0000ff, 0xff000000}};
  // Each of the two has one and a half: the middle one is a third of it.
  EXPECT_EQ(scaled_down(logo, {2, 1}).pixels, (std::vector<std::uint32_t>{0xff000055, 0xff000055}));
}

TEST(logo, what_is_transparent_lends_no_colour) {
  const Picture logo{{2, 2}, {kRed, kClear, kClear, kClear}};
  EXPECT_EQ(scaled_down(logo, {1, 1}).pixels, (std::vector<std::uint32_t>{0x40ff0000}));
  EXPECT_EQ(scaled_down({{2, 1}, {kClear, kClear}}, {1, 1}).pixels, (std::vector<std::uint32_t>{0}));
}

TEST(logo, one_colour_stays_that_colour_in_every_size) {
  const Picture logo{{17, 13}, std::vector<std::uint32_t>(17 * 13, 0xc0204060)};
  for (int width = 1; width <= 17; ++width)
    for (int height = 1; height <= 13; ++height)
      for (const std::uint32_t pixel : scaled_down(logo, {width, height}).pixels)
        ASSERT_EQ(pixel, 0xc0204060) << width << "x" << height;
}

TEST(logo, a_mirror_image_gives_the_mirror_image) {
  Picture logo{{11, 1}, {}};
  for (std::uint32_t i = 0; i < 11; ++i) logo.pixels.push_back(0xff000000 | i * 23);
  Picture mirrored = logo;
  std::reverse(mirrored.pixels.begin(), mirrored.pixels.end());
  std::vector<std::uint32_t> back = scaled_down(mirrored, {4, 1}).pixels;
  std::reverse(back.begin(), back.end());
  EXPECT_EQ(back, scaled_down(logo, {4, 1}).pixels);
}

}  // namespace
}  // namespace tertulia
