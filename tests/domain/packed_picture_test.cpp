// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/packed_picture.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

using namespace tertulia;

namespace {

constexpr std::uint32_t kTeal = 0xff1f8a82;

std::optional<Picture> again(const Picture& picture) {
  const auto packed = PackedPicture::from(PackedPicture(picture).bytes());
  if (!packed) return std::nullopt;
  return packed->unpacked();
}

// Neighbours that differ by little, by more, by everything, and by how much they cover.
Picture mixed() {
  Picture picture{{64, 9}, {}};
  std::uint32_t value = 1;
  for (std::uint32_t i = 0; i < 64 * 9; ++i) {
    value = value * 1664525 + 1013904223;
    const std::uint32_t step = i % 5 == 0 ? value : i % 5 == 1 ? value & 0x030303U : value & 0x1f1f1fU;
    picture.pixels.push_back(i % 7 < 2 ? 0xff000000U
                                       : (0xff808080U + step) | (i % 11 == 0 ? 0 : 0xff000000U));
  }
  return picture;
}

TEST(packed_picture, comes_back_exactly) {
  const Picture picture = mixed();
  EXPECT_EQ(again(picture), picture);
  EXPECT_EQ(PackedPicture(picture).size(), picture.size);
  const Picture clear{{3, 2}, std::vector<std::uint32_t>(6, 0)};
  EXPECT_EQ(again(clear), clear);
  const Picture black{{3, 2}, std::vector<std::uint32_t>(6, 0xff000000)};
  EXPECT_EQ(again(black), black);
}

TEST(packed_picture, an_even_area_takes_a_byte_for_62_pixels) {
  const Picture even{{620, 100}, std::vector<std::uint32_t>(62'000, kTeal)};
  EXPECT_LE(PackedPicture(even).bytes().size(), 1'010U);
  EXPECT_EQ(again(even), even);
}

TEST(packed_picture, copies_share_the_bytes_and_equal_pictures_are_equal) {
  const PackedPicture one(mixed());
  const PackedPicture copy = one;  // NOLINT(performance-unnecessary-copy-initialization): what is tested
  EXPECT_EQ(&one.bytes(), &copy.bytes());
  EXPECT_EQ(one, PackedPicture(mixed()));
  EXPECT_NE(one, PackedPicture());
  EXPECT_FALSE(PackedPicture().exists());
  EXPECT_EQ(PackedPicture().size(), PictureSize{});
}

TEST(packed_picture, damaged_bytes_are_refused) {
  const std::string bytes = PackedPicture(mixed()).bytes();
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_FALSE(PackedPicture::from(bytes.substr(0, length))) << length;
  EXPECT_FALSE(PackedPicture::from(bytes + "\xC0"));
  EXPECT_FALSE(PackedPicture::from({"\0\1\0\1\xC1", 5})) << "more pixels than it has";
  EXPECT_FALSE(PackedPicture::from({"\0\0\0\1", 4})) << "no pixel";
}

TEST(packed_picture, a_size_that_no_form_has_is_refused_before_anything_is_unpacked) {
  EXPECT_FALSE(PackedPicture::from({"\xFF\xFF\xFF\xFF\xC0", 5}));
  EXPECT_FALSE(PackedPicture::from({"\x02\x81\0\1\xC0", 5})) << "641 pixels wide";
}

}  // namespace
