// SPDX-License-Identifier: Apache-2.0
// Reads the values of the options that name the broker and its password file.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia::hub {

struct HostPort {
  std::string host;
  int port = 0;
};
// "broker.example:8883", "127.0.0.1:1883", "[::1]:1883".
[[nodiscard]] Result<HostPort> parse_host_port(std::string_view text);

// The first line of the file. Errors: it cannot be read; others than its owner can read it. No error repeats
// its content.
[[nodiscard]] Result<std::string> read_password(const std::string& path);

}  // namespace tertulia::hub
