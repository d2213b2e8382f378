// SPDX-License-Identifier: Apache-2.0
#include "firmware/files/read_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "firmware/files/descriptor.h"

namespace tertulia {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kAllBits = 07777;
constexpr unsigned kOthers = 0077;

std::string size_in_words(std::size_t bytes) {
  if (bytes % (1U << 20U) == 0) return std::to_string(bytes >> 20U) + " MiB";
  if (bytes % (1U << 10U) == 0) return std::to_string(bytes >> 10U) + " KiB";
  return std::to_string(bytes) + " bytes";
}

Error reading_error(const fs::path& path, const std::string& what, std::string_view cure) {
  return {path.string() + ": " + what + (cure.empty() ? "" : "; ") + std::string(cure)};
}

constexpr std::string_view kLink =
    "is a link, and links of others are not followed; put the file itself in its place";

Error unreadable(const fs::path& path, std::string_view cure) {
  return reading_error(path, "cannot be read (" + std::generic_category().message(errno) + ")", cure);
}

bool is_private(unsigned mode, FilePrivacy privacy) {
  return privacy == FilePrivacy::kMode0600 ? mode == 0600 : (mode & kOthers) == 0;
}

Outcome check_privacy(const fs::path& path, int file, const ReadOptions& options) {
  struct stat status {};
  if (::fstat(file, &status) != 0) return unreadable(path, options.cure);
  if (!S_ISREG(status.st_mode)) return reading_error(path, "is not a file", options.cure);
  const unsigned mode = status.st_mode & kAllBits;
  if (is_private(mode, options.privacy)) return Done{};
  std::array<char, 8> octal{};
  std::snprintf(octal.data(), octal.size(), "%04o", mode);
  return reading_error(path, std::string("has mode ") + octal.data() + " instead of 0600",
                       "run: chmod 600 '" + path.string() + "'");
}

}  // namespace

std::optional<std::uint64_t> size_of(int file) {
  struct stat status {};
  if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return static_cast<std::uint64_t>(status.st_size);
}

Descriptor open_named(const fs::path& path) {
  return Descriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
}

Result<Descriptor> open_foreign(const fs::path& path, std::string_view cure) {
  const OpenFolder folder = OpenFolder::open(path.parent_path());
  if (!folder.is_open()) return unreadable(path, cure);
  Descriptor file = folder.open_to_read(path.filename());
  if (!file.is_open() && errno == ELOOP) return reading_error(path, std::string(kLink), {});
  if (!file.is_open()) return unreadable(path, cure);
  if (!size_of(file.get())) return reading_error(path, "is not a file", cure);
  return file;
}

Result<std::string> read_file(const fs::path& path, const ReadOptions& options) {
  if (options.links == Links::kRefused) {
    TRY(const Descriptor foreign, open_foreign(path, options.cure));
    return read_open_file(foreign.get(), path, options);
  }
  // Who checks the kind of a file must not wait for a pipe that nobody writes to.
  const int without_waiting = options.privacy == FilePrivacy::kNotChecked ? 0 : O_NONBLOCK;
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | without_waiting));
  if (!file.is_open()) return unreadable(path, options.cure);
  return read_open_file(file.get(), path, options);
}

Result<std::string> read_open_file(int file, const fs::path& path, const ReadOptions& options) {
  if (options.privacy != FilePrivacy::kNotChecked) TRY_DONE(check_privacy(path, file, options));
  std::string bytes;
  std::array<char, 16384> block{};
  while (true) {
    const ssize_t count = ::read(file, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unreadable(path, options.cure);
    if (count == 0) return bytes;
    bytes.append(block.data(), static_cast<std::size_t>(count));
    if (bytes.size() > options.most_bytes)
      return reading_error(path, "is larger than " + size_in_words(options.most_bytes), options.cure);
  }
}

}  // namespace tertulia
