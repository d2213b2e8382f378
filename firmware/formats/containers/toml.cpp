// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/toml.h"

#include <algorithm>
#include <exception>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "firmware/domain/joined.h"
#include "firmware/formats/text/slug.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

namespace {

struct Entry {
  std::string key;
  const toml::node* value;
  int line;
};

int line_of(const toml::source_region& region) { return static_cast<int>(region.begin.line); }

// The library keeps keys in the order of the alphabet; people wrote them in that of the lines.
std::vector<Entry> in_order(const toml::table& table) {
  std::vector<Entry> entries;
  for (const auto& [key, value] : table)
    entries.push_back({std::string(key.str()), &value, line_of(key.source())});
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.line < b.line; });
  return entries;
}

}  // namespace

void FreeToml::operator()(const toml::table* table) const { delete table; }

std::variant<TomlDocument, TomlError> parse_toml(std::string_view text) {
  try {
    return TomlDocument(new toml::table(toml::parse(without_bom(text))));
  } catch (const toml::parse_error& error) {
    return TomlError{line_of(error.source()), std::string(error.description())};
  } catch (const std::exception&) {
    return TomlError{1, "The file is too large or too deeply nested."};
  }
}

TomlTable::TomlTable(const toml::table& table, TomlScope scope)
    : table_(&table), line_(std::max(1, line_of(table.source()))), scope_(std::move(scope)) {}

const toml::node* TomlTable::find(std::string_view key) {
  asked_.emplace_back(key);
  return table_->get(key);
}

bool TomlTable::has(std::string_view key) const { return table_->contains(key); }

Place TomlTable::place(std::string_view key) const {
  const auto found = table_->find(key);
  return at_line(scope_.file, found != table_->end() ? line_of(found->first.source()) : line_);
}

std::string TomlTable::named(std::string_view key) const {
  return scope_.path.empty() ? "'" + std::string(key) + "'" : scope_.path + " '" + std::string(key) + "'";
}

void TomlTable::wrong(std::string_view key, const std::string& message) {
  scope_.findings->wrong(place(key), named(key) + " " + message);
}

void TomlTable::wrong_type(std::string_view key, std::string_view expected) {
  wrong(key, "must be " + std::string(expected) + ".");
}

std::optional<std::string> TomlTable::exact_text(std::string_view key) {
  const toml::node* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* text = value->as_string()) return text->get();
  wrong_type(key, "a text in quotes");
  return std::nullopt;
}

std::optional<std::string> TomlTable::text(std::string_view key) {
  const auto text = exact_text(key);
  return text ? std::optional(clean_text(*text)) : std::nullopt;
}

std::optional<std::int64_t> TomlTable::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const toml::node* value = find(key);
  if (value == nullptr) return std::nullopt;
  const auto* number = value->as_integer();
  if (number != nullptr && *number >= least && *number <= most) return number->get();
  wrong_type(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return std::nullopt;
}

std::optional<double> TomlTable::number(std::string_view key, double least, double most) {
  const toml::node* value = find(key);
  if (value == nullptr) return std::nullopt;
  std::optional<double> number;
  if (const auto* real = value->as_floating_point()) number = real->get();
  if (const auto* whole = value->as_integer()) number = static_cast<double>(whole->get());
  if (number && *number >= least && *number <= most) return number;
  wrong_type(key, fmt::format("a number from {:.1f} to {:.1f}", least, most));
  return std::nullopt;
}

std::optional<bool> TomlTable::flag(std::string_view key) {
  const toml::node* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* flag = value->as_boolean()) return flag->get();
  wrong_type(key, "true or false, without quotes");
  return std::nullopt;
}

std::optional<LocalTime> TomlTable::day(std::string_view key) {
  const toml::node* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* date = value->as_date()) {
    const toml::date day = date->get();
    return LocalTime{day.year, day.month, day.day, 0, 0, 0};
  }
  wrong_type(key, "a day like 2027-05-10, without quotes");
  return std::nullopt;
}

LocalizedText TomlTable::localized(std::string_view key) {
  const toml::node* value = find(key);
  LocalizedText result;
  if (value == nullptr) return result;
  if (const auto* text = value->as_string()) {
    result.set(scope_.language, clean_text(text->get()));
    return result;
  }
  const auto* by_language = value->as_table();
  if (by_language == nullptr) {
    wrong_type(key, "a text in quotes, or texts by language like { en = \"...\", pt = \"...\" }");
    return result;
  }
  for (const auto& [language, item, line] : in_order(*by_language)) {
    const auto* text = item->as_string();
    const bool is_code =
        language.size() >= 2 && language.size() <= 3 &&
        std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (text == nullptr || !is_code)
      wrong(key, "has an entry " + in_quotes(language) + " that is no text by language; write en = \"...\".");
    else
      result.set(language, clean_text(text->get()));
  }
  return result;
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
  std::vector<std::string> result;
  const toml::node* value = find(key);
  if (value == nullptr) return result;
  const auto* array = value->as_array();
  if (array == nullptr) {
    wrong_type(key, "a list of texts like [\"...\", \"...\"]");
    return result;
  }
  for (const toml::node& item : *array) {
    if (const auto* text = item.as_string())
      result.push_back(clean_text(text->get()));
    else
      wrong_type(key, "a list of texts only");
  }
  return result;
}

std::optional<TomlTable> TomlTable::table(std::string_view key) {
  const toml::node* value = find(key);
  if (value == nullptr) return std::nullopt;
  const auto* inner_table = value->as_table();
  if (inner_table == nullptr) {
    wrong_type(key, "a table [" + std::string(key) + "]");
    return std::nullopt;
  }
  TomlScope inner = scope_;
  inner.path = "[" + std::string(key) + "]";
  return TomlTable(*inner_table, std::move(inner));
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
  std::vector<TomlTable> result;
  const toml::node* value = find(key);
  if (value == nullptr) return result;
  const auto* array = value->as_array();
  const std::string path = "[[" + std::string(key) + "]]";
  if (array == nullptr) {
    wrong_type(key, "given as tables " + path);
    return result;
  }
  for (const toml::node& item : *array) {
    const auto* item_table = item.as_table();
    if (item_table == nullptr) {
      wrong_type(key, "given as tables " + path);
      continue;
    }
    TomlScope inner = scope_;
    inner.path = path;
    result.emplace_back(*item_table, std::move(inner));
  }
  return result;
}

std::string TomlTable::required_text(std::string_view key) {
  std::string value = text(key).value_or("");
  if (!has(key))
    wrong(key, "is missing.");
  else if (value.empty())
    wrong(key, "must not be empty.");
  return value;
}

LocalizedText TomlTable::required_localized(std::string_view key) {
  LocalizedText value = localized(key);
  if (!has(key))
    wrong(key, "is missing.");
  else if (value.empty())
    wrong(key, "must not be empty.");
  return value;
}

std::string TomlTable::required_slug(std::string_view key) {
  std::string value = required_text(key);
  if (!value.empty() && !is_slug(value))
    wrong(key, "must be 1 to 32 of a-z, 0-9 and '-', not " + in_quotes(value) + ".");
  return value;
}

void TomlTable::finish() {
  const std::string known = joined(asked_);
  for (const Entry& entry : in_order(*table_))
    if (std::find(asked_.begin(), asked_.end(), entry.key) == asked_.end())
      wrong(entry.key, "is not a known key; known here are " + known + ".");
}

}  // namespace tertulia::formats
