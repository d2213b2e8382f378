// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/toml_reader.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "firmware/formats/text/slug.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {

TomlReader::TomlReader(const TomlValue& table, TomlScope scope) : table_(&table), scope_(std::move(scope)) {}

const TomlValue* TomlReader::peek(std::string_view key) const {
  const auto* members = std::get_if<TomlMembers>(&table_->data);
  if (members == nullptr) return nullptr;
  for (const TomlMember& member : *members)
    if (member.key == key) return &member.value;
  return nullptr;
}

const TomlValue* TomlReader::find(std::string_view key) {
  asked_.emplace_back(key);
  return peek(key);
}

Place TomlReader::place(std::string_view key) const {
  const TomlValue* value = peek(key);
  return at_line(scope_.file, value != nullptr ? value->line : table_->line);
}

std::string TomlReader::named(std::string_view key) const {
  return scope_.path.empty() ? "'" + std::string(key) + "'" : scope_.path + " '" + std::string(key) + "'";
}

void TomlReader::wrong(std::string_view key, const std::string& message) {
  scope_.findings->wrong(place(key), named(key) + " " + message);
}

void TomlReader::wrong_type(std::string_view key, std::string_view expected) {
  wrong(key, "must be " + std::string(expected) + ".");
}

std::optional<std::string> TomlReader::text(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* text = std::get_if<std::string>(&value->data)) return clean_text(*text);
  wrong_type(key, "a text in quotes");
  return std::nullopt;
}

std::optional<std::int64_t> TomlReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  const auto* number = std::get_if<std::int64_t>(&value->data);
  if (number != nullptr && *number >= least && *number <= most) return *number;
  wrong_type(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return std::nullopt;
}

std::optional<double> TomlReader::number(std::string_view key, double least, double most) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  std::optional<double> number;
  if (const auto* real = std::get_if<double>(&value->data)) number = *real;
  if (const auto* whole = std::get_if<std::int64_t>(&value->data)) number = static_cast<double>(*whole);
  if (number && *number >= least && *number <= most) return number;
  wrong_type(key, fmt::format("a number from {:.1f} to {:.1f}", least, most));
  return std::nullopt;
}

std::optional<bool> TomlReader::flag(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* flag = std::get_if<bool>(&value->data)) return *flag;
  wrong_type(key, "true or false, without quotes");
  return std::nullopt;
}

std::optional<LocalTime> TomlReader::day(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* day = std::get_if<LocalTime>(&value->data)) return *day;
  wrong_type(key, "a day like 2027-05-10, without quotes");
  return std::nullopt;
}

LocalizedText TomlReader::localized(std::string_view key) {
  const TomlValue* value = find(key);
  LocalizedText result;
  if (value == nullptr) return result;
  if (const auto* text = std::get_if<std::string>(&value->data)) {
    result.set(scope_.language, clean_text(*text));
    return result;
  }
  const auto* by_language = std::get_if<TomlMembers>(&value->data);
  if (by_language == nullptr) {
    wrong_type(key, "a text in quotes, or texts by language like { en = \"...\", pt = \"...\" }");
    return result;
  }
  for (const auto& [language, item] : *by_language) {
    const auto* text = std::get_if<std::string>(&item.data);
    const bool is_code =
        language.size() >= 2 && language.size() <= 3 &&
        std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (text == nullptr || !is_code)
      wrong(key, "has an entry " + in_quotes(language) + " that is no text by language; write en = \"...\".");
    else
      result.set(language, clean_text(*text));
  }
  return result;
}

std::vector<std::string> TomlReader::texts(std::string_view key) {
  std::vector<std::string> result;
  const TomlValue* value = find(key);
  if (value == nullptr) return result;
  const auto* array = std::get_if<TomlArray>(&value->data);
  if (array == nullptr) {
    wrong_type(key, "a list of texts like [\"...\", \"...\"]");
    return result;
  }
  for (const TomlValue& item : *array) {
    if (const auto* text = std::get_if<std::string>(&item.data))
      result.push_back(clean_text(*text));
    else
      wrong_type(key, "a list of texts only");
  }
  return result;
}

std::optional<TomlReader> TomlReader::table(std::string_view key) {
  const TomlValue* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (!std::holds_alternative<TomlMembers>(value->data)) {
    wrong_type(key, "a table [" + std::string(key) + "]");
    return std::nullopt;
  }
  TomlScope inner = scope_;
  inner.path = "[" + std::string(key) + "]";
  return TomlReader(*value, std::move(inner));
}

std::vector<TomlReader> TomlReader::tables(std::string_view key) {
  std::vector<TomlReader> result;
  const TomlValue* value = find(key);
  if (value == nullptr) return result;
  const auto* array = std::get_if<TomlArray>(&value->data);
  const std::string path = "[[" + std::string(key) + "]]";
  if (array == nullptr) {
    wrong_type(key, "given as tables " + path);
    return result;
  }
  for (const TomlValue& item : *array) {
    if (!std::holds_alternative<TomlMembers>(item.data)) {
      wrong_type(key, "given as tables " + path);
      continue;
    }
    TomlScope inner = scope_;
    inner.path = path;
    result.emplace_back(item, std::move(inner));
  }
  return result;
}

std::string TomlReader::required_text(std::string_view key) {
  std::string value = text(key).value_or("");
  if (!has(key))
    wrong(key, "is missing.");
  else if (value.empty())
    wrong(key, "must not be empty.");
  return value;
}

LocalizedText TomlReader::required_localized(std::string_view key) {
  LocalizedText value = localized(key);
  if (!has(key))
    wrong(key, "is missing.");
  else if (value.empty())
    wrong(key, "must not be empty.");
  return value;
}

std::string TomlReader::required_slug(std::string_view key) {
  std::string value = required_text(key);
  if (!value.empty() && !is_slug(value))
    wrong(key, "must be 1 to 32 of a-z, 0-9 and '-', not " + in_quotes(value) + ".");
  return value;
}

void TomlReader::finish() {
  const auto* members = std::get_if<TomlMembers>(&table_->data);
  if (members == nullptr) return;
  std::string known;
  for (const std::string& key : asked_) known += (known.empty() ? "" : ", ") + key;
  for (const TomlMember& member : *members) {
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    wrong(member.key, "is not a known key; known here are " + known + ".");
  }
}

}  // namespace tertulia::formats
