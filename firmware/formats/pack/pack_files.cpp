// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/pack_files.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "firmware/domain/digest.h"
#include "firmware/domain/utf8.h"
#include "firmware/files/folder.h"
#include "firmware/files/read_file.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

namespace fs = std::filesystem;

std::string mebibytes(std::uint64_t bytes) {
  return std::to_string((bytes + (1U << 20U) - 1) >> 20U) + " MiB";
}

constexpr std::string_view kCure = "check its name and rights; a visit pack has at most 64 MiB in all";

// The size is asked first: who reads a file of any size up to the limit may have no memory left to say so.
// The open file is asked: nobody can exchange it meanwhile.
Result<std::string> read_whole(const Descriptor& file, const fs::path& path, const std::string& name,
                               std::uint64_t most, const ZipLimits& limits) {
  const auto size = size_of(file.get());
  if (!size) return Error{"The file " + in_quotes(name) + " cannot be read; copy it again."};
  if (*size > most)
    return Error{"The file " + in_quotes(name) + " is too large (" + mebibytes(*size) +
                 "): a visit pack has at most " + mebibytes(limits.total_bytes) +
                 " in all. Export the days of the visit only, or take out what the visit does not need."};
  return read_open_file(file.get(), path, {most, {}, kCure});
}

// Below a pack no link is followed, not even one that was laid there after the folder was listed.
Result<std::string> read_beneath(const OpenFolder& folder, const fs::path& path, const std::string& name,
                                 std::uint64_t most, const ZipLimits& limits) {
  const Descriptor file = folder.open_to_read(name);
  if (file.is_open()) return read_whole(file, path, name, most, limits);
  const int reason = errno;
  return Error{"The file " + in_quotes(name) + " cannot be read (" + std::generic_category().message(reason) +
               "); " + (reason == EXDEV ? "put the file itself into the folder." : std::string(kCure) + ".")};
}

std::string_view why_no_file(const fs::file_status& status) {
  return fs::is_symlink(status)
             ? "This is a link, and links are not followed; put the file itself in its place."
             : "This is neither a file nor a folder, so it is not read; put a file in its place.";
}

Result<PackFiles> read_folder(const fs::path& folder, const ZipLimits& limits) {
  PackFiles pack;
  FileMap& files = pack.files;
  std::uint64_t used = 0;
  std::error_code problem;
  const OpenFolder opened = OpenFolder::open(folder);
  fs::recursive_directory_iterator entries(folder, problem);
  for (; !problem && entries != fs::recursive_directory_iterator(); entries.increment(problem)) {
    const std::string name = entries->path().lexically_relative(folder).generic_string();
    std::error_code ignored;
    const fs::file_status status = entries->symlink_status(ignored);
    if (is_left_out(name)) {
      if (fs::is_directory(status)) entries.disable_recursion_pending();
      continue;
    }
    if (fs::is_directory(status)) continue;
    if (!is_safe_path(name))
      return Error{"The file name " + in_quotes(name) + " is too long or not UTF-8; rename it."};
    if (!fs::is_regular_file(status)) {
      if (!is_lock_file(name)) pack.left_out.skipped({name, ""}, std::string(why_no_file(status)));
      continue;
    }
    if (files.size() >= limits.members) return Error{"The pack has more than 2000 files; remove some."};
    TRY(std::string bytes, read_beneath(opened, entries->path(), name, limits.total_bytes - used, limits));
    used += bytes.size();
    files.emplace(name, std::move(bytes));
  }
  if (problem) return Error{"The folder " + folder.string() + " cannot be read: " + problem.message() + "."};
  return pack;
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

Result<PackFiles> read_zipped(const fs::path& path, const ZipLimits& limits) {
  const Descriptor file = open_named(path);  // a person named it
  if (!file.is_open())
    return Error{path.string() + ": cannot be read (" + std::generic_category().message(errno) + "); " +
                 std::string(kCure)};
  TRY(const std::string bytes, read_whole(file, path, path.filename().string(), limits.total_bytes, limits));
  if (!bytes.starts_with("PK"))
    return Error{
        path.string() +
        " is no visit pack. Put it into a folder, with a visit.toml beside it, and give that folder."};
  TRY(FileMap members, read_zip(bytes, limits));
  std::erase_if(members, [](const auto& member) { return is_left_out(member.first); });
  const std::size_t cut = common_folder(members).size();
  PackFiles pack;
  for (auto& [name, content] : members) pack.files.emplace(name.substr(cut), std::move(content));
  return pack;
}

}  // namespace

std::string plain_name(std::string_view name) { return composed(clean_text(name)); }

Result<PackFiles> read_pack_files(const std::string& path, const ZipLimits& limits) {
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

bool is_left_out(std::string_view name) {
  const std::vector<std::string> parts = split(name, '/');
  return std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
    return part.starts_with('.') || part == "__MACOSX" || part == "Thumbs.db" || part == "desktop.ini";
  });
}

const FileMap::value_type* find_file(const FileMap& files, const std::string& name) {
  if (name.empty()) return nullptr;
  auto found = files.find(name);
  if (found == files.end())
    found = std::find_if(files.begin(), files.end(), [plain = plain_name(name)](const auto& file) {
      return plain_name(file.first) == plain;
    });
  return found == files.end() ? nullptr : &*found;
}

bool is_lock_file(std::string_view name) {
  const std::string_view last = name.substr(name.rfind('/') + 1);  // npos + 1 is 0
  return last.starts_with("~$") || last.starts_with(".~lock.");
}

std::vector<std::string> paths_beside(const std::string& form, const std::string& name) {
  const std::size_t start = form.rfind('/') + 1;  // npos + 1 is 0
  const std::string stem = form.substr(start, form.rfind('.') - start);
  const std::string folder = form.substr(0, start);
  return {folder + name, folder + stem + "-media/" + name};
}

std::string version_of(const FileMap& files) {
  std::string hashes;  // names and hashes have no line ends: no two packs give the same list
  for (const auto& [name, content] : files)
    if (!is_lock_file(name)) hashes += sha256_hex(name) + " " + sha256_hex(content) + "\n";
  return sha256_hex(hashes);
}

}  // namespace tertulia::formats
