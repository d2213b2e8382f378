// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pictures/logo.h"

#include "tests/formats/finding_matchers.h"
#include "tests/formats/packs.h"
#include "tests/formats/pictures.h"

namespace tertulia::formats {
namespace {

using testing::IsEmpty;

constexpr std::uint32_t kTeal = 0xff1f8a82;

struct Read {
  std::optional<Picture> logo;
  Findings findings;
};

Read read(const std::string& bytes) {
  Read result;
  result.logo = read_logo({"logo", bytes}, result.findings);
  EXPECT_NE(result.logo.has_value(), result.findings.any_wrong());
  return result;
}

const std::string kSquare = R"(<rect width="20" height="20" fill="#1f8a82"/>)";

TEST(logo_file, an_svg_is_drawn_as_large_as_a_pack_carries_it) {
  const Read result = read(svg(kSquare));
  ASSERT_TRUE(result.logo);
  EXPECT_EQ(result.logo->size, (PictureSize{512, 256}));
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
  EXPECT_EQ(*small.logo, (Picture{{2, 1}, {0xff010203, 0x280a141e}}));
  EXPECT_THAT(guessed(small.findings), SaysAt("", "is small and is never enlarged"));
  const Read large = read(plain_png(1024, 300));
  ASSERT_TRUE(large.logo);
  EXPECT_EQ(large.logo->size, (PictureSize{512, 150}));
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
      {"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("&a;"), "Line 1 declares an entity"},
      {svg("<g>"), "no SVG that can be read"},
      {"<html/>", "no SVG that can be read"},
      {"GIF89a", "This is a GIF"},
      {"", "neither a PNG, a JPEG nor an SVG"},
      {svg(kSquare, ""), "give it a viewBox"},
      {svg(kSquare, "viewBox='0 0 0 0'"), ""},
      {svg("", R"(viewBox="0 0 40 20")"), "shows nothing"},
      {svg(kSquare, "viewBox='0 0 900 20'"), "more than eight times as long"},
      {png(1, 1, {1, 2, 3, 0}), "shows nothing"},
      {plain_png(9, 9).substr(0, 60), "This PNG cannot be read"},
      {std::string((12U << 20U) + 1, ' '), "larger than 12 MiB"},
  };
  for (const Bad& bad : all)
    EXPECT_THAT(wrong(read(bad.bytes).findings), SaysAt("", bad.words)) << bad.bytes.substr(0, 200);
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
  EXPECT_EQ(reading.pack->visit.branding.logo->size, (PictureSize{512, 256}));
}

TEST(pack, a_logo_that_is_not_there_is_said_at_the_line_that_names_it) {
  const PackReading reading = read_pack_from(with_logo("logo.svg"));
  EXPECT_TRUE(reading.pack);
  EXPECT_THAT(skipped(reading.findings), SaysAt("line 54", "'media/logo.svg' is not in the pack"));
}

}  // namespace
}  // namespace tertulia::formats
