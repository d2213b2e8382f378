// SPDX-License-Identifier: Apache-2.0
// No text that the product brings along has a character that none of its fonts has.
#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>

#include "firmware/app/kiosk/keyboard.h"
#include "firmware/app/text/labels.h"
#include "firmware/formats/pack/pack.h"
#include "firmware/program/pack_texts.h"
#include "ui/text/layout.h"

namespace tertulia {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::filesystem::path kConfig = std::filesystem::path(TERTULIA_SOURCE_DIR) / "config";
constexpr const char* kLanguages[] = {"en", "fr", "es", "pt", "ar", "am", "ka", "sw"};

ui::Fonts open_fonts() { return std::move(ui::Fonts::open()).value(); }

std::vector<std::uint32_t> missing_in(ui::Fonts& fonts, const std::string& text, const Language& language) {
  ui::Paragraph paragraph;
  paragraph.text = text;
  paragraph.language = language;
  return ui::missing_characters(fonts, paragraph);
}

TEST(glyphs, the_sample_visit_has_them_all_in_every_language) {
  const formats::PackReading reading = formats::read_pack((kConfig / "visits/lisbon").string());
  ASSERT_TRUE(reading.pack);
  ui::Fonts fonts = open_fonts();
  std::size_t texts = 0;
  for_each_text(*reading.pack, [&texts](const PackText&) { ++texts; });
  EXPECT_GT(texts, 100U);
  EXPECT_THAT(missing_characters(*reading.pack, fonts), IsEmpty());
}

TEST(glyphs, every_interface_catalogue_has_them_all) {
  ui::Fonts fonts = open_fonts();
  int catalogues = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kConfig / "languages")) {
    if (entry.path().extension() != ".po") continue;
    ++catalogues;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);)
      EXPECT_THAT(missing_in(fonts, line, entry.path().stem()), IsEmpty()) << entry.path() << ": " << line;
  }
  EXPECT_EQ(catalogues, 7);
}

TEST(glyphs, every_key_and_language_name_has_them_all) {
  ui::Fonts fonts = open_fonts();
  for (const auto& row : number_pad(Catalogue{}, Sign::kMinus))
    for (const Key& key : row) EXPECT_THAT(missing_in(fonts, key.label, "en"), IsEmpty()) << key.label;
  for (const char* language : kLanguages) {
    EXPECT_THAT(missing_in(fonts, language_name(language), language), IsEmpty());
    const Catalogue words(language, {}, {});
    for (const KeyboardPage page : {KeyboardPage::kLetters, KeyboardPage::kShifted, KeyboardPage::kSymbols})
      for (const KeyboardScript script : {KeyboardScript::kOwn, KeyboardScript::kLatin})
        for (const auto& row : keyboard_for(words, {"ቀ", 3, page, script}, LineMode::kMultiline))
          for (const Key& key : row) {
            EXPECT_THAT(missing_in(fonts, key.label, language), IsEmpty()) << language << " " << key.label;
            for (const std::string& variant : key.variants)
              EXPECT_THAT(missing_in(fonts, variant, language), IsEmpty()) << language << " " << variant;
          }
  }
}

// Fonts of this machine, but none for Chinese.
ui::Fonts fonts_without_collections() {
  ui::FontPaths paths;
  paths.collections = testing::TempDir() + "no-fonts";
  return std::move(ui::Fonts::open(paths)).value();
}

TEST(glyphs, a_script_whose_font_is_not_installed_is_named_with_its_package) {
  VisitPack pack;
  pack.visit.title.set("en", "Visit 漢字");
  pack.visit.title.set("fr", "Visite 漢");
  ui::Fonts fonts = fonts_without_collections();
  EXPECT_THAT(
      missing_characters(pack, fonts),
      ElementsAre("No font for Chinese, Japanese and Korean is installed: the title of the visit (en) and 1 "
                  "more. Install the Debian package fonts-noto-cjk."));
}

TEST(glyphs, a_character_that_no_package_brings_is_told_with_its_place) {
  VisitPack pack;
  Session session;
  session.slug = "opening";
  session.title.set("en", "Hello \xF3\xB0\x80\x81");
  pack.agenda.sessions.push_back(session);
  ui::Fonts fonts = open_fonts();
  EXPECT_THAT(
      missing_characters(pack, fonts),
      ElementsAre("No font has the character U+F0001: the title of session opening (en). Screens show its "
                  "number in a box."));
}

TEST(glyphs, a_title_in_another_script_of_the_package_is_no_finding) {
  VisitPack pack;
  pack.visit.title.set("hi", "कलाकार की स्थिति");
  pack.visit.title.set("km", "ស្ថានភាពសិល្បករ");
  ui::Fonts fonts = fonts_without_collections();
  EXPECT_THAT(missing_characters(pack, fonts), IsEmpty());
}

}  // namespace
}  // namespace tertulia
