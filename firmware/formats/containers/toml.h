// SPDX-License-Identifier: Apache-2.0
// TOML, parsed by toml++ and read against a schema. Each key is asked for by name and type, and finish()
// reports the keys that nobody asked for: an unknown key is an error, because a misspelt `access` must not
// open a closed session.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "firmware/domain/text.h"
#include "firmware/domain/time.h"
#include "firmware/formats/text/findings.h"

namespace toml {  // toml++
inline namespace v3 {
class node;
class table;
}  // namespace v3
}  // namespace toml

namespace tertulia::formats {

struct FreeToml {
  void operator()(const toml::table* table) const;
};
using TomlDocument = std::unique_ptr<const toml::table, FreeToml>;  // its root; never null

struct TomlError {
  int line = 0;
  std::string message;  // of the library: what it expected there
};
[[nodiscard]] std::variant<TomlDocument, TomlError> parse_toml(std::string_view text);

struct TomlScope {
  std::string file;
  std::string path;      // "[visit]", for messages
  Language language;     // of a text that is a plain string
  Findings* findings{};  // never null
};

// One table of a document. The document and the findings must outlive it.
class TomlTable {
 public:
  TomlTable(const toml::table& table, TomlScope scope);

  // Each of these gives none when the key is absent, or after a finding about its type.
  [[nodiscard]] std::optional<std::string> text(std::string_view key);
  // As it is written: not trimmed, nothing taken out.
  [[nodiscard]] std::optional<std::string> exact_text(std::string_view key);
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key, std::int64_t least,
                                                    std::int64_t most);
  [[nodiscard]] std::optional<double> number(std::string_view key, double least, double most);
  [[nodiscard]] std::optional<bool> flag(std::string_view key);
  [[nodiscard]] std::optional<LocalTime> day(std::string_view key);
  // A string in the scope's language, or a table by language.
  [[nodiscard]] LocalizedText localized(std::string_view key);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  [[nodiscard]] std::optional<TomlTable> table(std::string_view key);
  [[nodiscard]] std::vector<TomlTable> tables(std::string_view key);  // [[key]]

  // As above, and an absent key is wrong.
  [[nodiscard]] std::string required_text(std::string_view key);
  [[nodiscard]] LocalizedText required_localized(std::string_view key);
  // [a-z0-9-]{1,32}
  [[nodiscard]] std::string required_slug(std::string_view key);

  [[nodiscard]] bool has(std::string_view key) const;
  // Reports every key that was not asked for.
  void finish();

  void wrong(std::string_view key, const std::string& message);
  [[nodiscard]] Place place(std::string_view key) const;  // of the key, or of the table when it is absent
  [[nodiscard]] int line() const { return line_; }
  [[nodiscard]] TomlScope& scope() { return scope_; }

 private:
  const toml::node* find(std::string_view key);
  void wrong_type(std::string_view key, std::string_view expected);
  std::string named(std::string_view key) const;

  const toml::table* table_;
  int line_;
  TomlScope scope_;
  std::vector<std::string> asked_;
};

}  // namespace tertulia::formats
