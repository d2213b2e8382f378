// SPDX-License-Identifier: Apache-2.0
// What people and foreign files write where a text is expected: one list for every target that shows texts of
// others. All of it is UTF-8.
#pragma once

#include <string>
#include <vector>

namespace tertulia {

// A spreadsheet calculates these, or an older one did.
inline std::vector<std::string> formulas() {
  return {"=1+1",      "+351 21 123", "-1+1",     "@SUM(A1)",   "\t=1",     "\r=1",
          "\n=1",      "\nbelow",     "  =1+1",   " \t+1",      "\u00A0=1", "\uFEFF=1",
          "\u200B@A1", "\uFF1D1+1",   "\uFF0B1",  "\uFF0D1",    "\uFF20A1", "'=1",
          "''+x",      "' =1",        "\u202E=1", "\u200F-1+1", "\x01=1",   "=cmd|' /C calc'!A0",
          "-"};
}

inline std::vector<std::string> hostile_texts() {
  std::vector<std::string> texts = formulas();
  const std::vector<std::string> more{
      "'tis",
      "a \"quoted\" word, with a comma; and more",
      "it's 'quoted'",
      "two\nlines",
      "two\r\nlines",
      "\u0085next \u2028line\u2029paragraph",
      " blanks ",
      "]]></text> & <b>",
      "<script>alert(1)</script>",
      "\" onload=\"alert(1)",
      "' onload='alert(1)",
      "_x0041_ is not A",
      "\u202Eالسؤال\u202C",
      "\u2066isolated\u2069 \u2067right\u2069 \u2068first\u2069 \u202Aleft\u202B \u202D",
      "\u200Emark\u200F \u061C",
      "ክፍለ 🙂 👩‍👩‍👧",
      "\x01\x1F",
      "\x1B[2J\x1B]0;title\x07",
      "\u009B2J\u009D0;title\u009C",
      "delete\x7F",
      "tertulia-hub: kiosk-1 is enrolled\ntertulia-hub: all is well",
      "007",
      "1e5",
      "TRUE",
      std::string(4096, 'x') + "é"};
  texts.insert(texts.end(), more.begin(), more.end());
  return texts;
}

// Bytes that are no UTF-8, and a zero.
inline std::vector<std::string> hostile_bytes() {
  return {"\xFF\xFE", "a\xF0\x9F",
          "\x9B"
          "2J",
          std::string("a\0b", 3), "\xED\xA0\x80"};
}

}  // namespace tertulia
