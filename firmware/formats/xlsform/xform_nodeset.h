// SPDX-License-Identifier: Apache-2.0
// Where a control of an XForm takes its choices from, as the attribute `nodeset` of its <itemset> says it:
// "randomize(instance('towns')/root/item[county = /data/county], 42)". Internal to the reader of XForms.
// Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tertulia::formats {

struct Nodeset {
  std::string instance;        // "towns"; empty: the choices come out of other answers
  std::string path;            // of the choices in it, without conditions: "/root/item"
  std::string condition;       // on each choice; several are joined by `and`
  bool has_lost_some = false;  // there are also conditions on what the choices lie in
  bool is_randomized = false;
  std::string seed;  // of randomize(); may be empty
};

// Where the first of `wanted` stands that no brackets and no quotes are around; the length when none does.
[[nodiscard]] std::size_t find_outside(std::string_view text, std::string_view wanted, std::size_t from = 0);

[[nodiscard]] Nodeset nodeset_in(std::string_view text);

}  // namespace tertulia::formats
