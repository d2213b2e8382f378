// SPDX-License-Identifier: Apache-2.0
// Titles in scripts that the product itself does not speak, with the fonts of Debian's fonts-noto-core.
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include <gmock/gmock.h>

#include "tests/ui/text/written.h"
#include "ui/text/fonts.h"

namespace tertulia::ui {
namespace {

struct Title {
  const char* language;
  const char* text;
};

constexpr Title kTitles[] = {{"hi", "कलाकार की स्थिति: नया कानून"},
                             {"th", "สถานะของศิลปิน: กฎหมายใหม่เปลี่ยนอะไร"},
                             {"km", "ស្ថានភាពសិល្បករ៖ ច្បាប់ថ្មី"},
                             {"my", "အနုပညာရှင်၏ အခြေအနေ"},
                             {"he", "מעמד האמן: מה שינה החוק החדש"},
                             {"hy", "Արվեստագետի կարգավիճակը"},
                             {"bn", "শিল্পীর মর্যাদা"},
                             {"ta", "கலைஞரின் நிலை"},
                             {"te", "కళాకారుని హోదా"},
                             {"kn", "ಕಲಾವಿದರ ಸ್ಥಿತಿ"},
                             {"ml", "കലാകാരന്റെ പദവി"},
                             {"gu", "કલાકારની સ્થિતિ"},
                             {"pa", "ਕਲਾਕਾਰ ਦੀ ਸਥਿਤੀ"},
                             {"si", "කලාකරුවාගේ තත්ත්වය"},
                             {"lo", "ສະຖານະຂອງນັກສິລະປິນ"},
                             {"bo", "སྒྱུ་རྩལ་པའི་གནས་བབ"},
                             {"dv", "ފަންނާނުންގެ ދަރަޖަ"},
                             {"mn", "ᠤᠷᠠᠯᠢᠭᠴᠢ"},
                             {"nqo", "ߞߎ߬ߙߎ߲߬ߘߎ"},
                             {"zgh", "ⴰⵏⴰⵥⵓⵕ"},
                             {"chr", "ᏣᎳᎩ"},
                             {"syr", "ܐܘܡܢܐ"},
                             {"el", "Η θέση του καλλιτέχνη"},
                             {"ru", "Статус художника"}};

Layout laid_out(Fonts& fonts, const Title& title, Weight weight = Weight::kRegular, float width = 0) {
  Paragraph words = paragraph(title.text, title.language, width);
  words.style.weight = weight;
  return lay_out(fonts, words);
}

TEST(fonts_by_need, titles_in_the_worlds_scripts_have_glyphs_in_both_weights) {
  Fonts fonts = open_fonts();
  for (const Title& title : kTitles)
    for (const Weight weight : {Weight::kRegular, Weight::kBold}) {
      const Layout layout = laid_out(fonts, title, weight);
      EXPECT_EQ(layout.missing_glyphs, 0) << title.language;
      EXPECT_GT(layout.size.width, 0) << title.language;
    }
}

TEST(fonts_by_need, every_script_of_the_table_is_found_in_the_file_that_it_names) {
  // A letter of each, so that a wrong row of the table is seen.
  Fonts fonts = open_fonts();
  int drawn = 0;
  std::set<Family> seen;
  for (std::uint32_t code_point = 0x0590; code_point < 0x1F000; code_point += 1) {
    const Family family = family_of(code_point);
    if (!is_by_need(family) || is_collection(family) || seen.contains(family)) continue;
    if (fonts.covers({family, Weight::kRegular}, code_point)) seen.insert(family), ++drawn;
  }
  EXPECT_GE(drawn, 130);
}

TEST(fonts_by_need, scripts_mix_in_one_title_and_no_mark_leaves_its_letter) {
  Fonts fonts = open_fonts();
  const std::string text = "Room 2: कलाकार, שָׁלוֹם and ศิลปิน (10:42)";
  const Layout layout = lay_out(fonts, paragraph(text));
  EXPECT_EQ(layout.missing_glyphs, 0);
  std::map<std::uint32_t, Family> family_of_byte;
  for (const Glyph& glyph : layout.glyphs) {
    const auto [found, is_new] = family_of_byte.emplace(glyph.byte, glyph.face.family);
    EXPECT_TRUE(is_new || found->second == glyph.face.family) << glyph.byte;
  }
  EXPECT_EQ(seen(layout, text).substr(0, 8), "Room 2: ");
}

TEST(fonts_by_need, hebrew_runs_from_the_right) {
  Fonts fonts = open_fonts();
  EXPECT_EQ(laid_out(fonts, {"he", "מעמד האמן"}).direction, Direction::kRightToLeft);
}

TEST(fonts_by_need, a_script_without_a_bold_face_is_drawn_in_its_regular_one) {
  Fonts fonts = open_fonts();
  const Title syriac{"syr", "ܐܘܡܢܐ"};
  EXPECT_EQ(laid_out(fonts, syriac, Weight::kBold).missing_glyphs, 0);
}

TEST(fonts_by_need, a_symbol_comes_from_a_font_of_symbols) {
  Fonts fonts = open_fonts();
  EXPECT_EQ(lay_out(fonts, paragraph("♻ → ∑ ♬ ✓")).missing_glyphs, 0);
}

TEST(fonts_by_need, few_faces_are_open_at_a_time) {
  Fonts fonts = open_fonts();
  for (const Title& title : kTitles)
    for (const Weight weight : {Weight::kRegular, Weight::kBold}) (void)laid_out(fonts, title, weight);
  EXPECT_LE(fonts.opened(), 2 * kFamilies + static_cast<int>(Fonts::kMostByNeed));
}

TEST(fonts_by_need, a_face_that_nothing_used_for_a_while_is_given_back_and_opened_again) {
  Fonts fonts = open_fonts();
  const Layout before = laid_out(fonts, kTitles[0]);
  const int with = fonts.opened();
  fonts.close_unused();  // it was used since the start
  EXPECT_EQ(fonts.opened(), with);
  fonts.close_unused();
  EXPECT_LT(fonts.opened(), with);
  EXPECT_EQ(laid_out(fonts, kTitles[0]), before);
}

TEST(fonts_by_need, a_face_that_is_not_installed_gives_boxes) {
  FontPaths paths;
  paths.collections = std::filesystem::path(testing::TempDir()) / "nothing";
  auto fonts = Fonts::open(paths);
  ASSERT_TRUE(fonts.ok());
  EXPECT_EQ(lay_out(fonts.value(), paragraph("漢字", "zh")).missing_glyphs, 2);
  EXPECT_FALSE(fonts.value().is_installed(family_of(0x6F22)));
}

TEST(fonts_by_need, chinese_japanese_and_korean_are_drawn_where_their_package_is_installed) {
  Fonts fonts = open_fonts();
  if (!fonts.is_installed(family_of(0x6F22))) GTEST_SKIP() << "the package fonts-noto-cjk is not installed";
  for (const Title& title : {Title{"zh", "艺术家的地位：新法改变了什么"},
                             Title{"ja", "芸術家の地位「新しい法律」"}, Title{"ko", "예술가의 지위"}})
    EXPECT_EQ(laid_out(fonts, title, Weight::kBold).missing_glyphs, 0) << title.language;
}

TEST(fonts_by_need, lines_of_scripts_without_spaces_break_between_syllables) {
  Fonts fonts = open_fonts();
  for (const Title& title : {kTitles[1], kTitles[2], Title{"my", "အနုပညာရှင်များ၏လူမှုဖူလုံရေး"}}) {
    const Layout layout = laid_out(fonts, title, Weight::kRegular, 170);
    EXPECT_GT(layout.lines.size(), 1U) << title.language;
    EXPECT_FALSE(layout.broke_word) << title.language;
  }
}

TEST(fonts_by_need, what_a_script_puts_above_and_below_its_letters_has_room_between_lines) {
  Fonts fonts = open_fonts();
  Paragraph khmer = paragraph("ស្ថានភាព", "km");
  khmer.style.line_height = kHeadlineLineHeight;
  Paragraph latin = khmer;
  latin.text = "Status";
  EXPECT_GT(lay_out(fonts, khmer).line_height, lay_out(fonts, latin).line_height);
}

}  // namespace
}  // namespace tertulia::ui
