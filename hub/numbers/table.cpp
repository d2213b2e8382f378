// SPDX-License-Identifier: Apache-2.0
#include "hub/numbers/table.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tertulia::hub {
namespace {

struct Span {
  char32_t first;
  char32_t last;
};
// Unicode 15: the blocks that matter in the languages of a visit, not every exception.
constexpr std::array<Span, 9> kCombining = {{{0x0300, 0x036F},
                                             {0x0483, 0x0489},
                                             {0x0591, 0x05BD},
                                             {0x0610, 0x061A},
                                             {0x064B, 0x065F},
                                             {0x135D, 0x135F},
                                             {0x1AB0, 0x1AFF},
                                             {0x200B, 0x200F},
                                             {0xFE00, 0xFE0F}}};
constexpr std::array<Span, 7> kWide = {{{0x1100, 0x115F},
                                        {0x2E80, 0xA4CF},
                                        {0xAC00, 0xD7A3},
                                        {0xF900, 0xFAFF},
                                        {0xFE30, 0xFE6F},
                                        {0xFF00, 0xFF60},
                                        {0x1F300, 0x1FAFF}}};

template <std::size_t N>
bool is_in(char32_t c, const std::array<Span, N>& spans) {
  return std::any_of(spans.begin(), spans.end(), [c](const Span& s) { return s.first <= c && c <= s.last; });
}

std::size_t width_of(char32_t c) {
  if (is_in(c, kCombining)) return 0;
  return is_in(c, kWide) ? 2 : 1;
}

// Bytes of the sequence that `lead` opens; 1 for a stray byte.
std::size_t length_of(unsigned char lead) {
  if (lead >= 0xF0) return 4;
  if (lead >= 0xE0) return 3;
  return lead >= 0xC0 ? 2 : 1;
}

char32_t code_point(std::string_view sequence) {
  const auto lead = static_cast<unsigned char>(sequence.front());
  if (sequence.size() == 1) return lead;
  char32_t c = lead & (0xFFU >> (sequence.size() + 1));
  for (const char byte : sequence.substr(1)) c = (c << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
  return c;
}

std::string printable(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return text;
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

void append_line(std::string& out, const Row& row, const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string cell = printable(row[i]);
    const std::string padding(widths[i] - display_width(cell), ' ');
    line += is_number(cell) ? padding + cell : cell + padding;
    line += "  ";
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + "\n";
}

std::string quoted(const std::string& cell) {
  if (cell.find_first_of("\",\r\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

void append_record(std::string& out, const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) out += (i == 0 ? "" : ",") + quoted(row[i]);
  out += "\r\n";
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const std::size_t length = std::min(length_of(static_cast<unsigned char>(text.front())), text.size());
    width += width_of(code_point(text.substr(0, length)));
    text.remove_prefix(length);
  }
  return width;
}

std::string to_text(const Table& table) {
  std::vector<std::size_t> widths(table.head.size(), 0);
  const auto widen = [&](const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], display_width(printable(row[i])));
  };
  widen(table.head);
  for (const Row& row : table.rows) widen(row);

  Row rule;
  for (const std::size_t width : widths) rule.emplace_back(width, '-');
  std::string out;
  append_line(out, table.head, widths);
  append_line(out, rule, widths);
  for (const Row& row : table.rows) append_line(out, row, widths);
  return out;
}

std::string to_csv(const Table& table) {
  std::string out;
  append_record(out, table.head);
  for (const Row& row : table.rows) append_record(out, row);
  return out;
}

}  // namespace tertulia::hub
