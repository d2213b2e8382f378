// SPDX-License-Identifier: Apache-2.0
// Pictures that lie in a pack: each kind of file, and each kind of fault.
#include "firmware/formats/pictures/picture_file.h"

#include <cstdlib>

#include <gmock/gmock.h>

#include "firmware/formats/pictures/jpeg_picture.h"
#include "firmware/formats/pictures/picture_text.h"
#include "tests/formats/pictures.h"

namespace tertulia::formats {
namespace {

using testing::HasSubstr;

constexpr std::uint32_t kTeal = 0xff1f8a82;

Result<Picture> read(const std::string& bytes) { return read_picture(bytes, kLargestPicture); }

std::string fault(const std::string& bytes) {
  const auto picture = read(bytes);
  return picture.ok() ? "none" : picture.error().message;
}

// JPEG loses a little.
testing::AssertionResult is_like(std::uint32_t pixel, std::uint32_t wanted) {
  for (const unsigned shift : {0U, 8U, 16U, 24U}) {
    const int difference =
        static_cast<int>(pixel >> shift & 0xFFU) - static_cast<int>(wanted >> shift & 0xFFU);
    if (std::abs(difference) > 6)
      return testing::AssertionFailure() << std::hex << pixel << " is not like " << wanted;
  }
  return testing::AssertionSuccess();
}

const std::vector<JSAMPLE> kRed{255, 0, 0};
const std::vector<JSAMPLE> kBlue{0, 0, 255};

TEST(picture_file, a_png_keeps_its_pixels_and_what_is_transparent) {
  const auto picture = read(png(2, 1, {1, 2, 3, 255, 10, 20, 30, 40}));
  ASSERT_TRUE(picture.ok()) << picture.error().message;
  EXPECT_EQ(picture.value(), (Picture{{2, 1}, {0xff010203, 0x280a141e}}));
}

TEST(picture_file, a_large_one_becomes_as_large_as_a_form_shows_it) {
  const auto picture = read(plain_png(1280, 960));
  ASSERT_TRUE(picture.ok()) << picture.error().message;
  EXPECT_EQ(picture.value().size, (PictureSize{640, 480}));
  EXPECT_EQ(picture.value().at(639, 479), kTeal);
}

TEST(picture_file, an_svg_is_drawn_as_large_as_a_form_shows_it) {
  const auto picture = read(svg(R"(<rect width="20" height="20" fill="#1f8a82"/>)"));
  ASSERT_TRUE(picture.ok()) << picture.error().message;
  EXPECT_EQ(picture.value().size, (PictureSize{640, 320}));
  EXPECT_EQ(picture.value().at(100, 100), kTeal);
}

TEST(picture_file, a_jpeg_is_read) {
  const auto picture = read(jpeg(kRed, kBlue));
  ASSERT_TRUE(picture.ok()) << picture.error().message;
  EXPECT_EQ(picture.value().size, (PictureSize{16, 16}));
  EXPECT_TRUE(is_like(picture.value().at(2, 8), 0xffff0000));
  EXPECT_TRUE(is_like(picture.value().at(13, 8), 0xff0000ff));
}

TEST(picture_file, a_jpeg_in_grey_is_read) {
  const auto picture = read(jpeg({40}, {200}, {.colours = JCS_GRAYSCALE}));
  ASSERT_TRUE(picture.ok()) << picture.error().message;
  EXPECT_TRUE(is_like(picture.value().at(2, 8), 0xff282828));
}

// As programs for print write it: inks, inverted.
TEST(picture_file, a_jpeg_in_the_inks_of_print_is_read) {
  const auto picture = read(jpeg({255, 0, 0, 255}, {0, 0, 255, 255}, {.colours = JCS_CMYK}));
  ASSERT_TRUE(picture.ok()) << picture.error().message;
  EXPECT_TRUE(is_like(picture.value().at(2, 8), 0xffff0000));
  EXPECT_TRUE(is_like(picture.value().at(13, 8), 0xff0000ff));
}

// Exif counts the eight ways from 1; the left half of this one is red.
TEST(picture_file, a_photograph_stands_as_the_camera_was_held) {
  const struct {
    char orientation;
    PictureSize size;
    int x, y;  // of a pixel that is red then
  } ways[] = {
      {1, {32, 16}, 2, 8}, {2, {32, 16}, 29, 8}, {3, {32, 16}, 29, 8}, {4, {32, 16}, 2, 8},
      {5, {16, 32}, 8, 2}, {6, {16, 32}, 8, 2},  {7, {16, 32}, 8, 29}, {8, {16, 32}, 8, 29},
      {0, {32, 16}, 2, 8}, {9, {32, 16}, 2, 8},
  };
  for (const auto& way : ways) {
    const auto picture = read(jpeg(kRed, kBlue, {32, 16, JCS_RGB, exif(way.orientation)}));
    ASSERT_TRUE(picture.ok()) << picture.error().message;
    EXPECT_EQ(picture.value().size, way.size) << int{way.orientation};
    EXPECT_TRUE(is_like(picture.value().at(way.x, way.y), 0xffff0000)) << int{way.orientation};
  }
}

// 1 2 3      Each way, as the standard draws it.
// 4 5 6
TEST(picture_file, each_way_of_holding_a_camera_puts_every_pixel_in_its_place) {
  const Picture held{{3, 2}, {1, 2, 3, 4, 5, 6}};
  EXPECT_EQ(upright(held, 1).pixels, (std::vector<std::uint32_t>{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(upright(held, 2).pixels, (std::vector<std::uint32_t>{3, 2, 1, 6, 5, 4}));
  EXPECT_EQ(upright(held, 3).pixels, (std::vector<std::uint32_t>{6, 5, 4, 3, 2, 1}));
  EXPECT_EQ(upright(held, 4).pixels, (std::vector<std::uint32_t>{4, 5, 6, 1, 2, 3}));
  EXPECT_EQ(upright(held, 5).pixels, (std::vector<std::uint32_t>{1, 4, 2, 5, 3, 6}));
  EXPECT_EQ(upright(held, 6).pixels, (std::vector<std::uint32_t>{4, 1, 5, 2, 6, 3}));
  EXPECT_EQ(upright(held, 7).pixels, (std::vector<std::uint32_t>{6, 3, 5, 2, 4, 1}));
  EXPECT_EQ(upright(held, 8).pixels, (std::vector<std::uint32_t>{3, 6, 2, 5, 1, 4}));
}

TEST(picture_file, exif_that_ends_too_early_says_nothing) {
  const std::string whole = exif(6);
  EXPECT_EQ(orientation_in_exif(whole), 6);
  for (std::size_t length = 0; length < 26; ++length)
    EXPECT_EQ(orientation_in_exif(whole.substr(0, length)), 1) << length;
  EXPECT_EQ(orientation_in_exif({"Exif\0\0MM\0*\xFF\xFF\xFF\xFF", 14}), 1);
}

TEST(picture_file, a_photograph_of_a_telephone_is_read_no_larger_than_it_is_shown) {
  const auto picture = picture_from_jpeg(jpeg(kRed, kBlue, {4000, 3000}), kLargestPicture);
  ASSERT_TRUE(picture.ok()) << picture.error().message;
  EXPECT_EQ(picture.value().size, (PictureSize{1000, 750})) << "two eighths of it";
  EXPECT_EQ(read(jpeg(kRed, kBlue, {4000, 3000})).value().size, (PictureSize{640, 480}));
}

TEST(picture_file, its_name_does_not_matter_and_its_bytes_do) {
  EXPECT_EQ(fault(jpeg(kRed, kBlue)), "none");
  EXPECT_THAT(fault("GIF89a, and so on"), HasSubstr("This is a GIF; export it as PNG or JPEG."));
  EXPECT_THAT(fault("RIFF1234WEBPVP8 "), HasSubstr("This is a WebP"));
  EXPECT_THAT(fault(std::string("\0\0\0\x18"
                                "ftypheic",
                                12)),
              HasSubstr("This is a HEIC"));
  EXPECT_THAT(fault("%PDF-1.7 and so on"), HasSubstr("This is a PDF"));
  EXPECT_THAT(fault("RIFF"), HasSubstr("neither a PNG, a JPEG nor an SVG"));
  EXPECT_THAT(fault(""), HasSubstr("neither a PNG, a JPEG nor an SVG"));
  EXPECT_THAT(fault("<html/>"), HasSubstr("no SVG that can be read"));
}

TEST(picture_file, one_that_unpacks_to_gigabytes_is_refused_by_its_head) {
  const std::string side("\0\0\x75\x30", 4);  // 30,000
  EXPECT_THAT(fault(png_that_says(side + side, "\x66\x27\xf8\xba")), HasSubstr("more than 8 million pixels"));
  std::string large = jpeg(kRed, kBlue);
  const std::size_t frame = large.find(std::string("\xFF\xC0\0\x11\x08", 5));
  ASSERT_NE(frame, std::string::npos);
  large.replace(frame + 5, 4, "\xEA\x60\xEA\x60");  // 60,000 x 60,000
  EXPECT_THAT(fault(large), HasSubstr("more than 50 million pixels"));
}

TEST(picture_file, one_that_is_cut_off_is_said_to_be) {
  const std::string whole = jpeg(kRed, kBlue, {64, 64});
  EXPECT_THAT(fault(whole.substr(0, whole.size() - 20)), HasSubstr("This JPEG cannot be read (is cut off)"));
  EXPECT_THAT(fault(whole.substr(0, 20)), HasSubstr("This JPEG cannot be read"));
  EXPECT_THAT(fault(plain_png(9, 9).substr(0, 60)), HasSubstr("This PNG cannot be read"));
}

TEST(picture_file, one_that_shows_nothing_is_refused) {
  EXPECT_THAT(fault(png(1, 1, {1, 2, 3, 0})), HasSubstr("shows nothing"));
}

TEST(picture_file, a_file_that_is_too_large_is_refused_unread) {
  EXPECT_THAT(fault(std::string((12U << 20U) + 1, ' ')), HasSubstr("larger than 12 MiB"));
  EXPECT_THAT(fault("<svg>" + std::string(1U << 20U, ' ')), HasSubstr("larger than 1 MiB"));
}

TEST(picture_file, an_animated_png_says_so_before_its_pixels) {
  std::string bytes = plain_png(2, 2);
  EXPECT_FALSE(is_animated(bytes));
  bytes.insert(33, std::string("\0\0\0\x08"
                               "acTL\0\0\0\x02\0\0\0\0\xf3\x8d\x93\x70",
                               20));
  EXPECT_TRUE(is_animated(bytes));
  EXPECT_EQ(fault(bytes), "none");
}

TEST(picture_text, comes_back_exactly_and_a_damaged_one_is_refused) {
  const PackedPicture picture({{40, 20}, std::vector<std::uint32_t>(800, kTeal)});
  const std::string text = picture_text(picture);
  EXPECT_EQ(picture_from_text(text), picture);
  for (std::size_t length = 0; length < text.size(); ++length)
    EXPECT_FALSE(picture_from_text(text.substr(0, length))) << length;
  EXPECT_FALSE(picture_from_text(text + "AAAA"));
  EXPECT_FALSE(picture_from_text("%" + text));
}

}  // namespace
}  // namespace tertulia::formats
