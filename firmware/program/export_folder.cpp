// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/export_folder.h"

#include <algorithm>
#include <system_error>

#include "firmware/files/read_file.h"
#include "firmware/files/replace_file.h"

namespace tertulia {
namespace {

namespace fs = std::filesystem;

// Empty: none. What is wrong with a folder, its writer says.
std::string file_in_the_way(const fs::path& folder, const std::vector<std::string>& names) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    std::string file = entry.path().filename().string();
    const auto begins = [&](const std::string& name) { return file.starts_with(name + "."); };
    if (std::any_of(names.begin(), names.end(), begins)) return file;
  }
  return {};
}

}  // namespace

Outcome claim_export_folder(const fs::path& folder, const std::string& mark,
                            const std::vector<std::string>& names) {
  const fs::path file = folder / kExportMark;
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(file, ignored))) {
    TRY(const std::string found, read_file(file, {4096, {}, "Name another folder.", Links::kRefused}));
    if (found == mark + "\n") return Done{};
    return Error{folder.string() +
                 " holds the answers of another device. Name a folder of its own for each device."};
  }
  const std::string other = file_in_the_way(folder, names);
  if (!other.empty())
    return Error{(folder / other).string() +
                 " is there already, and this device did not export it. Name another folder."};
  return replace_file(file, mark + "\n");
}

}  // namespace tertulia
