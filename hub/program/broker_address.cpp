// SPDX-License-Identifier: Apache-2.0
#include "hub/program/broker_address.h"

#include <charconv>
#include <system_error>

#include "hub/trust/secret_file.h"

namespace tertulia::hub {

Result<HostPort> parse_host_port(std::string_view text) {
  const Error error{"the broker '" + std::string(text) + "' is not HOST:PORT, for example 127.0.0.1:1883"};
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return error;
  std::string_view host = text.substr(0, colon);
  const std::string_view digits = text.substr(colon + 1);
  if (host.front() == '[') {
    if (host.size() < 3 || host.back() != ']') return error;
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    return error;
  }
  int port = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  const bool whole = failed == std::errc() && end == digits.data() + digits.size();
  if (!whole || port < 1 || port > 65535) return error;
  return HostPort{std::string(host), port};
}

Result<std::string> read_password(const std::string& path) { return read_secret(path, "password file"); }

}  // namespace tertulia::hub
