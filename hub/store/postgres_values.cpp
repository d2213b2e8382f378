// SPDX-License-Identifier: Apache-2.0
#include "hub/store/postgres_values.h"

#include <array>
#include <utility>

#include "firmware/domain/utf8.h"

namespace tertulia::hub {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kWords = {{
    {" STRICT, WITHOUT ROWID", ""},
    {" INTEGER NOT NULL", " BIGINT NOT NULL"},
    {" BLOB NOT NULL", " BYTEA NOT NULL"},
    {" TEXT NOT NULL", " TEXT COLLATE \"C\" NOT NULL"},
}};

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
  each_code_point(text, [&](const CodePoint& next) {
    append_code_point(kept, next.value == 0 ? kReplacement : next.value);
  });
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
