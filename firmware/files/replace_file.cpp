// SPDX-License-Identifier: Apache-2.0
#include "firmware/files/replace_file.h"

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tertulia {
namespace {

namespace fs = std::filesystem;

fs::path draft_of(const fs::path& path) { return fs::path(path) += ".new"; }

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

bool sync_folder_of(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : ".";
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return opened.is_open() && ::fsync(opened.get()) == 0;
}

bool rename_and_sync(const fs::path& from, const fs::path& to) {
  return std::rename(from.c_str(), to.c_str()) == 0 && sync_folder_of(to);
}

}  // namespace

Result<FileReplacement> FileReplacement::begin(const fs::path& path, Readers readers) {
  const mode_t mode = readers == Readers::kOwner ? 0600 : 0644;
  // What a power cut left there goes; and a link that somebody has laid there is removed, never followed.
  ::unlink(draft_of(path).c_str());
  Descriptor file(::open(draft_of(path).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
  if (!file.is_open() && errno == EEXIST)  // a folder, or a file of somebody else
    return Error{draft_of(path).string() + " is in the way: remove it."};
  if (!file.is_open()) return unwritable(path);
  return FileReplacement(path, std::move(file));
}

FileReplacement::~FileReplacement() {
  if (file_.is_open() && owns_draft()) ::unlink(draft_of(path_).c_str());
}

bool FileReplacement::owns_draft() const {
  struct stat ours {};
  struct stat there {};
  return ::fstat(file_.get(), &ours) == 0 && ::lstat(draft_of(path_).c_str(), &there) == 0 &&
         ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
}

Outcome FileReplacement::append(std::string_view bytes) {
  if (!write_all(file_.get(), bytes)) return unwritable(path_);
  return Done{};
}

fs::path FileReplacement::draft() const { return draft_of(path_); }

Outcome FileReplacement::commit() {
  if (::fsync(file_.get()) != 0) return unwritable(path_);
  if (!owns_draft())
    return Error{path_.string() +
                 " is written by another program at the same time. Try again when it has ended."};
  if (!rename_and_sync(draft_of(path_), path_)) return unwritable(path_);
  file_.close();
  return Done{};
}

Outcome replace_file(const fs::path& path, std::string_view content, Readers readers) {
  TRY(auto replacement, FileReplacement::begin(path, readers));
  TRY_DONE(replacement.append(content));
  return replacement.commit();
}

Outcome create_private_file(const fs::path& path, std::string_view content) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file.is_open() && errno == EEXIST)
    return writing_error(path, "made", "Move the old one away if it is really to be replaced.");
  if (file.is_open() && write_all(file.get(), content) && ::fsync(file.get()) == 0 && sync_folder_of(path))
    return Done{};
  const Error error = unwritable(path);
  if (file.is_open()) ::unlink(path.c_str());
  return error;
}

Outcome remove_file(const fs::path& path) {
  if (::unlink(path.c_str()) != 0) {
    if (errno == ENOENT) return Done{};
  } else if (sync_folder_of(path)) {
    return Done{};
  }
  return writing_error(path, "removed", "Check that the folder belongs to this program's user.");
}

Outcome rename_file(const fs::path& from, const fs::path& to) {
  if (rename_and_sync(from, to)) return Done{};
  return writing_error(from, "renamed to " + to.string(),
                       "Check that the folder belongs to this program's user.");
}

}  // namespace tertulia
