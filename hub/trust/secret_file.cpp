// SPDX-License-Identifier: Apache-2.0
#include "hub/trust/secret_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace tertulia::hub {

Result<std::string> read_secret(const std::string& path, std::string_view what) {
  const std::string file_name = std::string(what) + " " + path;
  std::error_code failed;
  const auto status = std::filesystem::status(path, failed);
  if (failed || !std::filesystem::exists(status))
    return Error{file_name + " cannot be found; make it with mode 0600"};
  constexpr auto kOthers = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
  if ((status.permissions() & kOthers) != std::filesystem::perms::none)
    return Error{file_name + " can be read by others; run: chmod 600 " + path};
  std::ifstream file(path);
  std::string secret;
  if (!std::getline(file, secret) || secret.empty())
    return Error{file_name + " is empty or cannot be read; its first line must be the secret"};
  if (secret.back() == '\r') secret.pop_back();
  return secret;
}

Outcome write_secret(const std::string& path, std::string_view what, std::string_view secret) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  const std::string line = std::string(secret) + "\n";
  const bool written = file >= 0 &&
                       write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
                       fsync(file) == 0;
  const int why = errno;
  if (file >= 0) close(file);
  if (written) return Done{};
  return Error{std::string(what) + " " + path + " cannot be made: " + std::strerror(why) +
               (why == EEXIST ? "; move the old one away if it is really to be replaced" : "")};
}

}  // namespace tertulia::hub
