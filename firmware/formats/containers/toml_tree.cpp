// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/toml_tree.h"

#include <algorithm>

#include <toml++/toml.h>

#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

TomlValue converted(const toml::node& node);

TomlMembers members_of(const toml::table& table) {
  TomlMembers members;
  for (const auto& [key, value] : table) {
    TomlMember member{std::string(key.str()), converted(value)};
    if (const auto line = key.source().begin.line; line > 0) member.value.line = static_cast<int>(line);
    members.push_back(std::move(member));
  }
  std::stable_sort(members.begin(), members.end(),
                   [](const auto& a, const auto& b) { return a.value.line < b.value.line; });
  return members;
}

TomlArray array_of(const toml::array& array) {
  TomlArray values;
  for (const toml::node& element : array) values.push_back(converted(element));
  return values;
}

TomlValue converted(const toml::node& node) {
  TomlValue value;
  value.line = static_cast<int>(node.source().begin.line);
  if (const auto* text = node.as_string()) {
    value.data = text->get();
  } else if (const auto* integer = node.as_integer()) {
    value.data = integer->get();
  } else if (const auto* number = node.as_floating_point()) {
    value.data = number->get();
  } else if (const auto* flag = node.as_boolean()) {
    value.data = flag->get();
  } else if (const auto* day = node.as_date()) {
    const toml::date date = day->get();
    value.data = LocalTime{date.year, date.month, date.day, 0, 0, 0};
  } else if (const auto* array = node.as_array()) {
    value.data = array_of(*array);
  } else if (const auto* table = node.as_table()) {
    value.data = members_of(*table);
  }
  return value;
}

}  // namespace

std::variant<TomlValue, TomlError> parse_toml(std::string_view text) {
  try {
    const toml::table root = toml::parse(without_bom(text));
    return TomlValue{members_of(root), 1};
  } catch (const toml::parse_error& error) {
    return TomlError{static_cast<int>(error.source().begin.line), std::string(error.description())};
  } catch (const std::exception&) {
    return TomlError{1, "The file is too large or too deeply nested."};
  }
}

}  // namespace tertulia::formats
