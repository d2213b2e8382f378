// SPDX-License-Identifier: Apache-2.0
// The texts of the screens in one language. The key is the English text (the msgid of gettext; a msgctxt and
// U+0004 stand before it). A missing text is shown in English.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "firmware/domain/text.h"

namespace tertulia {

class Catalogue {
 public:
  using PluralRule = std::size_t (*)(std::uint64_t count);  // index of the plural form

  Catalogue() = default;  // English
  Catalogue(Language language, std::map<std::string, std::vector<std::string>> texts, PluralRule rule);

  [[nodiscard]] const Language& language() const { return language_; }
  // The translation of `id`; the argument itself when there is none.
  [[nodiscard]] std::string text(std::string_view id) const;
  // The same for a word that needs a context ("May"): `context` is the msgctxt of gettext ("month").
  [[nodiscard]] std::string in_context(std::string_view context, std::string_view id) const;
  // `id` for one, `id_plural` for more, in the plural form of this language. Does not fill in the count.
  [[nodiscard]] std::string plural(std::string_view id, std::string_view id_plural,
                                   std::uint64_t count) const;

 private:
  Language language_ = "en";
  std::map<std::string, std::vector<std::string>, std::less<>> texts_;
  PluralRule rule_ = nullptr;  // null: that of English
};

// The catalogues of all languages. Values; read-only after loading.
class Catalogues {
 public:
  void add(Catalogue catalogue);
  // English when the language is unknown.
  [[nodiscard]] const Catalogue& of(std::string_view language) const;

 private:
  std::map<Language, Catalogue, std::less<>> by_language_;
  Catalogue english_;
};

// Puts a text from outside between U+2068 and U+2069 (UAX #9): its direction is that of its first letter, and
// it has no effect on the sentence around it. Control characters in the text end with it: an open isolate is
// closed, a closing one without an opening is dropped, and a line end becomes a space.
[[nodiscard]] std::string isolated(std::string_view text);

// Replaces "{name}" by the value between isolates, so that a Latin title cannot disturb an Arabic sentence.
// An unknown placeholder stays.
using Values = std::vector<std::pair<std::string_view, std::string>>;
[[nodiscard]] std::string fill(std::string_view pattern, const Values& values);

}  // namespace tertulia
