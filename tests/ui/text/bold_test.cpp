// SPDX-License-Identifier: Apache-2.0
// Bold words within a text: in their own face, measured and wrapped with the words around them.
#include <gtest/gtest.h>

#include "firmware/domain/emphasis.h"
#include "firmware/domain/utf8.h"
#include "tests/ui/text/written.h"

namespace tertulia::ui {
namespace {

struct Words {
  const char* language;
  std::string before, bold, after;
  [[nodiscard]] std::string plain() const { return before + bold + after; }
  [[nodiscard]] std::string marked() const { return before + in_bold(bold) + after; }
};

std::vector<Words> in_each_script() {
  return {{"en", "How ", "useful", " was this session?"},
          {"ar", "هل كانت ", "الجلسة", " مفيدة؟"},
          {"am", "ውይይቱ ", "ጠቃሚ", " ነበር?"},
          {"ka", "სასარგებლო ", "იყო", " ეს შეხვედრა?"}};
}

std::string drawn_bold(const Layout& layout, const std::string& text) {
  std::string bold;
  std::vector<std::uint32_t> starts;
  for (const Glyph& glyph : layout.glyphs)
    if (glyph.face.weight == Weight::kBold) starts.push_back(glyph.byte);
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  for (const std::uint32_t byte : starts)
    for (const Cluster& cluster : layout.clusters)
      if (cluster.byte_begin == byte)
        bold += text.substr(cluster.byte_begin, cluster.byte_end - cluster.byte_begin);
  return without_bold_marks(bold);
}

TEST(bold_words, are_drawn_in_the_bold_face_of_their_script_and_no_others) {
  Fonts fonts = open_fonts();
  for (const Words& words : in_each_script()) {
    const Layout layout = lay_out(fonts, paragraph(words.marked(), words.language));
    EXPECT_EQ(drawn_bold(layout, words.marked()), words.bold);
    EXPECT_EQ(layout.missing_glyphs, 0);
  }
}

TEST(bold_words, their_marks_take_no_room_and_draw_nothing) {
  Fonts fonts = open_fonts();
  for (const Words& words : in_each_script()) {
    Paragraph bold = paragraph(words.plain(), words.language);
    bold.style.weight = Weight::kBold;
    const Layout all = lay_out(fonts, bold);
    Paragraph marked = paragraph(in_bold(words.plain()), words.language);
    const Layout layout = lay_out(fonts, marked);
    EXPECT_EQ(layout.size, all.size) << words.language;
    ASSERT_EQ(layout.glyphs.size(), all.glyphs.size()) << words.language;
    for (std::size_t i = 0; i < all.glyphs.size(); ++i) {
      EXPECT_EQ(layout.glyphs[i].id, all.glyphs[i].id) << words.language;
      EXPECT_EQ(layout.glyphs[i].x, all.glyphs[i].x) << words.language;
    }
  }
}

TEST(bold_words, are_measured_as_wide_as_they_are) {
  Fonts fonts = open_fonts();
  for (const Words& words : in_each_script()) {
    const auto width = [&](const std::string& text) {
      return lay_out(fonts, paragraph(text, words.language)).size.width;
    };
    EXPECT_NE(width(words.marked()), width(words.plain())) << words.language;
  }
}

TEST(bold_words, wrap_where_plain_ones_do_and_never_inside_a_word) {
  Fonts fonts = open_fonts();
  for (const Words& words : in_each_script()) {
    const std::string text = words.marked() + " " + words.marked() + " " + words.marked();
    for (int width = 220; width < 560; width += 17) {
      const Layout layout = lay_out(fonts, paragraph(text, words.language, static_cast<float>(width)));
      EXPECT_FALSE(layout.broke_word) << words.language << width;
      std::string all;
      for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        EXPECT_LE(layout.lines[i].x + layout.lines[i].width, width) << words.language;
        const std::string line = without_bold_marks(held(layout, text, i));
        if (i + 1 < layout.lines.size()) {
          EXPECT_EQ(line.back(), ' ') << words.language << width;
        }
        all += line;
      }
      EXPECT_EQ(all, without_bold_marks(text));
    }
  }
}

// Four letters of one word join across the marks: no letter gets its form of a word of its own.
TEST(bold_words, a_bold_part_of_an_arabic_word_joins_the_rest_of_it) {
  Fonts fonts = open_fonts();
  const auto forms = [&](const std::string& text, Weight weight) {
    Paragraph word = paragraph(text, "ar");
    word.style.weight = weight;
    std::vector<std::uint32_t> ids;
    for (const Glyph& glyph : lay_out(fonts, word).glyphs) ids.push_back(glyph.id);
    return ids;
  };
  const auto regular = forms("بببب", Weight::kRegular);
  const auto bold = forms("بببب", Weight::kBold);
  const auto mixed = forms("بب" + in_bold("بب"), Weight::kRegular);
  ASSERT_EQ(regular.size(), 4U);
  ASSERT_EQ(mixed.size(), 4U);  // from left to right: the bold letters come first
  EXPECT_EQ(mixed, (std::vector{bold[0], bold[1], regular[2], regular[3]}));
}

TEST(bold_words, marks_without_partner_harm_nothing) {
  Fonts fonts = open_fonts();
  std::string begins = "a";
  append_code_point(begins, kBoldBegins);
  std::string ends = begins;
  append_code_point(ends, kBoldEnds);
  for (const std::string& text : {begins, ends, ends + "b", begins + "b", std::string("\uFDD1a")})
    EXPECT_EQ(lay_out(fonts, paragraph(text)).missing_glyphs, 0);
  EXPECT_EQ(lay_out(fonts, paragraph("\uFDD0")).lines.size(), 1U);
}

}  // namespace
}  // namespace tertulia::ui
