// SPDX-License-Identifier: Apache-2.0
// Characters that nobody sees and that a terminal, a browser or a spreadsheet obeys. Pure.
#pragma once

namespace tertulia {

// C0, DEL and C1 (ECMA-48): among them what a terminal takes for a command.
[[nodiscard]] constexpr bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// Embeddings, overrides and isolates (UAX #9): they move what stands behind them, other words of a line too.
[[nodiscard]] constexpr bool is_bidi_frame(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
// The marks of UAX #9, of no width. Authors of Arabic and Hebrew titles type them; they move their neighbours
// only.
[[nodiscard]] constexpr bool is_bidi_mark(char32_t c) { return c == 0x200E || c == 0x200F || c == 0x061C; }

[[nodiscard]] constexpr bool is_line_separator(char32_t c) { return c == 0x2028 || c == 0x2029; }

// Spaces of another width than the one of the keyboard.
[[nodiscard]] constexpr bool is_odd_space(char32_t c) {
  return c == 0x00A0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}
// Of no width. Zero-width joiners are not among them: they belong to the writing of several languages.
[[nodiscard]] constexpr bool is_invisible(char32_t c) { return c == 0x200B || c == 0xFEFF || c == 0x2060; }

}  // namespace tertulia
