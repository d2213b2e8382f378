// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/recovery/lineage.h"

#include <fstream>

#include "drivers/files/replace_file.h"
#include "firmware/domain/digest.h"

namespace tertulia::sqlite {

std::string lineage_path(const std::string& database_path) { return database_path + ".epoch"; }

std::optional<Lineage> read_lineage(const std::string& database_path) {
  std::ifstream file(lineage_path(database_path));
  Lineage lineage;
  if (!(file >> lineage.epoch >> lineage.token)) return std::nullopt;
  return lineage;
}

Outcome write_lineage(const std::string& database_path, const Lineage& lineage) {
  return replace_file(lineage_path(database_path), lineage.epoch + "\n" + lineage.token + "\n");
}

std::string random_name(Device& random) { return to_hex(random.random_bytes()); }

}  // namespace tertulia::sqlite
