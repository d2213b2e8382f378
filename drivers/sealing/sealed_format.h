// SPDX-License-Identifier: Apache-2.0
// What the writer and the reader of sealed files agree on. For the sources of this folder.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <sodium.h>

#include "drivers/sealing/secret.h"

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

}  // namespace tertulia::sealed
