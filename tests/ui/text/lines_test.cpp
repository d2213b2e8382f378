// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "tests/ui/text/written.h"

namespace tertulia::ui {
namespace {

constexpr std::string_view kSentence = "The visitors ask the host how the work is shared out in practice.";

int right_edge(const Layout& layout, std::size_t line) {
  return layout.lines[line].x + layout.lines[line].width;
}

TEST(lines, a_line_breaks_at_spaces_and_never_inside_a_word_that_fits) {
  Fonts fonts = open_fonts();
  const Paragraph words = paragraph(kSentence, "en", 180);
  const Layout layout = lay_out(fonts, words);
  ASSERT_GT(layout.lines.size(), 2u);
  EXPECT_FALSE(layout.broke_word);
  for (std::size_t i = 0; i + 1 < layout.lines.size(); ++i)
    EXPECT_EQ(held(layout, words.text, i).back(), ' ');
}

TEST(lines, no_line_is_wider_than_its_box_in_any_language) {
  Fonts fonts = open_fonts();
  for (const auto& [language, text] : greetings()) {
    for (int width = 60; width < 600; width += 11) {
      const Layout layout = lay_out(fonts, paragraph(text, language, static_cast<float>(width)));
      for (const Line& line : layout.lines) {
        EXPECT_GE(line.x, 0) << language << width;
        EXPECT_LE(line.x + line.width, width) << language;
      }
    }
  }
}

TEST(lines, every_byte_stands_on_exactly_one_line) {
  Fonts fonts = open_fonts();
  for (const auto& [language, text] : greetings()) {
    const Paragraph words = paragraph(text, language, 150);
    const Layout layout = lay_out(fonts, words);
    std::string all;
    for (std::size_t i = 0; i < layout.lines.size(); ++i) all += held(layout, words.text, i);
    EXPECT_EQ(all, text);
  }
}

TEST(lines, a_space_hangs_over_the_end_of_its_line) {
  Fonts fonts = open_fonts();
  const int width = lay_out(fonts, paragraph("visitors")).size.width;
  const Layout layout = lay_out(fonts, paragraph("visitors   ask", "en", static_cast<float>(width)));
  EXPECT_EQ(layout.lines.size(), 2u);
  EXPECT_EQ(layout.lines[0].width, width);
}

TEST(lines, a_no_break_space_keeps_its_words_together) {
  Fonts fonts = open_fonts();
  const int width = lay_out(fonts, paragraph("at 14:30")).size.width + 4;
  const Paragraph words = paragraph("we at\u00A014:30", "en", static_cast<float>(width));
  const Layout layout = lay_out(fonts, words);
  EXPECT_EQ(held(layout, words.text, 0), "we ");
}

TEST(lines, an_isolate_does_not_change_where_a_line_breaks) {
  Fonts fonts = open_fonts();
  const Paragraph words = paragraph("begin (\u2068the title\u2069) end", "en", 80);
  const Layout layout = lay_out(fonts, words);
  ASSERT_EQ(layout.lines.size(), 4u);
  EXPECT_EQ(held(layout, words.text, 1), "(\u2068the ");
  EXPECT_EQ(held(layout, words.text, 2), "title\u2069) ");
}

TEST(lines, a_line_feed_makes_a_new_line) {
  Fonts fonts = open_fonts();
  const Paragraph words = paragraph("one\ntwo\r\n\nfour\n");
  const Layout layout = lay_out(fonts, words);
  ASSERT_EQ(layout.lines.size(), 5u);
  EXPECT_EQ(held(layout, words.text, 1), "two");
  EXPECT_EQ(held(layout, words.text, 2), "");
  EXPECT_EQ(held(layout, words.text, 4), "");
}

TEST(lines, an_empty_text_is_one_line_high) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph(""));
  EXPECT_EQ(layout.lines.size(), 1u);
  EXPECT_EQ(layout.size, (Size{0, layout.line_height}));
}

TEST(lines, a_word_wider_than_the_line_is_broken_and_said_so) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("anticonstitutionnellement", "fr", 120));
  EXPECT_TRUE(layout.broke_word);
  EXPECT_GT(layout.lines.size(), 1u);
}

TEST(lines, a_letter_wider_than_the_line_counts_as_a_broken_word) {
  Fonts fonts = open_fonts();
  EXPECT_TRUE(lay_out(fonts, paragraph("W", "en", 10)).broke_word);
  EXPECT_FALSE(lay_out(fonts, paragraph("", "en", 10)).broke_word);
}

TEST(lines, arabic_and_ethiopic_lines_stand_further_apart) {
  Fonts fonts = open_fonts();
  const int body = lay_out(fonts, paragraph("Room")).line_height;
  EXPECT_EQ(body, 33);  // 26 * 1.25
  EXPECT_EQ(lay_out(fonts, paragraph("القاعة", "ar")).line_height, 36);
  EXPECT_EQ(lay_out(fonts, paragraph("አዳራሽ", "am")).line_height, 36);
  EXPECT_EQ(lay_out(fonts, paragraph("დარბაზი", "ka")).line_height, body);
}

TEST(lines, a_line_height_that_is_given_is_kept) {
  Fonts fonts = open_fonts();
  Paragraph words = paragraph("القاعة", "ar");
  words.style.size_px = 100;
  words.style.line_height = kHeadlineLineHeight;
  EXPECT_EQ(lay_out(fonts, words).line_height, 115);
}

TEST(lines, the_start_of_an_arabic_line_is_on_the_right) {
  Fonts fonts = open_fonts();
  Paragraph words = paragraph("غدا", "ar", 300);
  EXPECT_EQ(right_edge(lay_out(fonts, words), 0), 300);
  words.align = Align::kEnd;
  EXPECT_EQ(lay_out(fonts, words).lines[0].x, 0);
}

TEST(lines, a_centred_line_has_the_same_room_on_both_sides) {
  Fonts fonts = open_fonts();
  Paragraph words = paragraph("two\nlines here", "en", 300);
  words.align = Align::kCenter;
  const Layout layout = lay_out(fonts, words);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_NEAR(layout.lines[i].x, 300 - right_edge(layout, i), 1);
}

TEST(lines, text_that_does_not_fit_ends_with_an_ellipsis) {
  Fonts fonts = open_fonts();
  const std::uint32_t ellipsis = lay_out(fonts, paragraph("…")).glyphs[0].id;
  Paragraph words = paragraph(kSentence, "en", 180);
  words.max_lines = 2;
  const Layout layout = lay_out(fonts, words);
  EXPECT_EQ(layout.lines.size(), 2u);
  EXPECT_TRUE(layout.ellipsized);
  EXPECT_EQ(layout.glyphs.back().id, ellipsis);
  EXPECT_LE(layout.size.width, 180);
}

TEST(lines, the_ellipsis_of_an_arabic_text_stands_on_the_left) {
  Fonts fonts = open_fonts();
  Paragraph words = paragraph("هل كانت الجلسة مفيدة لك ولزملائك اليوم", "ar", 150);
  words.max_lines = 1;
  const Layout layout = lay_out(fonts, words);
  EXPECT_TRUE(layout.ellipsized);
  EXPECT_EQ(layout.glyphs.front().face.family, Family::kSans);  // the Arabic face has no ellipsis
  EXPECT_GE(layout.glyphs.front().x, 0);
}

TEST(lines, more_source_lines_than_allowed_end_with_an_ellipsis) {
  Fonts fonts = open_fonts();
  Paragraph words = paragraph("one\ntwo");
  words.max_lines = 1;
  EXPECT_TRUE(lay_out(fonts, words).ellipsized);
}

TEST(lines, text_that_just_fits_has_no_ellipsis) {
  Fonts fonts = open_fonts();
  Paragraph words = paragraph(kSentence);
  words.width = static_cast<float>(lay_out(fonts, words).size.width);
  words.max_lines = 1;
  EXPECT_FALSE(lay_out(fonts, words).ellipsized);
}

TEST(lines, text_keeps_its_size_while_it_fits) {
  Fonts fonts = open_fonts();
  EXPECT_EQ(fit(fonts, paragraph(kSentence, "en", 400), 80).size_px, 26);
}

TEST(lines, text_shrinks_by_at_most_a_quarter_before_the_ellipsis) {
  Fonts fonts = open_fonts();
  const Paragraph words = paragraph(kSentence, "en", 300);
  const int three_lines = lay_out(fonts, words).size.height;
  const Layout shrunk = fit(fonts, words, three_lines - 8);
  EXPECT_FALSE(shrunk.ellipsized);
  EXPECT_LT(shrunk.size_px, 26);
  EXPECT_GE(shrunk.size_px, 20);
  const Layout cut = fit(fonts, words, three_lines / 3);
  EXPECT_TRUE(cut.ellipsized);
  EXPECT_EQ(cut.size_px, 20);
  EXPECT_LE(cut.size.height, three_lines / 3);
}

TEST(lines, text_shrinks_rather_than_break_a_word) {
  Fonts fonts = open_fonts();
  const int width = lay_out(fonts, paragraph("anticonstitutionnellement")).size.width;
  const Layout layout =
      fit(fonts, paragraph("anticonstitutionnellement", "fr", static_cast<float>(width) - 20), 200);
  EXPECT_FALSE(layout.broke_word);
  EXPECT_LT(layout.size_px, 26);
}

TEST(lines, clock_digits_have_equal_width) {
  Fonts fonts = open_fonts();
  for (const Weight weight : {Weight::kRegular, Weight::kBold}) {
    for (const int size_px : {27, 256, 801}) {
      Paragraph clock = paragraph("");
      clock.style = {size_px, weight, Digits::kEqualWidth, 0};
      std::vector<int> colons;
      for (const char* time : {"00:00", "11:11", "14:30", "47:47"}) {
        clock.text = time;
        const Layout layout = lay_out(fonts, clock);
        colons.push_back(layout.glyphs[2].x * 10000 + layout.size.width);
      }
      EXPECT_THAT(colons, testing::Each(colons.front()));
    }
  }
}

TEST(lines, arabic_clock_digits_have_equal_width) {
  Fonts fonts = open_fonts();
  Paragraph clock = paragraph("١١:١١", "ar");
  clock.style.digits = Digits::kEqualWidth;
  const int width = lay_out(fonts, clock).size.width;
  clock.text = "٤٥:٣٠";
  EXPECT_EQ(lay_out(fonts, clock).size.width, width);
}

}  // namespace
}  // namespace tertulia::ui
