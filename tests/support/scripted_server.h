// SPDX-License-Identifier: Apache-2.0
// A server that says prepared bytes to every connection that speaks, and then keeps silent: for what no real
// broker says on demand. Its thread ends with this object.
#pragma once

#include <atomic>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tertulia {

class ScriptedServer {
 public:
  explicit ScriptedServer(std::string script)
      : script_(std::move(script)), stop_(eventfd(0, EFD_CLOEXEC)), listener_(listen_on_loopback()) {
    thread_ = std::thread([this] { serve(); });
  }
  ~ScriptedServer() {
    eventfd_write(stop_, 1);
    thread_.join();
    for (const int fd : guests_) close(fd);
    close(listener_);
    close(stop_);
  }
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  // How often anything was said to it.
  [[nodiscard]] int spoken_to() const { return spoken_to_; }
  [[nodiscard]] int port() const {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
  }

 private:
  static int listen_on_loopback() {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address);
    listen(fd, 5);
    return fd;
  }

  void serve() {
    while (true) {
      std::vector<pollfd> watched = {{stop_, POLLIN, 0}, {listener_, POLLIN, 0}};
      for (const int fd : guests_) watched.push_back({fd, POLLIN, 0});
      if (poll(watched.data(), watched.size(), -1) < 0 || watched[0].revents != 0) return;
      for (std::size_t i = 2; i < watched.size(); ++i)
        if (watched[i].revents != 0) answer(watched[i].fd);
      if (watched[1].revents != 0) guests_.push_back(accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC));
    }
  }

  void answer(int fd) {
    char words[4096];
    if (read(fd, words, sizeof words) > 0) {
      ++spoken_to_;
      send(fd, script_.data(), script_.size(), MSG_NOSIGNAL);
      return;
    }
    close(fd);
    std::erase(guests_, fd);
  }

  const std::string script_;
  const int stop_;
  const int listener_;
  std::vector<int> guests_;
  std::atomic<int> spoken_to_ = 0;
  std::thread thread_;
};

}  // namespace tertulia
