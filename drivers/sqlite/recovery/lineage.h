// SPDX-License-Identifier: Apache-2.0
// The file NAME.epoch beside the database NAME. Both hold the same epoch and the same random token. If they
// differ, the database was restored from a copy, re-imaged or replaced, and its numbers may have been given
// already. The token changes before the program gives its first number and after its last one; opening alone
// writes nothing.
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
// None: the file is missing or not whole.
[[nodiscard]] std::optional<Lineage> read_lineage(const std::string& database_path);
// Replaces the file in one step; durable when it returns without error.
Outcome write_lineage(const std::string& database_path, const Lineage& lineage);

[[nodiscard]] std::string random_name(Device& random);  // 32 hexadecimal digits

}  // namespace tertulia::sqlite
