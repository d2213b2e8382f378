// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/formats/text/gettext_mo.h"

namespace tertulia::formats {
namespace {

using ::testing::HasSubstr;

enum class ByteOrder { kLittle, kBig };
using Texts = std::vector<std::pair<std::string, std::string>>;

void append(std::string& bytes, std::size_t number, ByteOrder order) {
  for (unsigned i = 0; i < 4; ++i) {
    const unsigned shift = 8 * (order == ByteOrder::kLittle ? i : 3 - i);
    bytes += static_cast<char>((number >> shift) & 0xff);
  }
}

// What msgfmt would write, without a hash table.
std::string compiled(const Texts& texts, ByteOrder order = ByteOrder::kLittle) {
  std::string bytes;
  const std::size_t table = 28;
  for (const std::size_t number : {std::size_t{0x950412de}, std::size_t{0}, texts.size(), table,
                                   table + 8 * texts.size(), std::size_t{0}, table}) {
    append(bytes, number, order);
  }
  std::string strings;
  const std::size_t start = table + 16 * texts.size();
  const auto describe = [&](const std::string& text) {
    append(bytes, text.size(), order);
    append(bytes, start + strings.size(), order);
    strings += text + '\0';
  };
  for (const auto& [id, translation] : texts) describe(id);
  for (const auto& [id, translation] : texts) describe(translation);
  return bytes + strings;
}

std::pair<std::string, std::string> header(const std::string& language, const std::string& plural) {
  return {"", "Language: " + language + "\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: " + plural +
                  "\n"};
}

const std::string kTwoForms = "nplurals=2; plural=(n != 1);";

Texts portuguese() {
  return {header("pt", kTwoForms),
          {"Next", "Seguinte"},
          {"Skip", ""},
          {std::string("{count} voice\0{count} voices", 28), std::string("{count} voz\0{count} vozes", 25)}};
}

std::vector<std::size_t> forms_of(const std::string& header_line,
                                  std::initializer_list<std::uint64_t> counts) {
  const auto plural = parse_plural_forms(header_line);
  EXPECT_TRUE(plural.ok()) << header_line;
  std::vector<std::size_t> forms;
  for (const auto count : counts) forms.push_back(plural.ok() ? plural.value().rule(count) : 99);
  return forms;
}

using Forms = std::vector<std::size_t>;

TEST(gettext, a_compiled_catalogue_translates) {
  const auto catalogue = parse_mo(compiled(portuguese()), "pt.mo");
  ASSERT_TRUE(catalogue.ok()) << catalogue.error().message;
  EXPECT_EQ(catalogue.value().language(), "pt");
  EXPECT_EQ(catalogue.value().text("Next"), "Seguinte");
}

TEST(gettext, the_other_byte_order_reads_the_same) {
  const auto catalogue = parse_mo(compiled(portuguese(), ByteOrder::kBig), "pt.mo");
  ASSERT_TRUE(catalogue.ok()) << catalogue.error().message;
  EXPECT_EQ(catalogue.value().text("Next"), "Seguinte");
}

TEST(gettext, an_untranslated_text_shows_in_english) {
  EXPECT_EQ(parse_mo(compiled(portuguese()), "pt.mo").value().text("Skip"), "Skip");
}

TEST(gettext, a_plural_takes_the_form_of_its_count) {
  const Catalogue catalogue = parse_mo(compiled(portuguese()), "pt.mo").value();
  EXPECT_EQ(catalogue.plural("{count} voice", "{count} voices", 1), "{count} voz");
  EXPECT_EQ(catalogue.plural("{count} voice", "{count} voices", 43), "{count} vozes");
}

TEST(gettext, a_file_cut_anywhere_is_refused) {
  const std::string whole = compiled(portuguese());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(parse_mo(std::string_view(whole).substr(0, size), "pt.mo").ok()) << size;
  }
}

TEST(gettext, an_offset_beyond_the_file_is_refused) {
  std::string bytes = compiled(portuguese());
  for (const std::size_t field : {12U, 16U, 32U}) {
    std::string hostile = bytes;
    hostile.replace(field, 4, "\xff\xff\xff\xff");
    EXPECT_FALSE(parse_mo(hostile, "pt.mo").ok()) << field;
  }
}

TEST(gettext, an_absurd_count_is_refused) {
  std::string bytes = compiled(portuguese());
  bytes.replace(8, 4, "\xff\xff\xff\x7f");
  EXPECT_FALSE(parse_mo(bytes, "pt.mo").ok());
}

TEST(gettext, text_that_is_not_utf8_is_refused) {
  EXPECT_FALSE(parse_mo(compiled({header("pt", kTwoForms), {"Next", "\xe9"}}), "pt.mo").ok());
}

TEST(gettext, a_catalogue_without_language_or_charset_is_refused) {
  EXPECT_FALSE(parse_mo(compiled({{"Next", "Seguinte"}}), "pt.mo").ok());
  EXPECT_FALSE(parse_mo(compiled({{"", "Language: pt\nPlural-Forms: " + kTwoForms}}), "pt.mo").ok());
}

TEST(gettext, a_refusal_names_the_file) {
  EXPECT_THAT(parse_mo("msgid \"Next\"", "config/pt.mo").error().message, HasSubstr("config/pt.mo"));
}

TEST(plural_forms, each_language_of_the_product_counts_in_its_own_way) {
  EXPECT_EQ(forms_of("nplurals=2; plural=(n > 1);", {0, 1, 2}), (Forms{0, 0, 1}));
  EXPECT_EQ(forms_of("nplurals=2; plural=(n != 1);", {0, 1, 2}), (Forms{1, 0, 1}));
  EXPECT_EQ(forms_of("nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
                     "n%100>=11 ? 4 : 5;",
                     {0, 1, 2, 3, 10, 11, 99, 100, 103}),
            (Forms{0, 1, 2, 3, 3, 4, 4, 5, 3}));
}

TEST(plural_forms, operators_bind_as_in_c) {
  EXPECT_EQ(forms_of("nplurals=6; plural=1+2*n%5-1;", {2}), (Forms{4}));
  EXPECT_EQ(forms_of("nplurals=2; plural=n==1||n==2&&n>5;", {1, 2}), (Forms{1, 0}));
  EXPECT_EQ(forms_of("nplurals=6; plural=8-4-2;", {0}), (Forms{2}));
  EXPECT_EQ(forms_of("nplurals=2; plural=!n;", {0, 1}), (Forms{1, 0}));
}

TEST(plural_forms, dividing_by_zero_and_a_form_too_many_give_the_first) {
  EXPECT_EQ(forms_of("nplurals=2; plural=n%0+n/0;", {7}), (Forms{0}));
  EXPECT_EQ(forms_of("nplurals=2; plural=n;", {7}), (Forms{0}));
}

TEST(plural_forms, nonsense_is_refused) {
  for (const char* text :
       {"", "nplurals=2;", "nplurals=0; plural=0;", "nplurals=7; plural=0;", "nplurals=2; plural=;",
        "nplurals=2; plural=n >;", "nplurals=2; plural=(n;", "nplurals=2; plural=n ? 1;",
        "nplurals=2; plural=m;", "nplurals=2; plural=99999999999999999999;"}) {
    EXPECT_FALSE(parse_plural_forms(text).ok()) << text;
  }
}

TEST(plural_forms, a_bottomless_expression_is_refused) {
  EXPECT_FALSE(parse_plural_forms("nplurals=2; plural=" + std::string(100000, '(')).ok());
  EXPECT_FALSE(parse_plural_forms("nplurals=2; plural=" + std::string(100000, '!') + "n").ok());
  std::string chain = "n";
  for (int i = 0; i < 10000; ++i) chain += "+n";
  EXPECT_FALSE(parse_plural_forms("nplurals=2; plural=" + chain).ok());
}

TEST(catalogues, all_languages_of_the_product_are_built_and_read) {
  const auto catalogues = read_catalogues(TERTULIA_LANGUAGES);
  ASSERT_TRUE(catalogues.ok()) << catalogues.error().message;
  for (const char* language : {"fr", "es", "pt", "ar", "am", "ka", "sw"}) {
    EXPECT_EQ(catalogues.value().of(language).language(), language);
    EXPECT_NE(catalogues.value().of(language).text("Next"), "Next") << language;
  }
}

TEST(catalogues, arabic_has_a_form_of_its_own_for_two) {
  const auto catalogues = read_catalogues(TERTULIA_LANGUAGES);
  ASSERT_TRUE(catalogues.ok()) << catalogues.error().message;
  const Catalogue& arabic = catalogues.value().of("ar");
  const auto rooms = [&](std::uint64_t count) {
    return arabic.plural("{count} room", "{count} rooms", count);
  };
  EXPECT_NE(rooms(2), rooms(1));
  EXPECT_NE(rooms(2), rooms(3));
  EXPECT_NE(rooms(3), rooms(11));
}

TEST(catalogues, a_folder_without_catalogues_is_an_error) {
  EXPECT_FALSE(read_catalogues("/nowhere").ok());
  EXPECT_FALSE(read_catalogues(TERTULIA_SOURCE_DIR "/cmake").ok());
}

}  // namespace
}  // namespace tertulia::formats
