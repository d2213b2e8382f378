// SPDX-License-Identifier: Apache-2.0
#include "drivers/sealing/open_sealed_file.h"

#include <algorithm>
#include <span>

#include "drivers/sealing/sealed_format.h"
#include "firmware/files/file_pieces.h"

namespace tertulia {
namespace {

using namespace sealed;

Error not_whole(const std::filesystem::path& path) {
  return Error{path.string() + " is damaged or not whole: copy it from the stick again, or export again"};
}

Outcome begin_stream(const OpeningKey& key, const std::filesystem::path& path, FilePieces& sealed,
                     StreamState& state) {
  TRY(const std::string magic, sealed.next(kMagic.size()));
  if (magic != kMagic)
    return Error{path.string() + " is no file that `tertulia export-answers --sealed` wrote"};
  TRY(const std::string box, sealed.next(kBox));
  TRY(std::string header, sealed.next(kHeader));
  if (box.size() != kBox || header.size() != kHeader) return not_whole(path);
  auto secret = key.open(std::span(reinterpret_cast<const std::uint8_t*>(box.data()), box.size()));
  if (!secret.ok()) return Error{path.string() + ": " + secret.error().message};
  StreamKey stream_key;
  std::copy(secret.value().begin(), secret.value().end(), stream_key.value.begin());
  sodium_memzero(secret.value().data(), secret.value().size());
  const int begun = crypto_secretstream_xchacha20poly1305_init_pull(&state.value, bytes_of(header),
                                                                    stream_key.value.data());
  return begun == 0 ? Outcome(Done{}) : Outcome(not_whole(path));
}

struct OpenedChunk {
  std::string plain;
  bool is_last = false;
};

Result<OpenedChunk> opened_chunk(const std::filesystem::path& path, StreamState& state, std::string chunk) {
  if (chunk.size() < kMore) return not_whole(path);
  OpenedChunk opened{std::string(chunk.size() - kMore, '\0')};
  std::uint8_t tag = 0;
  if (crypto_secretstream_xchacha20poly1305_pull(&state.value, bytes_of(opened.plain), nullptr, &tag,
                                                 bytes_of(chunk), chunk.size(), nullptr, 0) != 0)
    return not_whole(path);
  opened.is_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  return opened;
}

}  // namespace

Result<WrittenFile> open_sealed_file(const OpeningKey& key, const std::filesystem::path& from,
                                     const std::filesystem::path& to) {
  TRY(FilePieces sealed, FilePieces::open(from, Links::kRefused));
  StreamState state;
  TRY_DONE(begin_stream(key, from, sealed, state));
  TRY(auto file, BufferedFile::begin(to));
  for (bool is_last = false; !is_last;) {
    TRY(std::string chunk, sealed.next(kChunk + kMore));
    TRY(const OpenedChunk opened, opened_chunk(from, state, std::move(chunk)));
    TRY_DONE(file.add(opened.plain));
    is_last = opened.is_last;
  }
  TRY(const bool is_at_end, sealed.is_at_end());
  if (!is_at_end) return not_whole(from);
  return file.commit();
}

}  // namespace tertulia
