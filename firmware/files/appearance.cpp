// SPDX-License-Identifier: Apache-2.0
#include "firmware/files/appearance.h"

#include <algorithm>
#include <vector>

#include <sys/stat.h>

namespace tertulia {
namespace {

namespace fs = std::filesystem;

std::string instant(const timespec& time) {
  return std::to_string(time.tv_sec) + '.' + std::to_string(time.tv_nsec);
}

// The name stands in quotes of a length: no file name can imitate another line.
std::string line_of(const fs::path& path) {
  struct stat state {};
  if (lstat(path.c_str(), &state) != 0) return {};
  const std::string& name = path.native();
  return std::to_string(name.size()) + ' ' + name + ' ' + std::to_string(state.st_mode) + ' ' +
         std::to_string(state.st_ino) + ' ' + std::to_string(state.st_size) + ' ' + instant(state.st_mtim) +
         ' ' + instant(state.st_ctim) + '\n';
}

}  // namespace

std::string appearance_of(const fs::path& path) {
  std::vector<std::string> lines{line_of(path)};
  std::error_code none;
  for (auto entry = fs::recursive_directory_iterator(path, none); entry != fs::recursive_directory_iterator();
       entry.increment(none))
    lines.push_back(line_of(entry->path()));
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += line;
  return all;
}

}  // namespace tertulia
