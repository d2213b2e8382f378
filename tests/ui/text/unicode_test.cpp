// SPDX-License-Identifier: Apache-2.0
#include "ui/text/unicode.h"

#include <gmock/gmock.h>

#include "tests/ui/text/written.h"

namespace tertulia::ui {
namespace {

std::vector<std::uint32_t> code_points(std::string_view utf8) {
  const DecodedText text = decode(utf8);
  return {text.code_points.begin(), text.code_points.end()};
}

using Points = std::vector<std::uint32_t>;

TEST(unicode, valid_text_is_decoded) { EXPECT_EQ(code_points("aé€😀"), (Points{'a', 0xE9, 0x20AC, 0x1F600})); }

TEST(unicode, invalid_utf_8_becomes_a_replacement_character) {
  EXPECT_EQ(code_points("a\xFFz"), (Points{'a', 0xFFFD, 'z'}));
  EXPECT_EQ(code_points("\x80"), (Points{0xFFFD}));
}

TEST(unicode, a_cut_sequence_becomes_one_replacement_character) {
  EXPECT_EQ(code_points("\xE2\x82"), (Points{0xFFFD}));
  EXPECT_EQ(code_points("\xE2\x82z"), (Points{0xFFFD, 'z'}));
  EXPECT_EQ(code_points("\xF0\x9F\x98"), (Points{0xFFFD}));
}

TEST(unicode, overlong_forms_and_surrogates_are_invalid) {
  EXPECT_EQ(code_points("\xC0\xAF"), (Points{0xFFFD, 0xFFFD}));
  EXPECT_EQ(code_points("\xED\xA0\x80"), (Points{0xFFFD, 0xFFFD, 0xFFFD}));
  EXPECT_EQ(code_points("\xF4\x90\x80\x80"), (Points{0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD}));
}

TEST(unicode, each_code_point_knows_its_byte) {
  const DecodedText text = decode("aé\xFFz");
  EXPECT_THAT(text.bytes, testing::ElementsAre(0u, 1u, 3u, 4u, 5u));
}

TEST(unicode, any_bytes_can_be_laid_out) {
  Fonts fonts = open_fonts();
  std::uint32_t state = 1;
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (int i = 0; i < 60; ++i) {
      state = state * 1664525u + 1013904223u;
      bytes += static_cast<char>(state >> 24);
    }
    const Layout layout = lay_out(fonts, paragraph(bytes, "ar", static_cast<float>(round)));
    EXPECT_GE(layout.lines.size(), 1u);
  }
}

TEST(unicode, any_mix_of_scripts_and_controls_can_be_laid_out) {
  Fonts fonts = open_fonts();
  const std::vector<std::string> parts = {
      "ab",     "سلا",    "ُ",       "ውይ", "შე", " ",  "\n",     "14:30", "(",      "]",  "\u2068", "\u2069",
      "\u202E", "\u202C", "\u200D", "👩",  "漢", "\t", "\u0301", "\x01",  "\u00AD", "لا", "fi",     "،"};
  std::uint32_t state = 7;
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) {
      state = state * 1664525u + 1013904223u;
      text += parts[(state >> 16) % parts.size()];
    }
    Paragraph words = paragraph(text, round % 2 == 0 ? "ar" : "en", static_cast<float>(round));
    words.max_lines = round % 5;
    const Layout layout = lay_out(fonts, words);
    for (const Cluster& cluster : layout.clusters) {
      EXPECT_LT(cluster.byte_begin, cluster.byte_end);
      EXPECT_LE(cluster.byte_end, text.size());
    }
    const std::size_t most =
        words.max_lines > 0 ? static_cast<std::size_t>(words.max_lines) : text.size() + 1;
    EXPECT_LE(layout.lines.size(), most);
  }
}

TEST(unicode, control_characters_and_tabs_are_never_boxes) {
  Fonts fonts = open_fonts();
  EXPECT_EQ(lay_out(fonts, paragraph("a\x01\x7F\tb")).missing_glyphs, 0);
  EXPECT_EQ(lay_out(fonts, paragraph("a\tb")).size, lay_out(fonts, paragraph("a b")).size);
}

}  // namespace
}  // namespace tertulia::ui
