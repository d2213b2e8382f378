// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/pack_files.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "firmware/domain/digest.h"
#include "firmware/files/read_file.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

namespace fs = std::filesystem;

bool is_left_out(const std::string& name) {
  const std::vector<std::string> parts = split(name, '/');
  return std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
    return part.starts_with('.') || part == "__MACOSX" || part == "Thumbs.db" || part == "desktop.ini";
  });
}

Result<std::string> read_whole(const fs::path& path, std::uint64_t most) {
  return read_file(path, {most, {}, "check its name and rights; a visit pack has at most 64 MiB in all"});
}

Result<FileMap> read_folder(const fs::path& folder, const ZipLimits& limits) {
  FileMap files;
  std::uint64_t used = 0;
  std::error_code problem;
  fs::recursive_directory_iterator entries(folder, problem);
  for (; !problem && entries != fs::recursive_directory_iterator(); entries.increment(problem)) {
    const std::string name = entries->path().lexically_relative(folder).generic_string();
    std::error_code ignored;
    const fs::file_status status = entries->symlink_status(ignored);
    if (is_left_out(name)) {
      if (fs::is_directory(status)) entries.disable_recursion_pending();
      continue;
    }
    if (!fs::is_regular_file(status)) continue;
    if (!is_safe_path(name))
      return Error{"The file name " + in_quotes(name) + " is too long or not UTF-8; rename it."};
    if (files.size() >= limits.members) return Error{"The pack has more than 2000 files; remove some."};
    TRY(std::string bytes, read_whole(entries->path(), limits.total_bytes - used));
    used += bytes.size();
    files.emplace(name, std::move(bytes));
  }
  if (problem) return Error{"The folder " + folder.string() + " cannot be read: " + problem.message() + "."};
  return files;
}

// "lisbon/" when everything lies in that one folder.
std::string common_folder(const FileMap& files) {
  if (files.empty() || files.contains("visit.toml")) return {};
  const std::string first = files.begin()->first;
  const std::size_t slash = first.find('/');
  if (slash == std::string::npos) return {};
  const std::string folder = first.substr(0, slash + 1);
  const bool is_common = std::all_of(files.begin(), files.end(),
                                     [&](const auto& file) { return file.first.starts_with(folder); });
  return is_common ? folder : std::string();
}

Result<FileMap> read_zipped(const fs::path& path, const ZipLimits& limits) {
  TRY(const std::string bytes, read_whole(path, limits.total_bytes));
  TRY(FileMap members, read_zip(bytes, limits));
  std::erase_if(members, [](const auto& member) { return is_left_out(member.first); });
  const std::size_t cut = common_folder(members).size();
  FileMap files;
  for (auto& [name, content] : members) files.emplace(name.substr(cut), std::move(content));
  return files;
}

}  // namespace

Result<FileMap> read_pack_files(const std::string& path, const ZipLimits& limits) {
  std::error_code problem;
  const fs::file_status status = fs::status(path, problem);
  if (!fs::exists(status))
    return Error{"There is no visit pack at " + path + "; give a folder or a *.visit file."};
  try {
    return fs::is_directory(status) ? read_folder(path, limits) : read_zipped(path, limits);
  } catch (const std::exception&) {  // the file system library and memory
    return Error{"The visit pack at " + path + " cannot be read; copy it again."};
  }
}

bool is_lock_file(std::string_view name) {
  const std::string_view last = name.substr(name.rfind('/') + 1);  // npos + 1 is 0
  return last.starts_with("~$") || last.starts_with(".~lock.");
}

std::string version_of(const FileMap& files) {
  std::string hashes;  // names and hashes have no line ends: no two packs give the same list
  for (const auto& [name, content] : files)
    if (!is_lock_file(name)) hashes += sha256_hex(name) + " " + sha256_hex(content) + "\n";
  return sha256_hex(hashes);
}

}  // namespace tertulia::formats
