// SPDX-License-Identifier: Apache-2.0
#include "firmware/files/folder.h"

#include <cerrno>
#include <cstdint>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tertulia {
namespace {

namespace fs = std::filesystem;

// Of <linux/openat2.h>, which older headers lack.
struct OpenHow {
  std::uint64_t flags;
  std::uint64_t mode;
  std::uint64_t resolve;
};
constexpr std::uint64_t kNoCrossing = 0x01;  // RESOLVE_NO_XDEV
constexpr std::uint64_t kNoLinks = 0x04;     // RESOLVE_NO_SYMLINKS
constexpr std::uint64_t kBeneath = 0x08;     // RESOLVE_BENEATH
constexpr int kTries = 16;                   // EAGAIN: something was renamed meanwhile

Descriptor open_by_kernel(int folder, const fs::path& name, int flags, mode_t mode) {
#ifdef SYS_openat2
  const OpenHow how{static_cast<std::uint64_t>(flags), mode, kNoCrossing | kNoLinks | kBeneath};
  for (int i = 0; i < kTries; ++i) {
    const auto file = static_cast<int>(::syscall(SYS_openat2, folder, name.c_str(), &how, sizeof how));
    if (file >= 0 || errno != EAGAIN) return Descriptor(file);
  }
#else
  errno = ENOSYS;
#endif
  return {};
}

bool is_on_device(int file, dev_t device) {
  struct stat state {};
  return ::fstat(file, &state) == 0 && state.st_dev == device;
}

Descriptor refused(int reason) {
  errno = reason;
  return {};
}

Descriptor open_by_hand(int folder, const fs::path& name, int flags, mode_t mode) {
  struct stat state {};
  if (name.is_absolute() || ::fstat(folder, &state) != 0) return refused(EXDEV);
  Descriptor here(::openat(folder, ".", O_PATH | O_DIRECTORY | O_CLOEXEC));
  for (auto part = name.begin(); part != name.end() && here.is_open(); ++part) {
    if (*part == "..") return refused(EXDEV);
    const bool is_last = std::next(part) == name.end();
    Descriptor next(is_last ? ::openat(here.get(), part->c_str(), flags | O_NOFOLLOW, mode)
                            : ::openat(here.get(), part->c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (next.is_open() && !is_on_device(next.get(), state.st_dev)) return refused(EXDEV);
    if (!is_last && next.is_open()) {
      struct stat kind {};
      if (::fstat(next.get(), &kind) != 0 || S_ISLNK(kind.st_mode)) return refused(ELOOP);
    }
    here = std::move(next);
  }
  return here;
}

}  // namespace

OpenFolder OpenFolder::open(const fs::path& path) {
  const fs::path named = path.empty() ? fs::path(".") : path;
  return OpenFolder(Descriptor(::open(named.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)));
}

Descriptor OpenFolder::open_to_read(const fs::path& name) const {
  return open_beneath(name, O_RDONLY | O_NONBLOCK);
}

Descriptor OpenFolder::open_beneath(const fs::path& name, int flags, unsigned mode, Lookup lookup) const {
  if (lookup == Lookup::kByKernel) {
    Descriptor file = open_by_kernel(get(), name, flags | O_CLOEXEC, mode);
    const bool is_unknown = errno == ENOSYS || errno == EPERM || errno == E2BIG || errno == EINVAL;
    if (file.is_open() || !is_unknown) return file;
  }
  return open_by_hand(get(), name, flags | O_CLOEXEC, mode);
}

}  // namespace tertulia
