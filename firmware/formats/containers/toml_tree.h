// SPDX-License-Identifier: Apache-2.0
// A TOML document as plain values that know their line. Keeps the library out of everything else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"

namespace tertulia::formats {

struct TomlMember;
struct TomlValue;
using TomlMembers = std::vector<TomlMember>;  // in the order of the keys' lines
using TomlArray = std::vector<TomlValue>;

struct TomlValue {
  // LocalTime: a local date. monostate: a time or date-time, which no key of ours takes.
  std::variant<std::monostate, std::string, std::int64_t, double, bool, LocalTime, TomlArray, TomlMembers>
      data;
  int line = 0;
};

struct TomlMember {
  std::string key;
  TomlValue value;
};

// The root table. Errors carry the line and what the parser expected there.
struct TomlError {
  int line = 0;
  std::string message;
};
[[nodiscard]] std::variant<TomlValue, TomlError> parse_toml(std::string_view text);

}  // namespace tertulia::formats
