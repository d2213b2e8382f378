// SPDX-License-Identifier: Apache-2.0
#include "firmware/files/replace_file.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "firmware/domain/digest.h"

namespace tertulia {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".new";
const fs::path kOpenFiles = "/proc/self/fd";

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

std::string random_letters() {
  std::array<std::uint8_t, 8> bytes{};
  const ssize_t count = ::getrandom(bytes.data(), bytes.size(), 0);
  return count == static_cast<ssize_t>(bytes.size()) ? to_hex(bytes) : std::string();
}

// Of every draft of this file. A name of 255 bytes has no room for more.
std::string beginning_of_drafts(const fs::path& path) {
  return ".tertulia-" + sha256_hex(path.filename().native()).substr(0, 16) + "-";
}

// What a power cut left, and the drafts of writers that began earlier. A link is removed, never followed.
void remove_drafts(const OpenFolder& folder, const std::string& beginning) {
  const int again = ::openat(folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const std::unique_ptr<DIR, int (*)(DIR*)> entries(again >= 0 ? ::fdopendir(again) : nullptr, &::closedir);
  if (!entries) return Descriptor(again).close();
  std::vector<std::string> drafts;
  while (const dirent* entry = ::readdir(entries.get())) {
    const std::string_view name = static_cast<const char*>(entry->d_name);
    if (name.starts_with(beginning) && name.ends_with(kEnding)) drafts.emplace_back(name);
  }
  for (const std::string& draft : drafts) ::unlinkat(folder.get(), draft.c_str(), 0);
}

Error writing_error(const fs::path& path, const std::string& what, const char* cure) {
  return Error{path.string() + " cannot be " + what + " (" + std::generic_category().message(errno) + "). " +
               cure};
}

Error unwritable(const fs::path& path) {
  return writing_error(path, "written",
                       "Check the free space and that the folder belongs to this program's user.");
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) return false;
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

Result<FileReplacement> FileReplacement::begin(const fs::path& path, Readers readers) {
  const mode_t mode = readers == Readers::kOwner ? 0600 : 0644;
  OpenFolder folder = OpenFolder::open(folder_of(path));
  const std::string letters = random_letters();
  if (!folder.is_open() || letters.empty() || path.filename().empty()) return unwritable(path);
  const std::string beginning = beginning_of_drafts(path);
  remove_drafts(folder, beginning);
  std::string draft = beginning + letters + std::string(kEnding);
  Descriptor file(
      ::openat(folder.get(), draft.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
  if (!file.is_open()) return unwritable(path);
  return FileReplacement(path, std::move(folder), std::move(draft), std::move(file));
}

FileReplacement::~FileReplacement() {
  if (file_.is_open() && owns_draft()) ::unlinkat(folder_.get(), draft_.c_str(), 0);
}

bool FileReplacement::owns_draft() const {
  struct stat ours {};
  struct stat there {};
  return ::fstat(file_.get(), &ours) == 0 &&
         ::fstatat(folder_.get(), draft_.c_str(), &there, AT_SYMLINK_NOFOLLOW) == 0 &&
         ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
}

Outcome FileReplacement::append(std::string_view bytes) {
  if (!write_all(file_.get(), bytes)) return unwritable(path_);
  return Done{};
}

fs::path FileReplacement::draft() const { return kOpenFiles / std::to_string(file_.get()); }

fs::path FileReplacement::folder() const { return kOpenFiles / std::to_string(folder_.get()); }

Outcome FileReplacement::commit() {
  if (::fsync(file_.get()) != 0) return unwritable(path_);
  if (!owns_draft())
    return Error{path_.string() +
                 " is written by another program at the same time. Try again when it has ended."};
  const fs::path name = path_.filename();
  if (::renameat(folder_.get(), draft_.c_str(), folder_.get(), name.c_str()) != 0 ||
      ::fsync(folder_.get()) != 0)
    return unwritable(path_);
  file_.close();
  return Done{};
}

Outcome replace_file(const fs::path& path, std::string_view content, Readers readers) {
  TRY(auto replacement, FileReplacement::begin(path, readers));
  TRY_DONE(replacement.append(content));
  return replacement.commit();
}

Outcome create_private_file(const fs::path& path, std::string_view content) {
  const OpenFolder folder = OpenFolder::open(folder_of(path));
  const fs::path name = path.filename();
  const Descriptor file(
      folder.is_open()
          ? ::openat(folder.get(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)
          : -1);
  if (!file.is_open() && errno == EEXIST)
    return writing_error(path, "made", "Move the old one away if it is really to be replaced.");
  if (file.is_open() && write_all(file.get(), content) && ::fsync(file.get()) == 0 &&
      ::fsync(folder.get()) == 0)
    return Done{};
  const Error error = unwritable(path);
  if (file.is_open()) ::unlinkat(folder.get(), name.c_str(), 0);
  return error;
}

Outcome remove_file(const fs::path& path) {
  const OpenFolder folder = OpenFolder::open(folder_of(path));
  if (!folder.is_open() && errno == ENOENT) return Done{};
  if (folder.is_open() && ::unlinkat(folder.get(), path.filename().c_str(), 0) != 0) {
    if (errno == ENOENT) return Done{};
  } else if (folder.is_open() && ::fsync(folder.get()) == 0) {
    return Done{};
  }
  return writing_error(path, "removed", "Check that the folder belongs to this program's user.");
}

Outcome rename_file(const fs::path& from, const fs::path& to) {
  const OpenFolder folder = OpenFolder::open(folder_of(to));
  if (folder.is_open() && folder_of(from) == folder_of(to) &&
      ::renameat(folder.get(), from.filename().c_str(), folder.get(), to.filename().c_str()) == 0 &&
      ::fsync(folder.get()) == 0)
    return Done{};
  return writing_error(from, "renamed to " + to.string(),
                       "Check that the folder belongs to this program's user.");
}

}  // namespace tertulia
