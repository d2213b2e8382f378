// SPDX-License-Identifier: Apache-2.0
#include "drivers/sqlite/recovery/lineage.h"

#include <sstream>
#include <string_view>

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

std::string random_name(Device& random) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string name;
  for (const std::uint8_t byte : random.random_bytes()) {
    name += kDigits[byte >> 4];
    name += kDigits[byte & 15];
  }
  return name;
}

}  // namespace tertulia::sqlite
