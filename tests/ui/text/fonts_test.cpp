// SPDX-License-Identifier: Apache-2.0
#include "ui/text/fonts.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "tests/ui/text/written.h"

namespace tertulia::ui {
namespace {

using testing::HasSubstr;

class FontDirectory {
 public:
  FontDirectory() {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
    const FontPaths debian;
    for (const auto& entry : std::filesystem::directory_iterator(debian.directory))
      if (entry.path().filename().string().rfind("NotoSans", 0) == 0)
        std::filesystem::create_symlink(entry.path(), path_ / entry.path().filename());
  }
  ~FontDirectory() { std::filesystem::remove_all(path_); }
  FontDirectory(const FontDirectory&) = delete;
  FontDirectory& operator=(const FontDirectory&) = delete;

  void lose(const char* file) const { std::filesystem::remove(path_ / file); }
  void spoil(const char* file) const {
    lose(file);
    std::ofstream(path_ / file) << "<html>not found</html>";
  }
  [[nodiscard]] FontPaths paths() const { return {path_}; }

 private:
  std::filesystem::path path_ = std::filesystem::path(testing::TempDir()) /
                                testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST(fonts, a_missing_font_is_named_with_the_package_that_brings_it) {
  const FontDirectory directory;
  directory.lose("NotoSansEthiopic-Bold.ttf");
  const auto fonts = Fonts::open(directory.paths());
  ASSERT_FALSE(fonts.ok());
  EXPECT_THAT(fonts.error().message, HasSubstr("NotoSansEthiopic-Bold.ttf"));
  EXPECT_THAT(fonts.error().message, HasSubstr("fonts-noto-core"));
}

TEST(fonts, a_file_that_is_no_font_is_named) {
  const FontDirectory directory;
  directory.spoil("NotoSansGeorgian-Regular.ttf");
  const auto fonts = Fonts::open(directory.paths());
  ASSERT_FALSE(fonts.ok());
  EXPECT_THAT(fonts.error().message, HasSubstr("NotoSansGeorgian-Regular.ttf"));
}

TEST(fonts, a_face_that_vanished_later_gives_boxes_and_no_crash) {
  const FontDirectory directory;
  auto fonts = Fonts::open(directory.paths());
  ASSERT_TRUE(fonts.ok());
  directory.lose("NotoSansArabic-Regular.ttf");
  EXPECT_EQ(lay_out(fonts.value(), paragraph("سلام", "ar")).missing_glyphs, 4);
}

TEST(fonts, a_face_is_opened_when_the_first_character_needs_it) {
  Fonts fonts = open_fonts();
  EXPECT_EQ(fonts.opened(), 0);
  EXPECT_GT(lay_out(fonts, paragraph("Room 2, 14:30")).size.width, 0);
  EXPECT_EQ(fonts.opened(), 1);
  EXPECT_GT(lay_out(fonts, paragraph("სტუმრები", "ka")).size.width, 0);
  EXPECT_EQ(fonts.opened(), 2);
}

TEST(fonts, every_language_of_the_product_has_glyphs) {
  Fonts fonts = open_fonts();
  for (const auto& [language, text] : greetings()) {
    for (const Weight weight : {Weight::kRegular, Weight::kBold}) {
      Paragraph words = paragraph(text, language);
      words.style.weight = weight;
      const Layout layout = lay_out(fonts, words);
      EXPECT_EQ(layout.missing_glyphs, 0) << language;
      EXPECT_GT(layout.size.width, 0) << language;
    }
  }
}

TEST(fonts, bold_text_is_drawn_with_bold_faces) {
  Fonts fonts = open_fonts();
  Paragraph words = paragraph("Room القاعة አዳራሽ დარბაზი");
  words.style.weight = Weight::kBold;
  for (const Glyph& glyph : lay_out(fonts, words).glyphs) EXPECT_EQ(glyph.face.weight, Weight::kBold);
}

TEST(fonts, a_character_that_no_face_has_is_a_box_and_is_counted) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("a\uE000\uE001"));
  EXPECT_EQ(layout.missing_glyphs, 2);
  EXPECT_EQ(layout.glyphs.back().face.family, Family::kMissing);
  EXPECT_EQ(layout.glyphs.back().id, 0xE001u);
  EXPECT_GT(layout.size.width, lay_out(fonts, paragraph("a")).size.width);
}

TEST(fonts, a_combining_mark_stays_in_the_face_of_its_base) {
  Fonts fonts = open_fonts();
  const Layout layout = lay_out(fonts, paragraph("შ\u0301"));
  for (const Glyph& glyph : layout.glyphs) EXPECT_EQ(glyph.face.family, Family::kGeorgian);
}

}  // namespace
}  // namespace tertulia::ui
