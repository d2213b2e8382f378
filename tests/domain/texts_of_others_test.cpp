// SPDX-License-Identifier: Apache-2.0
// What a terminal, a log, a page and a spreadsheet make of texts of others: letters, and nothing else.
#include <algorithm>

#include <gmock/gmock.h>

#include "firmware/domain/csv_text.h"
#include "firmware/domain/html_text.h"
#include "firmware/domain/terminal_text.h"
#include "firmware/domain/unseen_characters.h"
#include "firmware/domain/utf8.h"
#include "tests/support/hostile_texts.h"

namespace tertulia {
namespace {

using testing::Not;

std::vector<std::string> all_texts() {
  std::vector<std::string> texts = hostile_texts();
  for (std::string& bytes : hostile_bytes()) texts.push_back(std::move(bytes));
  return texts;
}

template <class Rule>
bool has(std::string_view text, Rule rule) {
  bool found = false;
  each_code_point(text, [&](const CodePoint& next) { found = found || rule(next.value); });
  return found;
}

MATCHER(is_obeyed_by_a_terminal, "") {
  return !is_utf8(arg) || has(arg, [](char32_t c) {
    return is_control(c) || is_bidi_frame(c) || is_bidi_mark(c) || is_line_separator(c);
  });
}

// What a reader of CSV makes of one field in quotes.
std::string read_back(std::string field) {
  field = field.substr(1, field.size() - 2);
  for (std::size_t at = field.find('"'); at != std::string::npos; at = field.find('"', at + 1))
    field.erase(at, 1);
  return std::string(without_formula_mark(field));
}

TEST(terminal_text, is_obeyed_by_no_terminal_and_fills_one_line) {
  for (const std::string& text : all_texts())
    EXPECT_THAT(terminal_text(text), Not(is_obeyed_by_a_terminal()));
}

TEST(terminal_text, leaves_what_people_read_as_it_is) {
  for (const char* text :
       {"Sala Magna", "السؤال الأول", "ክፍለ 🙂 👩‍👩‍👧", "a \"quoted\" word", "-1", ""})
    EXPECT_EQ(terminal_text(text), text);
}

TEST(terminal_text, shows_that_something_was_there) {
  EXPECT_EQ(terminal_text("kiosk\x1B[8m-1"), "kiosk\uFFFD[8m-1");
  EXPECT_EQ(terminal_text("kiosk\u202E1-\u202C"), "kiosk\uFFFD1-\uFFFD");
  EXPECT_EQ(terminal_text("\u009B2J"), "\uFFFD2J");
  EXPECT_EQ(terminal_text("two\r\nlines\there"), "two  lines here");
  EXPECT_EQ(terminal_text("a\xFFz"), "a\uFFFDz");
}

TEST(terminal_lines, keep_the_lines_of_the_program_and_nothing_else) {
  EXPECT_EQ(terminal_lines("name\tn\nx\x1B[2J\t1\n"), "name\tn\nx\uFFFD[2J\t1\n");
  for (const std::string& text : all_texts()) {
    std::string lines = terminal_lines(text);
    lines.erase(std::remove_if(lines.begin(), lines.end(), [](char c) { return c == '\n' || c == '\t'; }),
                lines.end());
    EXPECT_THAT(lines, Not(is_obeyed_by_a_terminal()));
  }
}

TEST(log_text, has_no_second_line_that_looks_like_a_record) {
  EXPECT_EQ(log_text("no such pack\n10:00:00 info all is well\n"),
            "no such pack\n  10:00:00 info all is well");
  for (const std::string& text : all_texts()) {
    const std::string record = log_text(text);
    for (std::size_t at = record.find('\n'); at != std::string::npos; at = record.find('\n', at + 1))
      EXPECT_EQ(record.substr(at + 1, 2), "  ");
  }
}

TEST(html_text, opens_no_tag_and_ends_no_attribute) {
  for (const std::string& text : all_texts()) {
    const std::string page = html_text(text);
    EXPECT_EQ(page.find_first_of("<>\"'"), std::string::npos) << page;
    EXPECT_TRUE(is_utf8(page));
    EXPECT_FALSE(has(page, is_bidi_frame)) << page;
    EXPECT_FALSE(has(page, [](char32_t c) { return is_control(c) && c != '\t' && c != '\n'; })) << page;
  }
}

TEST(html_text, is_read_as_it_was_written) {
  EXPECT_EQ(html_text("Q&A: \"a\" <b> 'c'\r\n"), "Q&amp;A: &quot;a&quot; &lt;b&gt; &#39;c&#39;&#13;\n");
  EXPECT_EQ(html_text("\u200Fالسؤال 🙂"), "\u200Fالسؤال 🙂");
}

TEST(csv_text, marks_every_formula) {
  for (const std::string& text : formulas()) {
    EXPECT_EQ(with_formula_mark(text), "'" + text);
    EXPECT_TRUE(csv_text(text).starts_with("\"'")) << text;
  }
}

TEST(csv_text, marks_nothing_else) {
  for (const char* text : {"'tis", "a = b", "007", " blanks ", "", "'", "ክፍለ", "\u2212 5"})
    EXPECT_EQ(with_formula_mark(text), text);
}

TEST(csv_text, is_read_back_as_it_was_written) {
  for (const std::string& text : all_texts()) {
    EXPECT_EQ(read_back(csv_text(text)), text);
    EXPECT_EQ(without_formula_mark(with_formula_mark(text)), text);
    EXPECT_EQ(without_formula_mark(with_formula_mark("'" + text)), "'" + text);
  }
}

}  // namespace
}  // namespace tertulia
