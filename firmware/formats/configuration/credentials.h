// SPDX-License-Identifier: Apache-2.0
// The user name and password that a device gives to the broker, from a file that only its owner can read.
#pragma once

#include <filesystem>
#include <string>

#include "firmware/domain/result.h"

namespace tertulia::formats {

struct Credentials {
  std::string username;
  std::string password;
};

// A TOML file with `username` and `password`. Refused unless its mode is 0600, with the command that cures
// it. No message repeats anything of its content.
[[nodiscard]] Result<Credentials> read_credentials(const std::filesystem::path& path);

}  // namespace tertulia::formats
