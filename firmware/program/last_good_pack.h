// SPDX-License-Identifier: Apache-2.0
// Reads and writes the last good visit pack, in one file beside the store.
#pragma once

#include <filesystem>
#include <string>

#include "firmware/domain/result.h"
#include "firmware/formats/configuration/configuration.h"

namespace tertulia {

struct LastGoodPack {
  std::string seen;       // what pack and reader looked like when it was read (appearance_of)
  std::string canonical;  // see firmware/formats/pack/canonical.h
};

// Where it lies.
[[nodiscard]] std::filesystem::path last_good_of(const formats::StoreSettings& store);
// Both texts are empty when the file is missing or incomplete.
[[nodiscard]] LastGoodPack read_last_good_pack(const std::filesystem::path& path);
// Durable when it returns without error.
[[nodiscard]] Outcome write_last_good_pack(const std::filesystem::path& path, const LastGoodPack& kept);

}  // namespace tertulia
