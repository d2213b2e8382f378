// SPDX-License-Identifier: Apache-2.0
#include "firmware/files/file_pieces.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tertulia {

Result<FilePieces> FilePieces::open(const std::filesystem::path& path) {
  // Opened without waiting, because a pipe that nobody writes to would be waited for.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.get(), &status) != 0)
    return Error{path.string() + " cannot be opened (" + std::generic_category().message(errno) + ")"};
  if (!S_ISREG(status.st_mode)) return Error{path.string() + " is not a file"};
  return FilePieces(path, std::move(file));
}

Result<std::string> FilePieces::next(std::size_t most) {
  std::string piece = std::exchange(ahead_, {});
  std::size_t size = piece.size();
  piece.resize(most);
  while (size < most) {
    const ssize_t count = ::read(file_.get(), piece.data() + size, most - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Error{path_.string() + " cannot be read. Check its disk."};
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
  }
  piece.resize(size);
  return piece;
}

Result<bool> FilePieces::is_at_end() {
  if (!ahead_.empty()) return false;
  TRY(ahead_, next(1));
  return ahead_.empty();
}

}  // namespace tertulia
