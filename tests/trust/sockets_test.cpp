// SPDX-License-Identifier: Apache-2.0
// No listening socket on a device, ever: the kernel is asked about the real program while it works.
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/trust/secure_site.h"

namespace tertulia::trust {
namespace {

namespace fs = std::filesystem;

// Inodes of the sockets that the process has open.
std::set<std::string> sockets_of(pid_t pid) {
  std::set<std::string> inodes;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator("/proc/" + std::to_string(pid) + "/fd", none)) {
    const std::string target = fs::read_symlink(entry.path(), none).string();
    if (target.starts_with("socket:[")) inodes.insert(target.substr(8, target.size() - 9));
  }
  return inodes;
}

// Lines of /proc/PID/net/{table} about sockets of the process of which `listens` is true.
template <class Predicate>
int count(pid_t pid, const std::string& table, Predicate listens) {
  const auto own = sockets_of(pid);
  std::ifstream file("/proc/" + std::to_string(pid) + "/net/" + table);
  int found = 0;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    const std::vector<std::string> columns{std::istream_iterator<std::string>(words), {}};
    found += listens(columns, own) ? 1 : 0;
  }
  return found;
}

// proc(5): TCP and UDP have state and inode in columns 3 and 9 (counted from 0), Unix sockets flags and inode
// in 3 and 6.
int listening_sockets(pid_t pid) {
  const auto tcp = [](const auto& c, const auto& own) {
    return c.size() > 9 && c[3] == "0A" && own.contains(c[9]);
  };
  // A UDP socket that is not connected takes from anybody.
  const auto udp = [](const auto& c, const auto& own) {
    return c.size() > 9 && c[3] == "07" && own.contains(c[9]);
  };
  const auto local = [](const auto& c, const auto& own) {
    return c.size() > 6 && c[3] == "00010000" && own.contains(c[6]);
  };
  return count(pid, "tcp", tcp) + count(pid, "tcp6", tcp) + count(pid, "udp", udp) + count(pid, "udp6", udp) +
         count(pid, "unix", local);
}

TEST(sockets, the_running_device_listens_nowhere) {
  SecureSite site;
  site.start_hub();
  site.start_device();
  ASSERT_TRUE(SecureSite::eventually([&] { return site.is_device_ready(); })) << site.logs();
  EXPECT_FALSE(sockets_of(site.device().pid()).empty()) << "it is connected: it has one to the broker";
  EXPECT_EQ(listening_sockets(site.device().pid()), 0);
  EXPECT_GE(listening_sockets(site.broker().pid()), 2) << "the two ports of the broker are seen";
}

}  // namespace
}  // namespace tertulia::trust
