// SPDX-License-Identifier: Apache-2.0
// Tables of enumerators and their names in files and messages. For the sources of this folder.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "firmware/domain/result.h"

namespace tertulia {

template <class E, std::size_t N>
using Names = std::array<std::pair<E, std::string_view>, N>;

// The name of `value`; every enumerator must be in the table.
template <class E, std::size_t N>
[[nodiscard]] std::string_view name_of(const Names<E, N>& names, E value) {
  for (const auto& [each, name] : names)
    if (each == value) return name;
  return {};
}

// Errors: an unknown name. The message lists the known names. It does not repeat the unknown one, which comes
// from outside and may have any length and content.
template <class E, std::size_t N>
[[nodiscard]] Result<E> value_of(const Names<E, N>& names, std::string_view text, std::string_view what) {
  std::string known;
  for (const auto& [value, name] : names) {
    if (name == text) return value;
    known.append(known.empty() ? "" : ", ").append(name);
  }
  return Error{"Unknown " + std::string(what) + ": write one of " + known};
}

}  // namespace tertulia
