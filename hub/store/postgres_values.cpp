// SPDX-License-Identifier: Apache-2.0
#include "hub/store/postgres_values.h"

#include <array>
#include <utility>

namespace tertulia::hub {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kWords = {{
    {" STRICT, WITHOUT ROWID", ""},
    {" INTEGER NOT NULL", " BIGINT NOT NULL"},
    {" BLOB NOT NULL", " BYTEA NOT NULL"},
    {" TEXT NOT NULL", " TEXT COLLATE \"C\" NOT NULL"},
}};

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// Bytes of the well-formed character at the start (Unicode 15, table 3-7); 0: there is none, or it is NUL.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first == 0) return 0;
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!is_continuation(byte(i))) return 0;
  const unsigned char second = byte(1);
  const bool is_overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool is_surrogate = first == 0xED && second > 0x9F;
  const bool is_too_high = first == 0xF4 && second > 0x8F;
  return is_overlong || is_surrogate || is_too_high ? 0 : length;
}

struct AppendElement {
  std::string& array;
  void operator()(std::string_view text) const {
    array += '"';
    for (const char c : storable(text)) {
      if (c == '"' || c == '\\') array += '\\';
      array += c;
    }
    array += '"';
  }
  void operator()(std::uint64_t number) const { array += std::to_string(number); }
  void operator()(Bytes) const { array += "NULL"; }  // no table of ours is filled so
};

}  // namespace

std::string storable(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    kept += length == 0 ? kReplacement : text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return kept;
}

std::string array_of(const std::vector<SqlValues>& rows, std::size_t column) {
  std::string array = "{";
  for (const SqlValues& row : rows) {
    if (array.size() > 1) array += ',';
    std::visit(AppendElement{array}, row[column]);
  }
  return array + "}";
}

std::string in_postgres_words(std::string_view statements) {
  std::string text(statements);
  for (const auto& [from, to] : kWords)
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  return text;
}

}  // namespace tertulia::hub
