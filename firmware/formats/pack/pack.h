// SPDX-License-Identifier: Apache-2.0
// Reads a whole visit pack: visit.toml, the agenda, the questionnaires. Runs in the import child, on bytes
// from outside.
#pragma once

#include <optional>
#include <string>

#include "firmware/domain/visit.h"
#include "firmware/formats/containers/zip_archive.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// The pack is there when nothing is wrong: one bad file never replaces a good pack.
struct PackReading {
  std::optional<VisitPack> pack;
  Findings findings;
  friend bool operator==(const PackReading&, const PackReading&) = default;
};

// A folder, or the same zipped as *.visit.
[[nodiscard]] PackReading read_pack(const std::string& path);
// The same from files in memory.
[[nodiscard]] PackReading read_pack_from(const FileMap& files);

}  // namespace tertulia::formats
