// SPDX-License-Identifier: Apache-2.0
// Compiled interface catalogues (GNU gettext manual, "The Format of GNU MO Files"): both byte orders, UTF-8
// only. Bytes are not trusted: every offset is checked, sizes are bounded, a bad file is an error and never
// half a catalogue.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

#include "firmware/domain/catalogue.h"
#include "firmware/domain/result.h"

namespace tertulia::formats {

// `name` stands in messages. The language is that of the catalogue's header. A text that is not translated is
// left out, so that the English one shows.
[[nodiscard]] Result<Catalogue> parse_mo(std::string_view bytes, std::string_view name);
[[nodiscard]] Result<Catalogue> read_mo(const std::filesystem::path& path);

// Every *.mo of a folder. Errors: none there, or one that is bad.
[[nodiscard]] Result<Catalogues> read_catalogues(const std::filesystem::path& folder);

struct PluralForms {
  std::size_t count = 2;  // 1 to 6
  Catalogue::PluralRule rule;
};
// A header such as "nplurals=2; plural=(n != 1);". The expression is C's, over n and unsigned numbers;
// dividing by zero gives 0, and so does a form that does not exist.
[[nodiscard]] Result<PluralForms> parse_plural_forms(std::string_view header);

}  // namespace tertulia::formats
