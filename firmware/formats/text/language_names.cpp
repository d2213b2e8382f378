// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/language_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "firmware/formats/text/slug.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// Names as to_plain_latin leaves them: lower case, Latin letters without marks.
constexpr std::array<std::pair<std::string_view, std::string_view>, 62> kNames{{
    {"english", "en"},        {"anglais", "en"},    {"ingles", "en"},
    {"french", "fr"},         {"francais", "fr"},   {"frances", "fr"},
    {"spanish", "es"},        {"espanol", "es"},    {"castellano", "es"},
    {"espagnol", "es"},       {"espanhol", "es"},   {"portuguese", "pt"},
    {"portugues", "pt"},      {"portugais", "pt"},  {"arabic", "ar"},
    {"arabe", "ar"},          {"العربية", "ar"},    {"عربي", "ar"},
    {"amharic", "am"},        {"amharique", "am"},  {"amarigna", "am"},
    {"አማርኛ", "am"},           {"georgian", "ka"},   {"georgien", "ka"},
    {"kartuli", "ka"},        {"ქართული", "ka"},    {"swahili", "sw"},
    {"kiswahili", "sw"},      {"german", "de"},     {"deutsch", "de"},
    {"italian", "it"},        {"italiano", "it"},   {"russian", "ru"},
    {"русский", "ru"},        {"Русский", "ru"},    {"ukrainian", "uk"},
    {"українська", "uk"},     {"Українська", "uk"}, {"chinese", "zh"},
    {"中文", "zh"},           {"hindi", "hi"},      {"हिन्दी", "hi"},
    {"bengali", "bn"},        {"bangla", "bn"},     {"বাংলা", "bn"},
    {"urdu", "ur"},           {"اردو", "ur"},       {"persian", "fa"},
    {"farsi", "fa"},          {"فارسی", "fa"},      {"turkish", "tr"},
    {"turkce", "tr"},         {"indonesian", "id"}, {"bahasa indonesia", "id"},
    {"vietnamese", "vi"},     {"thai", "th"},       {"nepali", "ne"},
    {"haitian creole", "ht"}, {"dutch", "nl"},      {"nederlands", "nl"},
    {"somali", "so"},         {"tigrinya", "ti"},
}};

bool is_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "pt" of "pt-BR" or "pt_BR"; none when it has not the shape of a code.
std::optional<Language> code_in(const std::string& text) {
  const std::string primary = text.substr(0, text.find_first_of("-_"));
  const std::size_t rest = text.size() - primary.size();
  if (primary.size() < 2 || primary.size() > 3 || !is_letters(primary) || rest > 9) return std::nullopt;
  return primary;
}

}  // namespace

std::optional<Language> language_named(std::string_view name) {
  if (name.size() > 100) return std::nullopt;
  const std::string text = folded(name);
  const std::size_t open = text.rfind('(');
  if (open != std::string::npos && text.ends_with(')')) {
    const std::string inside(trim(std::string_view(text).substr(open + 1, text.size() - open - 2)));
    if (auto code = code_in(inside)) return code;
    return language_named(text.substr(0, open));
  }
  const std::string plain = to_plain_latin(text);
  for (const auto& [known, code] : kNames)
    if (plain == known) return Language(code);
  return code_in(text);
}

}  // namespace tertulia::formats
