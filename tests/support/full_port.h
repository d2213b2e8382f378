// SPDX-License-Identifier: Apache-2.0
// A port of this machine where packets vanish: its queue of connections is full and nobody takes one out of
// it, so Linux answers no further knock. No other host and no network is needed for that.
#pragma once

#include <vector>

#include <poll.h>

#include "tests/support/loopback.h"

namespace tertulia {

class FullPort {
 public:
  FullPort() {
    sockaddr_in address = loopback(0);
    bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
    listen(listener_, 0);
    while (knock()) continue;
  }
  ~FullPort() {
    for (const int fd : guests_) close(fd);
    close(listener_);
  }
  FullPort(const FullPort&) = delete;
  FullPort& operator=(const FullPort&) = delete;

  [[nodiscard]] int port() const {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
  }

 private:
  // Whether it still got into the queue. On this machine a knock that is answered is answered at once.
  bool knock() {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    guests_.push_back(fd);
    const sockaddr_in address = loopback(port());
    if (connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return true;
    pollfd waiting{fd, POLLOUT, 0};
    return poll(&waiting, 1, 100) == 1;
  }

  const int listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  std::vector<int> guests_;
};

}  // namespace tertulia
