// SPDX-License-Identifier: Apache-2.0
// What the writer and the reader of sealed files agree on. For the sources of this folder.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <sodium.h>

#include "drivers/sealing/secret.h"
#include "firmware/domain/result.h"

namespace tertulia::sealed {

inline constexpr std::string_view kMagic = "tertulia-sealed-1\n";
inline constexpr std::size_t kChunk = 64U << 10U;
inline constexpr std::size_t kKey = crypto_secretstream_xchacha20poly1305_KEYBYTES;
inline constexpr std::size_t kBox = kKey + crypto_box_SEALBYTES;
inline constexpr std::size_t kHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
inline constexpr std::size_t kMore = crypto_secretstream_xchacha20poly1305_ABYTES;

using StreamState = Secret<crypto_secretstream_xchacha20poly1305_state>;
using StreamKey = Secret<std::array<std::uint8_t, kKey>>;  // of one file

inline unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

// A file in pieces.
class Pieces {
 public:
  explicit Pieces(const std::filesystem::path& path) : path_(path), file_(path, std::ios::binary) {}
  [[nodiscard]] bool is_open() const { return file_.is_open(); }
  // Of `most` bytes; shorter only at the end of the file.
  [[nodiscard]] Result<std::string> next(std::size_t most) {
    std::string piece(most, '\0');
    file_.read(piece.data(), static_cast<std::streamsize>(most));
    if (file_.bad()) return unreadable();
    piece.resize(static_cast<std::size_t>(file_.gcount()));
    return piece;
  }
  // A disk that fails is no end: what was read so far is not the whole file.
  [[nodiscard]] Result<bool> is_at_end() {
    const bool has_no_more = file_.peek() == std::ifstream::traits_type::eof();
    if (file_.bad()) return unreadable();
    return has_no_more;
  }

 private:
  [[nodiscard]] Error unreadable() const {
    return Error{path_.string() + " cannot be read. Check its disk."};
  }

  std::filesystem::path path_;
  std::ifstream file_;
};

}  // namespace tertulia::sealed
