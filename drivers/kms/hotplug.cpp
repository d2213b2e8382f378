// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/hotplug.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include <linux/netlink.h>
#include <sys/socket.h>

namespace tertulia {
namespace {

constexpr unsigned kFromTheKernel = 1;  // the other group is udev's

}  // namespace

bool is_about_panels(std::string_view message) {
  while (!message.empty()) {
    const std::string_view line = message.substr(0, message.find('\0'));
    if (line == "SUBSYSTEM=drm") return true;
    message.remove_prefix(std::min(line.size() + 1, message.size()));
  }
  return false;
}

Hotplug::Hotplug()
    : messages_(socket(AF_NETLINK, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, NETLINK_KOBJECT_UEVENT)) {
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  address.nl_groups = kFromTheKernel;
  if (bind(messages_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    messages_ = Descriptor();
}

bool Hotplug::read() {
  bool is_news = false;
  std::array<char, 8192> buffer{};
  while (true) {
    sockaddr_nl sender{};
    socklen_t length = sizeof sender;
    const ssize_t bytes = recvfrom(messages_.get(), buffer.data(), buffer.size(), 0,
                                   reinterpret_cast<sockaddr*>(&sender), &length);
    if (bytes < 0 && errno == EINTR) continue;
    if (bytes < 0 && errno == ENOBUFS) is_news = true;  // too many to keep: perhaps one was ours
    if (bytes < 0 && errno != ENOBUFS) return is_news;
    const bool is_genuine = bytes > 0 && sender.nl_pid == 0;  // any program may write to the socket
    if (is_genuine && is_about_panels({buffer.data(), static_cast<std::size_t>(bytes)})) is_news = true;
  }
}

}  // namespace tertulia
