// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/schedule/json_values.h"

#include <nlohmann/json.hpp>

#include "firmware/formats/text/language_names.h"

namespace tertulia::formats {

namespace {

std::string text_by_language(const Json& object) {
  for (const auto& [key, inner] : object.items())
    if (inner.is_string() && language_named(key)) return inner.get<std::string>();
  return {};
}

}  // namespace

const Json& member(const Json& object, std::string_view name) {
  static const Json kNull;
  if (!object.is_object()) return kNull;
  const auto found = object.find(name);
  return found == object.end() ? kNull : *found;
}

std::string json_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number() || value.is_boolean()) return value.dump();
  if (!value.is_object()) return {};
  for (const char* name : {"public_name", "full_public_name", "fullName", "name", "title", "full_name"})
    if (const Json& inner = member(value, name); inner.is_string()) return inner.get<std::string>();
  const Json& name = member(value, "name");
  return text_by_language(name.is_object() ? name : value);
}

LocalizedText json_texts(const Json& value, const Language& language) {
  LocalizedText texts;
  if (!value.is_object()) {
    if (!language.empty()) texts.set(language, json_text(value));
    return texts;
  }
  for (const auto& [key, inner] : value.items())
    if (const auto named = language_named(key); named && inner.is_string())
      texts.set(*named, inner.get<std::string>());
  return texts;
}

}  // namespace tertulia::formats
