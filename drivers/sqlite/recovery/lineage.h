// SPDX-License-Identifier: Apache-2.0
// The second file beside the database (`NAME.epoch`). It tells a database that went on from one that was
// restored, re-imaged or replaced: both carry the same epoch and the same token. A program that gives numbers
// changes the token before the first one and after the last one; opening alone writes nothing.
#pragma once

#include <optional>
#include <string>

#include "firmware/domain/result.h"
#include "firmware/ports/device.h"

namespace tertulia::sqlite {

struct Lineage {
  std::string epoch;
  std::string token;
  friend bool operator==(const Lineage&, const Lineage&) = default;
};

[[nodiscard]] std::string lineage_path(const std::string& database_path);
// None when the file is missing or not whole.
[[nodiscard]] std::optional<Lineage> read_lineage(const std::string& database_path);
// Replaces the file in one step; durable when it returns without error.
Outcome write_lineage(const std::string& database_path, const Lineage& lineage);

[[nodiscard]] std::string random_name(Device& random);  // 32 hexadecimal digits

}  // namespace tertulia::sqlite
