// SPDX-License-Identifier: Apache-2.0
// Ports of this machine for servers of a test.
#pragma once

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <random>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tertulia {

inline sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

// One that nobody has at the moment, below those that the kernel gives to outgoing connections: no connection
// can take it before the server does, or while a test has the server stopped.
inline int free_port() {
  constexpr int kFirst = 1024;
  int first_outgoing = 32768;
  std::ifstream("/proc/sys/net/ipv4/ip_local_port_range") >> first_outgoing;
  std::random_device chance;
  std::uniform_int_distribution<int> any(kFirst, std::max(first_outgoing, 16384) - 1);
  for (;;) {
    const sockaddr_in address = loopback(any(chance));
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool is_free = bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    close(fd);
    if (is_free) {
      return ntohs(address.sin_port);
    }
  }
}

inline bool takes_connections(int port) {
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(port);
  const bool up = connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  close(fd);
  return up;
}

}  // namespace tertulia
