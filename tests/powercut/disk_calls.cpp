// SPDX-License-Identifier: Apache-2.0
#include "tests/powercut/disk_calls.h"

#include <cassert>
#include <cerrno>
#include <cstdarg>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tertulia::powercut {
namespace {

// The C library knows no context: what it calls must find its state here. The only global of these tests.
struct Watched {
  std::string folder;
  Watcher* watcher = nullptr;
  std::map<std::string, File> names;
  std::map<int, File> open;  // by descriptor
  std::set<int> open_folders;
  File next = 0;
};
Watched* watched = nullptr;

int fail(int error) {
  errno = error;
  return -1;
}

// The name inside of the watched folder; none: somebody else's file.
std::optional<std::string> name_of(const char* path) {
  if (watched == nullptr) return std::nullopt;
  const std::string_view whole(path);
  if (!whole.starts_with(watched->folder) || whole.size() <= watched->folder.size() + 1) return std::nullopt;
  return std::string(whole.substr(watched->folder.size() + 1));
}

// A path as open() wants it: what is relative to the watched folder is in it.
std::string whole_path(int folder, const char* path) {
  if (watched == nullptr || !watched->open_folders.contains(folder)) return path;
  return std::string_view(path) == "." ? watched->folder : watched->folder + "/" + path;
}
// Of somebody else's folder.
bool is_elsewhere(int folder, const char* path) {
  return folder != AT_FDCWD && *path != '/' &&
         (watched == nullptr || !watched->open_folders.contains(folder));
}

std::optional<File> file_of(int descriptor) {
  if (watched == nullptr) return std::nullopt;
  const auto found = watched->open.find(descriptor);
  return found == watched->open.end() ? std::nullopt : std::optional(found->second);
}

int refused(Call call) { return watched->watcher->refuse(call); }

void note_opened(int descriptor, const std::string& name, int flags) {
  const auto known = watched->names.find(name);
  const File file = known == watched->names.end() ? watched->next++ : known->second;
  watched->open[descriptor] = file;
  if (known == watched->names.end()) {
    watched->names[name] = file;
    watched->watcher->done(operation::Create{name, file});
  } else if ((flags & O_TRUNC) != 0) {
    watched->watcher->done(operation::Resize{file, 0});
  }
}

int open_watched(const char* path, int flags, mode_t mode) {
  const auto name = name_of(path);
  if (name)
    if (const int error = refused(Call::kOpen); error != 0) return fail(error);
  const auto descriptor = static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags, mode));
  if (descriptor >= 0 && name) note_opened(descriptor, *name, flags);
  if (descriptor < 0 || watched == nullptr) return descriptor;
  watched->open_folders.erase(descriptor);  // closedir() closes past us
  if (watched->folder == path) watched->open_folders.insert(descriptor);
  return descriptor;
}

ssize_t write_watched(int descriptor, const void* bytes, std::size_t size, off_t offset) {
  const auto file = file_of(descriptor);
  const int error = file ? refused(Call::kWrite) : 0;
  if (error != 0) {  // a disk that fails has often written a part
    static_cast<void>(syscall(SYS_pwrite64, descriptor, bytes, size / 2, offset));
    return fail(error);
  }
  const auto count = syscall(SYS_pwrite64, descriptor, bytes, size, offset);
  if (count > 0 && file)
    watched->watcher->done(
        operation::Write{*file, static_cast<std::size_t>(offset),
                         std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(count))});
  return count;
}

int sync_watched(int descriptor, long number) {
  const auto file = file_of(descriptor);
  const bool folder = watched != nullptr && watched->open_folders.contains(descriptor);
  if (!file && !folder) return static_cast<int>(syscall(number, descriptor));
  if (const int error = refused(Call::kSync); error != 0) return fail(error);
  if (file)
    watched->watcher->done(operation::Sync{*file});
  else
    watched->watcher->done(operation::SyncFolder{});
  return 0;
}

int resize_watched(int descriptor, off_t size) {
  const auto file = file_of(descriptor);
  if (file)
    if (const int error = refused(Call::kResize); error != 0) return fail(error);
  const auto result = static_cast<int>(syscall(SYS_ftruncate, descriptor, size));
  if (result == 0 && file) watched->watcher->done(operation::Resize{*file, static_cast<std::size_t>(size)});
  return result;
}

int remove_watched(const char* path) {
  const auto name = name_of(path);
  if (name)
    if (const int error = refused(Call::kRemove); error != 0) return fail(error);
  const auto result = static_cast<int>(syscall(SYS_unlinkat, AT_FDCWD, path, 0));
  if (result == 0 && name) {
    watched->names.erase(*name);
    watched->watcher->done(operation::Remove{*name});
  }
  return result;
}

int rename_watched(const char* from, const char* to) {
  const auto old_name = name_of(from);
  const auto new_name = name_of(to);
  if (old_name)
    if (const int error = refused(Call::kRename); error != 0) return fail(error);
  const auto result = static_cast<int>(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
  if (result == 0 && old_name && new_name) {
    const File file = watched->names.at(*old_name);
    watched->names.erase(*old_name);
    watched->names[*new_name] = file;
    watched->watcher->done(operation::Rename{*old_name, *new_name, file});
  }
  return result;
}

mode_t mode_in(int flags, va_list arguments) {
  return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(arguments, unsigned)) : 0;
}

}  // namespace

Watching::Watching(const std::string& folder, Watcher& watcher) {
  assert(watched == nullptr);
  auto* fresh = new Watched{folder, &watcher, {}, {}, {}, 0};
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    fresh->names[entry.path().filename()] = 0;
  for (auto& [name, file] : fresh->names) file = fresh->next++;  // as Disk numbers them
  watched = fresh;
}

Watching::~Watching() { delete std::exchange(watched, nullptr); }

}  // namespace tertulia::powercut

// NOLINTBEGIN: the C library's names and forms
extern "C" {

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = tertulia::powercut::mode_in(flags, arguments);
  va_end(arguments);
  return tertulia::powercut::open_watched(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = tertulia::powercut::mode_in(flags, arguments);
  va_end(arguments);
  return tertulia::powercut::open_watched(path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
  using namespace tertulia::powercut;
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_in(flags, arguments);
  va_end(arguments);
  if (is_elsewhere(folder, path)) return static_cast<int>(syscall(SYS_openat, folder, path, flags, mode));
  return open_watched(whole_path(folder, path).c_str(), flags, mode);
}
int openat64(int folder, const char* path, int flags, ...) {
  using namespace tertulia::powercut;
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_in(flags, arguments);
  va_end(arguments);
  return openat(folder, path, flags, mode);
}

int close(int descriptor) {
  if (tertulia::powercut::watched != nullptr) {
    tertulia::powercut::watched->open.erase(descriptor);
    tertulia::powercut::watched->open_folders.erase(descriptor);
  }
  return static_cast<int>(syscall(SYS_close, descriptor));
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
  using namespace tertulia::powercut;
  if (!file_of(descriptor)) return syscall(SYS_write, descriptor, bytes, size);
  const off_t at = lseek(descriptor, 0, SEEK_CUR);
  const ssize_t count = write_watched(descriptor, bytes, size, at);
  if (count > 0) lseek(descriptor, at + count, SEEK_SET);
  return count;
}
ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
  return tertulia::powercut::write_watched(descriptor, bytes, size, offset);
}
ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset) {
  return tertulia::powercut::write_watched(descriptor, bytes, size, offset);
}

ssize_t pread64(int descriptor, void* bytes, size_t size, off64_t offset) {
  using namespace tertulia::powercut;
  if (file_of(descriptor))
    if (const int error = refused(Call::kRead); error != 0) return fail(error);
  return syscall(SYS_pread64, descriptor, bytes, size, offset);
}

int fsync(int descriptor) { return tertulia::powercut::sync_watched(descriptor, SYS_fsync); }
int fdatasync(int descriptor) { return tertulia::powercut::sync_watched(descriptor, SYS_fdatasync); }

int ftruncate(int descriptor, off_t size) noexcept {
  return tertulia::powercut::resize_watched(descriptor, size);
}
int ftruncate64(int descriptor, off64_t size) noexcept {
  return tertulia::powercut::resize_watched(descriptor, size);
}

int unlink(const char* path) noexcept { return tertulia::powercut::remove_watched(path); }
int remove(const char* path) noexcept {
  if (tertulia::powercut::name_of(path)) return tertulia::powercut::remove_watched(path);
  const auto result = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (result == 0 || errno != EISDIR) return static_cast<int>(result);
  return static_cast<int>(syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR));
}
int rename(const char* from, const char* to) noexcept { return tertulia::powercut::rename_watched(from, to); }

int unlinkat(int folder, const char* path, int flags) noexcept {
  using namespace tertulia::powercut;
  if (flags != 0 || is_elsewhere(folder, path))
    return static_cast<int>(syscall(SYS_unlinkat, folder, path, flags));
  return remove_watched(whole_path(folder, path).c_str());
}
int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  using namespace tertulia::powercut;
  if (is_elsewhere(from_folder, from) || is_elsewhere(to_folder, to))
    return static_cast<int>(syscall(SYS_renameat2, from_folder, from, to_folder, to, 0));
  return rename_watched(whole_path(from_folder, from).c_str(), whole_path(to_folder, to).c_str());
}

}  // extern "C"
// NOLINTEND
