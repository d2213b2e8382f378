// SPDX-License-Identifier: Apache-2.0
#include "firmware/files/file_pieces.h"

#include <cerrno>
#include <system_error>

namespace tertulia {

Result<FilePieces> FilePieces::open(const std::filesystem::path& path) {
  FilePieces pieces(path);
  if (!pieces.file_.is_open())
    return Error{path.string() + " cannot be opened (" + std::generic_category().message(errno) + ")"};
  return pieces;
}

Result<std::string> FilePieces::next(std::size_t most) {
  std::string piece(most, '\0');
  file_.read(piece.data(), static_cast<std::streamsize>(most));
  if (file_.bad()) return unreadable();
  piece.resize(static_cast<std::size_t>(file_.gcount()));
  return piece;
}

Result<bool> FilePieces::is_at_end() {
  const bool has_no_more = file_.peek() == std::ifstream::traits_type::eof();
  if (file_.bad()) return unreadable();
  return has_no_more;
}

Error FilePieces::unreadable() const { return Error{path_.string() + " cannot be read. Check its disk."}; }

}  // namespace tertulia
