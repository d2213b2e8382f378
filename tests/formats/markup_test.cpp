// SPDX-License-Identifier: Apache-2.0
// Nobody reads signs of markup on the glass.
#include "firmware/formats/text/markup.h"

#include <gtest/gtest.h>

#include "firmware/domain/emphasis.h"

namespace tertulia::formats {
namespace {

struct Case {
  const char* written;
  const char* read;
};

TEST(markup, emphasis_goes_and_what_it_marks_stays) {
  for (const auto& [written, read] : {Case{"**Please** answer", "Please answer"},
                                      {"__Please__ answer", "Please answer"},
                                      {"an *open* question", "an open question"},
                                      {"an _open_ question", "an open question"},
                                      {"**bold with *italic* inside**", "bold with italic inside"},
                                      {"*a* and *b*", "a and b"},
                                      {"Ka**b**ul", "Kabul"},
                                      {"**ما رأيكم؟**", "ما رأيكم؟"}})
    EXPECT_EQ(without_markup(written), read);
}

TEST(markup, bold_words_are_marked_for_the_glass) {
  const std::string bold = in_bold("Please");
  for (const char* text : {"**Please** answer", "__Please__ answer", "<b>Please</b> answer",
                           "<STRONG class=\"x\">Please</STRONG> answer", "**Please** *answer*"})
    EXPECT_EQ(without_markup(text, BoldWords::kMarked), bold + " answer") << text;
  for (const char* text : {"1 < 2", "a <br", "my_own_name", "**a", "2 ** 3 ** 4"})
    EXPECT_EQ(without_markup(text, BoldWords::kMarked), text);
}

TEST(markup, signs_within_a_word_or_without_a_partner_stay) {
  for (const char* text : {"my_own_name",  "2*3*4",           "5 * 3 * 2", "a*",   "*a",    "**a*", "* item",
                           "snake_ case_", "${_a} and ${b_}", "**${a_b}",  "***",  "1 < 2", "C#",   "#",
                           "a # b",        "[not a link]",    "[a](b",     "f(x)", "_",     "**",   ""})
    EXPECT_EQ(without_markup(text), text);
}

TEST(markup, headings_lose_their_signs_and_lines_stay_lines) {
  EXPECT_EQ(without_markup("# Before you go\nThank **you**"), "Before you go\nThank you");
  EXPECT_EQ(without_markup("###### Small"), "Small");
  EXPECT_EQ(without_markup("####### Seven"), "####### Seven");
}

TEST(markup, a_link_keeps_its_text) {
  EXPECT_EQ(without_markup("See [our page](https://example.org) now"), "See our page now");
  EXPECT_EQ(without_markup("[**bold**](x)"), "bold");
}

TEST(markup, a_backslash_keeps_the_sign) {
  EXPECT_EQ(without_markup("\\*not italic\\*"), "*not italic*");
  EXPECT_EQ(without_markup("\\# no heading"), "# no heading");
  EXPECT_EQ(without_markup("C:\\new"), "C:\\new");
}

TEST(markup, html_is_read_too) {
  EXPECT_EQ(without_markup("<span style=\"color:red\">Stop</span> &amp; **go**<br>on"), "Stop & go\non");
}

TEST(markup, a_long_line_of_signs_ends_soon) {
  std::string text;
  for (int i = 0; i < 6000; ++i) text += "*a ";
  for (int i = 0; i < 6000; ++i) text += "b_ ";
  EXPECT_EQ(without_markup(text), text);
}

}  // namespace
}  // namespace tertulia::formats
