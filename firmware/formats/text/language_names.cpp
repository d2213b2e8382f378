// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/language_names.h"

#include <algorithm>
#include <string>

#include "firmware/formats/text/language_codes.h"
#include "firmware/formats/text/slug.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

bool is_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "pt" of "pt-BR" or "pt_BR"; none when it has not the shape of a code.
std::optional<Language> code_in(const std::string& text) {
  const std::string primary = text.substr(0, text.find_first_of("-_"));
  const std::size_t rest = text.size() - primary.size();
  if (primary.size() < 2 || primary.size() > 3 || !is_letters(primary) || rest > 9) return std::nullopt;
  return Language(shortest_code(primary));
}

// "français / french": the first part that is known.
std::optional<Language> known_part(const std::string& text) {
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find_first_of("/|,;-", start), text.size());
    if (const auto code = code_of_language(to_plain_latin(trim(text.substr(start, end - start)))))
      return Language(*code);
    start = end + 1;
  }
  return std::nullopt;
}

// What stands in brackets at the end, with its letters as they are written.
std::optional<std::string> bracketed(const std::string& text) {
  for (const char* brackets : {"()", "[]"}) {
    const std::size_t open = text.rfind(brackets[0]);
    if (open != std::string::npos && text.ends_with(brackets[1])) return text.substr(open);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Language> language_named(std::string_view name) {
  if (name.size() > 100) return std::nullopt;
  const std::string written = squashed(name);
  if (const auto behind = bracketed(written)) {
    const std::string inside(trim(std::string_view(*behind).substr(1, behind->size() - 2)));
    const auto named = language_named(written.substr(0, written.size() - behind->size()));
    const auto code = code_in(lower_ascii(inside));
    // "English (UK)" is a country; "French (fr)" is a code, and a code tells more than a name.
    const bool is_country = inside.size() == 2 && upper_ascii(inside) == inside;
    return named && (!code || is_country) ? named : code;
  }
  const std::string text = lower_ascii(written);
  if (const auto code = code_of_language(to_plain_latin(text))) return Language(*code);
  if (auto code = code_in(text)) return code;
  return known_part(text);
}

}  // namespace tertulia::formats
