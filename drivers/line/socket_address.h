// SPDX-License-Identifier: Apache-2.0
// Addresses of a host, and the order in which they are tried. Pure.
#pragma once

#include <string>
#include <vector>

#include <sys/socket.h>

namespace tertulia {

struct SocketAddress {
  sockaddr_storage bytes{};
  socklen_t size = 0;

  [[nodiscard]] int family() const { return bytes.ss_family; }
  [[nodiscard]] const sockaddr* raw() const { return reinterpret_cast<const sockaddr*>(&bytes); }
};

inline constexpr std::size_t kMostAddresses = 32;  // of a host that are tried

// The families take turns, so that a network without IPv6 costs one try and not all (RFC 8305, section 4).
// Within a family the order stays: the system has sorted it (RFC 6724).
[[nodiscard]] std::vector<SocketAddress> in_turns(const std::vector<SocketAddress>& addresses);

// "192.0.2.1" or "2001:db8::1".
[[nodiscard]] std::string numeric(const SocketAddress& address);

}  // namespace tertulia
