// SPDX-License-Identifier: Apache-2.0
// Reads one TOML table against a schema: each key is asked for by name and type, and finish() reports the
// keys that nobody asked for. A misspelt `access` must not open a closed session: what is unknown is wrong.
// Borrows the table and the findings; both must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/text.h"
#include "firmware/domain/time.h"
#include "firmware/formats/containers/toml_tree.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

struct TomlScope {
  std::string file;
  std::string path;      // "[visit]", for messages
  Language language;     // of a text that is a plain string
  Findings* findings{};  // never null
};

class TomlReader {
 public:
  TomlReader(const TomlValue& table, TomlScope scope);

  // None when the key is absent, or after a finding about its type.
  [[nodiscard]] std::optional<std::string> text(std::string_view key);
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key, std::int64_t least,
                                                    std::int64_t most);
  [[nodiscard]] std::optional<double> number(std::string_view key, double least, double most);
  [[nodiscard]] std::optional<bool> flag(std::string_view key);
  [[nodiscard]] std::optional<LocalTime> day(std::string_view key);
  // A string in the scope's language, or a table by language.
  [[nodiscard]] LocalizedText localized(std::string_view key);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  [[nodiscard]] std::optional<TomlReader> table(std::string_view key);
  [[nodiscard]] std::vector<TomlReader> tables(std::string_view key);  // [[key]]

  // As above, and an absent key is wrong.
  [[nodiscard]] std::string required_text(std::string_view key);
  [[nodiscard]] LocalizedText required_localized(std::string_view key);
  // [a-z0-9-]{1,32}
  [[nodiscard]] std::string required_slug(std::string_view key);

  [[nodiscard]] bool has(std::string_view key) const { return peek(key) != nullptr; }
  // Reports every key that was not asked for.
  void finish();

  void wrong(std::string_view key, const std::string& message);
  [[nodiscard]] Place place(std::string_view key) const;  // of the key, or of the table when it is absent
  [[nodiscard]] int line() const { return table_->line; }
  [[nodiscard]] TomlScope& scope() { return scope_; }

 private:
  const TomlValue* find(std::string_view key);
  const TomlValue* peek(std::string_view key) const;
  void wrong_type(std::string_view key, std::string_view expected);
  std::string named(std::string_view key) const;

  const TomlValue* table_;
  TomlScope scope_;
  std::vector<std::string> asked_;
};

}  // namespace tertulia::formats
