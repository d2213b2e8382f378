// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/configuration/credentials.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "firmware/formats/containers/toml.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostBytes = 4096;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

Error problem_with(const std::filesystem::path& path) {
  return Error{fmt::format("{}: cannot be read: {}", path.string(), std::strerror(errno))};
}

Result<std::string> read_private_file(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) return problem_with(path);
  // The open file is asked, not the name: nobody can change it in between.
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return problem_with(path);
  if (!S_ISREG(status.st_mode)) return Error{fmt::format("{}: is not a file", path.string())};
  if (const unsigned mode = status.st_mode & 07777U; mode != 0600) {
    return Error{fmt::format("{}: has mode {:04o}, others may read or change it; run: chmod 600 '{}'",
                             path.string(), mode, path.string())};
  }
  std::string text(kMostBytes, '\0');
  const ssize_t size = ::read(file.number(), text.data(), text.size());
  if (size < 0) return problem_with(path);
  text.resize(static_cast<std::size_t>(size));
  return text;
}

}  // namespace

Result<Credentials> read_credentials(const std::filesystem::path& path) {
  constexpr std::string_view kCure = "write two lines: username = \"...\" and password = \"...\"";
  TRY(const std::string text, read_private_file(path));
  const auto document = parse_toml(text);
  // The parser's own words could quote the password: only the line is told.
  if (const auto* error = std::get_if<TomlError>(&document)) {
    return Error{fmt::format("{}:{}: is not valid TOML; {}", path.string(), error->line, kCure)};
  }
  Findings ignored;  // what is missing or no text is empty
  TomlTable table(*std::get<TomlDocument>(document), {path.string(), "", "", &ignored});
  Credentials credentials{table.exact_text("username").value_or(""),
                          table.exact_text("password").value_or("")};
  if (credentials.username.empty() || credentials.password.empty()) {
    return Error{fmt::format("{}: user name or password is missing; {}", path.string(), kCure)};
  }
  return credentials;
}

}  // namespace tertulia::formats
