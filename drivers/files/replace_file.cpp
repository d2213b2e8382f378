// SPDX-License-Identifier: Apache-2.0
#include "drivers/files/replace_file.h"

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace tertulia {
namespace {

class File {
 public:
  File(const std::filesystem::path& path, int flags)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  [[nodiscard]] bool write(std::string_view content) const {
    while (descriptor_ >= 0 && !content.empty()) {
      const ssize_t count = ::write(descriptor_, content.data(), content.size());
      if (count < 0 && errno != EINTR) return false;
      if (count > 0) content.remove_prefix(static_cast<std::size_t>(count));
    }
    return descriptor_ >= 0;
  }
  [[nodiscard]] bool sync() const { return descriptor_ >= 0 && ::fsync(descriptor_) == 0; }

 private:
  int descriptor_;
};

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : ".";
}

bool rename_and_sync(const std::filesystem::path& from, const std::filesystem::path& to) {
  return std::rename(from.c_str(), to.c_str()) == 0 && File(folder_of(to), O_RDONLY | O_DIRECTORY).sync();
}

bool replace(const std::filesystem::path& path, std::string_view content) {
  std::filesystem::path fresh = path;
  fresh += ".new";
  {
    const File file(fresh, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.write(content) || !file.sync()) return false;
  }
  return rename_and_sync(fresh, path);
}

}  // namespace

Outcome replace_file(const std::filesystem::path& path, std::string_view content) {
  if (replace(path, content)) return Done{};
  return Error{path.string() + " cannot be written (" + std::generic_category().message(errno) +
               "). Check the free space and that the folder belongs to this program's user."};
}

Outcome remove_file(const std::filesystem::path& path) {
  if (::unlink(path.c_str()) != 0) {
    if (errno == ENOENT) return Done{};
  } else if (File(folder_of(path), O_RDONLY | O_DIRECTORY).sync()) {
    return Done{};
  }
  return Error{path.string() + " cannot be removed (" + std::generic_category().message(errno) +
               "). Check that the folder belongs to this program's user."};
}

Outcome rename_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (rename_and_sync(from, to)) return Done{};
  return Error{from.string() + " cannot be renamed to " + to.string() + " (" +
               std::generic_category().message(errno) +
               "). Check that the folder belongs to this program's user."};
}

}  // namespace tertulia
