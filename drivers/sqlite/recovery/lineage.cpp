// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/recovery/lineage.h"

#include <sstream>

#include "firmware/domain/digest.h"
#include "firmware/files/read_file.h"
#include "firmware/files/replace_file.h"

namespace tertulia::sqlite {

std::string lineage_path(const std::string& database_path) { return database_path + ".epoch"; }

std::optional<Lineage> read_lineage(const std::string& database_path) {
  auto text = read_file(lineage_path(database_path));
  if (!text.ok()) return std::nullopt;
  std::istringstream words(std::move(text).value());
  Lineage lineage;
  if (!(words >> lineage.epoch >> lineage.token)) return std::nullopt;
  return lineage;
}

Outcome write_lineage(const std::string& database_path, const Lineage& lineage) {
  return replace_file(lineage_path(database_path), lineage.epoch + "\n" + lineage.token + "\n");
}

std::string random_name(Device& random) { return to_hex(random.random_bytes()); }

}  // namespace tertulia::sqlite
