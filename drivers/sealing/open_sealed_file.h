// SPDX-License-Identifier: Apache-2.0
// Opens what seal_file() wrote. No program of a device links it.
#pragma once

#include <filesystem>

#include "drivers/sealing/opening_key.h"
#include "firmware/domain/result.h"
#include "firmware/files/buffered_file.h"

namespace tertulia {

// Writes `to` anew, for its owner alone, and only when all of `from` is there. Errors: it is no sealed file;
// it was sealed to another key; it is damaged or not whole; disk.
[[nodiscard]] Result<WrittenFile> open_sealed_file(const OpeningKey& key, const std::filesystem::path& from,
                                                   const std::filesystem::path& to);

}  // namespace tertulia
