// SPDX-License-Identifier: Apache-2.0
#include "drivers/linux/device.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <sys/random.h>
#include <sys/statvfs.h>

namespace tertulia {
namespace {

std::uint64_t free_bytes(const std::string& folder) {
  struct statvfs disk {};
  if (statvfs(folder.c_str(), &disk) != 0) return 0;
  return std::uint64_t{disk.f_bavail} * disk.f_frsize;
}

std::optional<double> hottest_zone(const std::string& folder) {
  std::optional<double> hottest;
  std::error_code none;
  for (const auto& zone : std::filesystem::directory_iterator(folder, none)) {
    double thousandths = 0;
    if (std::ifstream(zone.path() / "temp") >> thousandths)
      hottest = std::max(hottest.value_or(-273.15), thousandths / 1000);
  }
  return hottest;
}

}  // namespace

std::array<std::uint8_t, 16> LinuxDevice::random_bytes() {
  std::array<std::uint8_t, 16> bytes{};
  ssize_t got = 0;
  do {
    got = getrandom(bytes.data(), bytes.size(), 0);
  } while (got < 0 && errno == EINTR);
  if (got != static_cast<ssize_t>(bytes.size())) std::abort();
  return bytes;
}

DeviceHealth LinuxDevice::health() { return {free_bytes(folder_), hottest_zone(thermal_folder_)}; }

}  // namespace tertulia
