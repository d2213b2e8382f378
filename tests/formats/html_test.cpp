// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/html.h"

#include <gtest/gtest.h>

namespace tertulia::formats {
namespace {

TEST(html, plain_text_stays_as_it_is) {
  for (const char* text :
       {"", "One\nTwo", "a < b and c > d", "Q&A", "R&D; more", "Fish & chips; tea", "<3", "x <y> z"})
    EXPECT_EQ(plain_text_of(text), text);
}

TEST(html, paragraphs_breaks_and_list_points_become_lines) {
  EXPECT_EQ(plain_text_of("<p>Expected outcomes:</p><ul><li>One &amp; two</li><li>Three</li></ul>"),
            "Expected outcomes:\n\n- One & two\n- Three");
  EXPECT_EQ(plain_text_of("One<br>Two<br />Three<br><br>Four"), "One\nTwo\nThree\n\nFour");
  EXPECT_EQ(plain_text_of("<div>One</div><div>Two</div>"), "One\nTwo");
  EXPECT_EQ(plain_text_of("<ol><li>One</li><li>Two</li></ol>"), "1. One\n2. Two");
  EXPECT_EQ(plain_text_of(
                "<table><tr><td>09:00</td><td>Opening</td></tr><tr><td>10:00</td><td>Tea</td></tr></table>"),
            "09:00 Opening\n10:00 Tea");
}

TEST(html, everything_else_is_taken_off) {
  EXPECT_EQ(plain_text_of("A <b>bold</b> <a href=\"https://x.test\">link</a><script>alert(1)</script>"),
            "A bold link");
  EXPECT_EQ(plain_text_of("<html><head><title>x</title><style>p{}</style></head><body>Hello</body></html>"),
            "Hello");
  EXPECT_EQ(plain_text_of("<!-- note --><p>Hello</p>"), "Hello");
  EXPECT_EQ(plain_text_of("<img src=\"x\" alt=\"Map\"><br>Hall"), "Map\nHall");
}

TEST(html, references_to_characters_are_resolved) {
  EXPECT_EQ(plain_text_of("Q&amp;A"), "Q&A");
  EXPECT_EQ(plain_text_of("Caf&eacute; &#8211; &#x10E7;"), "Café – ყ");
  EXPECT_EQ(plain_text_of("1 &lt; 2\nand more"), "1 < 2\nand more");
}

TEST(html, text_that_somebody_escaped_as_a_whole_is_read_too) {
  EXPECT_EQ(plain_text_of("&lt;p&gt;Hello&lt;/p&gt;&lt;p&gt;you&lt;/p&gt;"), "Hello\n\nyou");
}

TEST(html, line_ends_of_the_source_stay_where_no_tag_makes_lines) {
  EXPECT_EQ(plain_text_of("<b>Outcomes</b>\nOne\nTwo"), "Outcomes\nOne\nTwo");
  EXPECT_EQ(plain_text_of("<p>One\ntwo</p>\n<p>Three</p>"), "One two\n\nThree");
}

TEST(html, letters_of_every_script_survive) {
  EXPECT_EQ(plain_text_of("<p>ამბავი</p><p>ሰላም</p><p>مرحبا</p>"), "ამბავი\n\nሰላም\n\nمرحبا");
}

TEST(html, broken_and_deep_markup_does_no_harm) {
  EXPECT_EQ(plain_text_of("<p>One<li>Two</b></p"), "One\n\n- Two");
  std::string deep;
  for (int level = 0; level < 20'000; ++level) deep += "<div>";
  EXPECT_EQ(plain_text_of(deep + "x"), "x");
  EXPECT_EQ(plain_text_of(deep + "x<!-- and no end"), "x");
  EXPECT_EQ(plain_text_of("a < b <b>c</b>"), "a < b c");
}

}  // namespace
}  // namespace tertulia::formats
