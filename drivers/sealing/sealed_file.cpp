// SPDX-License-Identifier: Apache-2.0
#include "drivers/sealing/sealed_file.h"

#include "drivers/sealing/sealed_format.h"
#include "drivers/sealing/sodium_sealer.h"
#include "firmware/files/file_pieces.h"

namespace tertulia {
namespace {

using namespace sealed;

Result<std::string> head_of(const SealingKey& key, StreamState& state) {
  TRY(auto sealer, SodiumSealer::open());
  StreamKey stream_key;
  crypto_secretstream_xchacha20poly1305_keygen(stream_key.value.data());
  const std::string_view secret(reinterpret_cast<const char*>(stream_key.value.data()), kKey);
  TRY(const auto box, sealer.seal(key, secret));
  std::string header(kHeader, '\0');
  crypto_secretstream_xchacha20poly1305_init_push(&state.value, bytes_of(header), stream_key.value.data());
  return std::string(kMagic) + std::string(box.begin(), box.end()) + header;
}

std::string sealed_chunk(StreamState& state, std::string plain, bool is_last) {
  const std::uint8_t tag = is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
  std::string chunk(plain.size() + kMore, '\0');
  crypto_secretstream_xchacha20poly1305_push(&state.value, bytes_of(chunk), nullptr, bytes_of(plain),
                                             plain.size(), nullptr, 0, tag);
  return chunk;
}

}  // namespace

Result<WrittenFile> seal_file(const SealingKey& key, const std::filesystem::path& from,
                              const std::filesystem::path& to) {
  TRY(FilePieces plain, FilePieces::open(from));
  StreamState state;
  TRY(const std::string head, head_of(key, state));
  TRY(auto file, BufferedFile::begin(to));
  TRY_DONE(file.add(head));
  for (bool is_last = false; !is_last;) {
    TRY(std::string chunk, plain.next(kChunk));
    TRY(is_last, plain.is_at_end());
    TRY_DONE(file.add(sealed_chunk(state, std::move(chunk), is_last)));
  }
  return file.commit();
}

}  // namespace tertulia
