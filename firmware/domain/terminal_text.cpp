// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/terminal_text.h"

#include <algorithm>

#include "firmware/domain/unseen_characters.h"
#include "firmware/domain/utf8.h"

namespace tertulia {
namespace {

bool is_line_end(char32_t c) { return c == '\n' || c == '\r' || c == 0x85 || is_line_separator(c); }

// Most of what is printed: nothing in it has to be looked up.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
}

char32_t harmless(char32_t c) {
  if (c == '\t' || is_line_end(c)) return ' ';
  return is_control(c) || is_bidi_frame(c) ? kReplacement : c;
}

// The characters of `kept` stay.
std::string printed(std::string_view text, std::string_view kept) {
  if (is_plain(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  each_code_point(text, [&](const CodePoint& next) {
    const char32_t c = next.value;
    const bool is_kept = c < 0x80 && kept.find(static_cast<char>(c)) != std::string_view::npos;
    if (!is_bidi_mark(c)) append_code_point(out, is_kept ? c : harmless(c));
  });
  return out;
}

}  // namespace

std::string terminal_text(std::string_view text) { return printed(text, ""); }

std::string terminal_lines(std::string_view text) { return printed(text, "\n\t"); }

std::string log_text(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  std::string record;
  for (const char c : printed(text, "\n\t")) {
    record += c;
    if (c == '\n') record += "  ";
  }
  return record;
}

}  // namespace tertulia
