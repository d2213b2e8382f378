// SPDX-License-Identifier: Apache-2.0
// Parses a whole visit pack: visit.toml, the calendar, the questionnaires, the logo. Runs in the import
// child, because the bytes come from outside.
#pragma once

#include <optional>
#include <string>

#include "firmware/domain/visit.h"
#include "firmware/formats/containers/zip_archive.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// `pack` has a value only when no finding is wrong: one bad file never replaces a good pack.
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
