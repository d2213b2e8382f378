// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "firmware/domain/catalogue.h"
#include "tests/ui/text/written.h"

namespace tertulia::ui {
namespace {

using testing::HasSubstr;

std::string seen_alone(std::string_view text, std::string_view language) {
  Fonts fonts = open_fonts();
  const Paragraph words = paragraph(text, language);
  return seen(lay_out(fonts, words), words.text);
}

TEST(bidi, a_time_inside_an_arabic_sentence_reads_left_to_right) {
  EXPECT_THAT(seen_alone("تبدأ في الساعة 14:30 اليوم", "ar"), HasSubstr("14:30"));
}

TEST(bidi, an_arabic_sentence_starts_on_the_right) { EXPECT_EQ(seen_alone("أنا هنا", "ar"), "انه انأ"); }

TEST(bidi, a_latin_title_in_an_arabic_sentence_keeps_its_order) {
  const std::string line = seen_alone("جلسة \u2068Learning together, part 1\u2069 غدا", "ar");
  EXPECT_THAT(line, HasSubstr("Learning together, part 1"));
  EXPECT_LT(line.find("غ"), line.find("Learning"));
  EXPECT_LT(line.find("Learning"), line.find("ج"));
}

TEST(bidi, an_inserted_arabic_title_does_not_pull_the_number_behind_it) {
  const std::string line = seen_alone("Session \u2068حوار\u2069 2 minutes", "en");
  EXPECT_LT(line.find("ر"), line.find("2"));
  EXPECT_THAT(line, HasSubstr("2 minutes"));
}

// Direction marks, embeddings, overrides and isolates, alone and against each other.
constexpr const char* kControls[] = {"\u202E", "\u202D", "\u202A",       "\u202B",      "\u202C",
                                     "\u2066", "\u2067", "\u2068",       "\u2069",      "\u200F",
                                     "\u061C", "\u2029", "\u2069\u202E", "\u2067\u202E"};

std::string without_controls(std::string text) {
  for (const std::string control : kControls)
    for (std::size_t at = 0; (at = text.find(control)) != std::string::npos;) text.erase(at, control.size());
  return text;
}

TEST(bidi, controls_in_a_name_have_no_effect_beyond_it) {
  for (const std::string control : kControls)
    for (const std::string& name : {control + "Rabat", "Rabat" + control}) {
      const std::string line = seen_alone(fill("غدا {name} اليوم", {{"name", name}}), "ar");
      EXPECT_TRUE(without_controls(line).starts_with("مويلا ")) << line;
      EXPECT_TRUE(without_controls(line).ends_with(" ادغ")) << line;
    }
}

TEST(bidi, an_isolate_is_never_a_glyph) {
  Fonts fonts = open_fonts();
  const Layout plain = lay_out(fonts, paragraph("Room 2"));
  const Layout isolated = lay_out(fonts, paragraph("\u2068Room\u2069 \u200E\u202A2\u202C\u061C"));
  EXPECT_EQ(isolated.glyphs.size(), plain.glyphs.size());
  EXPECT_EQ(isolated.size, plain.size);
  EXPECT_EQ(isolated.missing_glyphs, 0);
}

TEST(bidi, the_first_letter_gives_the_direction) {
  Fonts fonts = open_fonts();
  EXPECT_EQ(lay_out(fonts, paragraph("14:30 غدا", "en")).direction, Direction::kRightToLeft);
  EXPECT_EQ(lay_out(fonts, paragraph("14:30 Rabat غدا", "ar")).direction, Direction::kLeftToRight);
}

TEST(bidi, an_inserted_value_does_not_give_the_direction) {
  Fonts fonts = open_fonts();
  EXPECT_EQ(lay_out(fonts, paragraph("\u2068Rabat\u2069 غدا", "en")).direction, Direction::kRightToLeft);
}

TEST(bidi, a_text_without_letters_has_the_direction_of_its_language) {
  Fonts fonts = open_fonts();
  EXPECT_EQ(lay_out(fonts, paragraph("14:30", "ar")).direction, Direction::kRightToLeft);
  EXPECT_EQ(lay_out(fonts, paragraph("\u2068غدا\u2069", "en")).direction, Direction::kLeftToRight);
}

TEST(bidi, brackets_are_mirrored_in_arabic) {
  Fonts fonts = open_fonts();
  const Layout arabic = lay_out(fonts, paragraph("(غ", "ar"));
  const Layout latin = lay_out(fonts, paragraph("a)"));
  EXPECT_EQ(arabic.glyphs.back().id, latin.glyphs.back().id);
}

TEST(bidi, arabic_letters_join) {
  Fonts fonts = open_fonts();
  const Layout joined = lay_out(fonts, paragraph("بب", "ar"));
  const Layout apart = lay_out(fonts, paragraph("ب ب", "ar"));
  EXPECT_NE(joined.glyphs.front().id, apart.glyphs.front().id);
}

TEST(bidi, a_space_at_the_end_of_an_arabic_line_hangs_on_the_left) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("غدا ", "ar", 200));
  EXPECT_EQ(layout.clusters.front().right, layout.lines[0].x);
  EXPECT_EQ(layout.lines[0].x + layout.lines[0].width, 200);
}

TEST(bidi, spaces_after_latin_words_at_the_end_of_an_arabic_line_hang_on_the_left) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("غدا Rabat  ", "ar", 200));
  EXPECT_LT(layout.clusters.front().left, layout.lines[0].x);
  for (const Cluster& cluster : layout.clusters) EXPECT_LT(cluster.byte_begin, cluster.byte_end);
}

TEST(bidi, a_line_breaks_between_two_isolated_names) {
  Fonts fonts = open_fonts();
  const std::string text = "\u2068Costa Rica\u2069, \u2068Namibia\u2069, \u2068Georgia\u2069";
  const int width = lay_out(fonts, paragraph("Costa Rica, Nam")).size.width;
  const Layout layout = lay_out(fonts, paragraph(text, "en", static_cast<float>(width)));
  ASSERT_GE(layout.lines.size(), 2U);
  EXPECT_NE(held(layout, text, 0).find("Rica"), std::string::npos);
  EXPECT_EQ(held(layout, text, 0).find("Nam"), std::string::npos);
  EXPECT_EQ(layout.lines[0].width, lay_out(fonts, paragraph("Costa Rica,")).size.width) << "the space hangs";
}

}  // namespace
}  // namespace tertulia::ui
