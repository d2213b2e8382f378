// SPDX-License-Identifier: Apache-2.0
// A text in several languages. A missing language falls back: chosen, default, any.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tertulia {

using Language = std::string;  // BCP 47 primary subtag, lower case: "en", "am"

[[nodiscard]] bool is_right_to_left(std::string_view language);

class LocalizedText {
 public:
  LocalizedText() = default;
  LocalizedText(std::string_view language, std::string_view text) { set(language, text); }

  // An empty text removes the language, so that no translation is ever blank.
  void set(std::string_view language, std::string_view text);

  // The text in `chosen`, else in `fallback`, else in the first language that has one, else an empty text.
  [[nodiscard]] const std::string& in(std::string_view chosen, std::string_view fallback = "") const;
  [[nodiscard]] bool has(std::string_view language) const;
  [[nodiscard]] bool empty() const { return texts_.empty(); }
  // In the order in which they were set.
  [[nodiscard]] const std::vector<std::pair<Language, std::string>>& all() const { return texts_; }

  friend bool operator==(const LocalizedText&, const LocalizedText&) = default;

 private:
  std::vector<std::pair<Language, std::string>> texts_;
};

}  // namespace tertulia
