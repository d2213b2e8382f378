// SPDX-License-Identifier: Apache-2.0
#include "drivers/line/socket_address.h"

#include <array>

#include <netdb.h>

namespace tertulia {

std::vector<SocketAddress> in_turns(const std::vector<SocketAddress>& addresses) {
  std::vector<SocketAddress> waiting = addresses;
  std::vector<SocketAddress> ordered;
  while (!waiting.empty() && ordered.size() < kMostAddresses) {
    auto next = waiting.begin();
    if (!ordered.empty())
      while (next != waiting.end() && next->family() == ordered.back().family()) ++next;
    if (next == waiting.end()) next = waiting.begin();
    ordered.push_back(*next);
    waiting.erase(next);
  }
  return ordered;
}

std::string numeric(const SocketAddress& address) {
  std::array<char, NI_MAXHOST> text{};
  const int code =
      getnameinfo(address.raw(), address.size, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST);
  return code == 0 ? text.data() : "";
}

}  // namespace tertulia
