// SPDX-License-Identifier: Apache-2.0
// Files that nobody can read but the programme: what a device writes to a stick that is not trusted. Streams
// both ways; memory holds one chunk. Any thread; blocks for the disk.
//
//   "tertulia-sealed-1\n"
//   a key for this file, in a sealed box to the programme's public key (80 bytes)
//   header of libsodium's secretstream (24 bytes), then chunks of 65,536 bytes and 17 more, the last one
//   shorter and marked as the last: what is cut off is noticed
#pragma once

#include <filesystem>
#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/domain/sealing_key.h"
#include "firmware/files/buffered_file.h"

namespace tertulia {

inline constexpr std::string_view kSealedEnding = ".sealed";

// Writes `to` anew, for its owner alone. Errors: disk; a key to which nothing can be sealed.
[[nodiscard]] Result<WrittenFile> seal_file(const SealingKey& key, const std::filesystem::path& from,
                                            const std::filesystem::path& to);

}  // namespace tertulia
