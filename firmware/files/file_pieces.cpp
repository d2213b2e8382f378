// SPDX-License-Identifier: Apache-2.0
#include "firmware/files/file_pieces.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "firmware/files/read_file.h"

namespace tertulia {

Result<FilePieces> FilePieces::open(const std::filesystem::path& path, Links links) {
  if (links == Links::kRefused) {
    TRY(Descriptor foreign, open_foreign(path));
    return FilePieces(path, std::move(foreign));
  }
  Descriptor file = open_named(path);
  if (!file.is_open())
    return Error{path.string() + " cannot be opened (" + std::generic_category().message(errno) + ")"};
  if (!size_of(file.get())) return Error{path.string() + " is not a file"};
  return FilePieces(path, std::move(file));
}

Result<std::string> FilePieces::next(std::size_t most) {
  TRY_DONE(read_ahead(most));
  std::string piece = std::move(ahead_);
  ahead_.clear();
  if (piece.size() <= most) return piece;
  ahead_ = piece.substr(most);
  piece.resize(most);
  return piece;
}

Result<bool> FilePieces::is_at_end() {
  TRY_DONE(read_ahead(1));
  return ahead_.empty();
}

Outcome FilePieces::read_ahead(std::size_t most) {
  std::size_t have = ahead_.size();
  if (have >= most) return Done{};
  ahead_.resize(most);
  while (have < most) {
    const ssize_t count = ::read(file_.get(), ahead_.data() + have, most - have);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unreadable();
    if (count == 0) break;
    have += static_cast<std::size_t>(count);
  }
  ahead_.resize(have);
  return Done{};
}

Error FilePieces::unreadable() const { return Error{path_.string() + " cannot be read. Check its disk."}; }

}  // namespace tertulia
