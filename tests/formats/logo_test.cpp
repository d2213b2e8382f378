// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/logo/logo.h"

#include <png.h>

#include "firmware/formats/logo/logo_text.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/packs.h"

namespace tertulia::formats {
namespace {

using testing::IsEmpty;

constexpr std::uint32_t kTeal = 0xff1f8a82;

struct Read {
  std::optional<Logo> logo;
  Findings findings;
};

Read read(const std::string& bytes) {
  Read result;
  result.logo = read_logo({"logo", bytes}, result.findings);
  EXPECT_NE(result.logo.has_value(), result.findings.any_wrong());
  return result;
}

std::string svg(const std::string& inside, const std::string& attributes = R"(viewBox="0 0 40 20")") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" " +
         attributes + ">" + inside + "</svg>";
}

const std::string kSquare = R"(<rect width="20" height="20" fill="#1f8a82"/>)";

std::string png(int width, int height, const std::vector<std::uint8_t>& rgba) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(width);
  image.height = static_cast<png_uint_32>(height);
  image.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = 0;
  EXPECT_NE(png_image_write_to_memory(&image, nullptr, &size, 0, rgba.data(), 0, nullptr), 0);
  std::string bytes(size, '\0');
  EXPECT_NE(png_image_write_to_memory(&image, bytes.data(), &size, 0, rgba.data(), 0, nullptr), 0);
  return bytes;
}

std::string plain_png(int width, int height) {
  std::vector<std::uint8_t> rgba;
  for (int i = 0; i < width * height; ++i) rgba.insert(rgba.end(), {0x1f, 0x8a, 0x82, 0xff});
  return png(width, height, rgba);
}

TEST(logo_file, an_svg_is_drawn_as_large_as_a_pack_carries_it) {
  const Read result = read(svg(kSquare));
  ASSERT_TRUE(result.logo);
  EXPECT_EQ(result.logo->size, (LogoSize{512, 256}));
  EXPECT_EQ(result.logo->at(100, 100), kTeal);
  EXPECT_EQ(result.logo->at(400, 100), 0U);
}

TEST(logo_file, what_is_half_transparent_keeps_its_colour) {
  const Read result = read(svg(R"(<rect width="20" height="20" fill="#ff8000" fill-opacity="0.5"/>)"));
  ASSERT_TRUE(result.logo);
  EXPECT_EQ(result.logo->at(100, 100), 0x80ff8000);
}

TEST(logo_file, a_png_keeps_its_pixels_and_is_made_smaller_only_when_it_must) {
  const Read small = read(png(2, 1, {1, 2, 3, 255, 10, 20, 30, 40}));
  ASSERT_TRUE(small.logo);
  EXPECT_EQ(*small.logo, (Logo{{2, 1}, {0xff010203, 0x280a141e}}));
  EXPECT_THAT(guessed(small.findings), SaysAt("", "is small and is never enlarged"));
  const Read large = read(plain_png(1024, 300));
  ASSERT_TRUE(large.logo);
  EXPECT_EQ(large.logo->size, (LogoSize{512, 150}));
  EXPECT_EQ(large.logo->at(511, 149), kTeal);
  EXPECT_THAT(guessed(large.findings), IsEmpty());
}

TEST(logo_file, an_svg_of_an_older_drawing_program_is_read) {
  const std::string head =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
      "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n";
  EXPECT_TRUE(read(head + svg(kSquare, R"(width="40mm" height="20mm")")).logo);
  EXPECT_TRUE(read("\xEF\xBB\xBF" + svg("<style>.a{fill:url(#b)}</style>" + kSquare)).logo);
  EXPECT_TRUE(
      read(svg("<defs><g id='a'>" + kSquare + "</g></defs><use xlink:href='#a' style='filter:none'/>")).logo);
}

struct Bad {
  std::string bytes;
  std::string words;
};

TEST(logo_file, what_a_logo_may_not_have_is_said_with_the_cure) {
  const std::vector<Bad> all{
      {svg("<script>alert(1)</script>" + kSquare), "has a script in it"},
      {svg("<g onclick='x()'>" + kSquare + "</g>"), "has a script in it"},
      {svg("<use xlink:href='javascript:x()'/>"), "has a script in it"},
      {svg("<foreignObject/>"), "has a script in it"},
      {svg("<use href='other.svg#a'/>"), "refers to something outside"},
      {svg("<use xlink:href='http://example.org/a.svg#a'/>"), "refers to something outside"},
      {svg("<rect fill='url(http://example.org/a)' width='9' height='9'/>"), "refers to something outside"},
      {svg("<style>@import 'a.css';</style>" + kSquare), "refers to something outside"},
      {svg("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>"),
       "refers to something outside"},
      {svg("<text>Peers</text>"), "convert it to paths"},
      {svg("<image href='#a'/>"), "export it as PNG"},
      {svg("<filter id='a'/>" + kSquare), "has a filter in it"},
      {svg("<g style='opacity:1;filter: blur(3px)'>" + kSquare + "</g>"), "has a filter in it"},
      {svg("<style>g { filter: drop-shadow(1px 1px) }</style>" + kSquare), "has a filter in it"},
      {"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("&a;"), "neither an SVG nor a PNG"},
      {svg("<g>"), "neither an SVG nor a PNG"},
      {"<html/>", "neither an SVG nor a PNG"},
      {"GIF89a", "neither an SVG nor a PNG"},
      {"", "neither an SVG nor a PNG"},
      {svg(kSquare, ""), "give it a viewBox"},
      {svg(kSquare, "viewBox='0 0 0 0'"), ""},
      {svg("", R"(viewBox="0 0 40 20")"), "shows nothing"},
      {svg(kSquare, "viewBox='0 0 900 20'"), "more than eight times as long"},
      {png(1, 1, {1, 2, 3, 0}), "shows nothing"},
      {plain_png(9, 9).substr(0, 60), "This PNG cannot be read"},
      {std::string((1U << 20U) + 1, ' '), "larger than 1 MiB"},
  };
  for (const Bad& bad : all)
    EXPECT_THAT(wrong(read(bad.bytes).findings), SaysAt("", bad.words)) << bad.bytes.substr(0, 200);
}

// Its head says 30000 x 30000 pixels: 3.6 GB, if it were believed.
TEST(logo_file, a_png_that_unpacks_to_gigabytes_is_refused_by_its_head) {
  std::string bytes = plain_png(9, 9);
  const std::string side("\0\0\x75\x30", 4);
  bytes.replace(16, 8, side + side);
  const std::string checksum("\x66\x27\xf8\xba", 4);
  bytes.replace(29, 4, checksum);
  EXPECT_THAT(wrong(read(bytes).findings), SaysAt("", "more than 8 million pixels"));
}

TEST(logo_text, comes_back_exactly) {
  Logo logo{{300, 3}, std::vector<std::uint32_t>(900, 0)};
  for (std::size_t i = 500; i < 600; ++i) logo.pixels[i] = static_cast<std::uint32_t>(i * 0x01030507U);
  EXPECT_EQ(logo_from_text(logo_text(logo)), logo);
  EXPECT_LT(logo_text(logo).size(), 760U);  // 101 pixels of their own, and the rest in four runs
}

TEST(logo_text, a_damaged_one_is_refused) {
  const std::string text = logo_text({{40, 20}, std::vector<std::uint32_t>(800, kTeal)});
  for (std::size_t length = 0; length < text.size(); ++length)
    EXPECT_FALSE(logo_from_text(text.substr(0, length))) << length;
  EXPECT_FALSE(logo_from_text(text + "AAAAAAA="));
  EXPECT_FALSE(logo_from_text("%" + text));
  EXPECT_FALSE(logo_from_text(logo_text({{0, 0}, {}})));
  EXPECT_FALSE(logo_from_text(logo_text({{513, 1}, std::vector<std::uint32_t>(513, kTeal)})));
  EXPECT_FALSE(logo_from_text(logo_text({{40, 20}, std::vector<std::uint32_t>(801, kTeal)})));
}

FileMap with_logo(const std::string& file) {
  FileMap files = lisbon_files();
  files.at("visit.toml") += "\n[branding]\nlogo = \"media/logo.svg\"\n";
  files[file] = svg(kSquare);
  return files;
}

TEST(pack, the_logo_of_the_programme_is_in_it) {
  const PackReading reading = read_pack_from(with_logo("media/logo.svg"));
  ASSERT_TRUE(reading.pack);
  ASSERT_TRUE(reading.pack->visit.branding.logo);
  EXPECT_EQ(reading.pack->visit.branding.logo->size, (LogoSize{512, 256}));
}

TEST(pack, a_logo_that_is_not_there_is_said_at_the_line_that_names_it) {
  const PackReading reading = read_pack_from(with_logo("logo.svg"));
  EXPECT_TRUE(reading.pack);
  EXPECT_THAT(skipped(reading.findings), SaysAt("line 54", "'media/logo.svg' is not in the pack"));
}

}  // namespace
}  // namespace tertulia::formats
