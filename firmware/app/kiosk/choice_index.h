// SPDX-License-Identifier: Apache-2.0
// A long list of choices, made ready once so that each key press finds its choices within a frame. Immutable;
// a respondent's page keeps it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tertulia {

class ChoiceIndex {
 public:
  // `position`: of the choice in the list of its kind.
  void add(std::size_t position, std::string_view label);
  [[nodiscard]] std::size_t size() const { return positions_.size(); }

  // Positions of the choices whose label has the text in it, as searchable() sees both: first those where a
  // word begins with it, then the others, each in the order of the list. All of them for a text without
  // letters.
  [[nodiscard]] std::vector<std::uint32_t> find(std::string_view text) const;

 private:
  std::string labels_;  // searchable, each followed by a line end
  std::vector<std::uint32_t> ends_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace tertulia
