// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/lineage.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace tertulia::sqlite {
namespace {

class File {
 public:
  File(const std::string& path, int flags) : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  [[nodiscard]] bool write(std::string_view text) const {
    return descriptor_ >= 0 &&
           ::write(descriptor_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  }
  [[nodiscard]] bool sync() const { return descriptor_ >= 0 && ::fsync(descriptor_) == 0; }

 private:
  int descriptor_;
};

std::string folder_of(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

bool replace_file(const std::string& path, const std::string& text) {
  const std::string fresh = path + ".new";
  {
    const File file(fresh, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.write(text) || !file.sync()) return false;
  }
  if (std::rename(fresh.c_str(), path.c_str()) != 0) return false;
  return File(folder_of(path), O_RDONLY | O_DIRECTORY).sync();
}

}  // namespace

std::string lineage_path(const std::string& database_path) { return database_path + ".epoch"; }

std::optional<Lineage> read_lineage(const std::string& database_path) {
  std::ifstream file(lineage_path(database_path));
  Lineage lineage;
  if (!(file >> lineage.epoch >> lineage.token)) return std::nullopt;
  return lineage;
}

Outcome write_lineage(const std::string& database_path, const Lineage& lineage) {
  const std::string path = lineage_path(database_path);
  if (replace_file(path, lineage.epoch + "\n" + lineage.token + "\n")) return Done{};
  return Error{path + " cannot be written (" + std::generic_category().message(errno) +
               "). Check the free space and that the folder belongs to this program's user."};
}

std::string random_name(Device& random) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string name;
  for (const std::uint8_t byte : random.random_bytes()) {
    name += kDigits[byte >> 4];
    name += kDigits[byte & 15];
  }
  return name;
}

}  // namespace tertulia::sqlite
