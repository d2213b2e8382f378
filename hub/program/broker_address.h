// SPDX-License-Identifier: Apache-2.0
// Reads what stands behind the options of the command line. Pure but for the password file.
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

// The first line. Refused when others than the owner can read the file. No message repeats anything of its
// content.
[[nodiscard]] Result<std::string> read_password(const std::string& path);

}  // namespace tertulia::hub
