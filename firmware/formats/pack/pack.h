// SPDX-License-Identifier: Apache-2.0
// Parses a whole visit pack: visit.toml, the agenda, the questionnaires, the logo. Runs in the import
// child, because the bytes come from outside.
#pragma once

#include <optional>
#include <string>

#include "firmware/domain/visit.h"
#include "firmware/formats/containers/zip_archive.h"
#include "firmware/formats/text/findings.h"

namespace tertulia::formats {

// `pack` has no value when nothing can be shown of it: visit.toml or the whole agenda is wrong. A form that
// is wrong costs itself: the finding stays wrong, and `pack` is the good part.
struct PackReading {
  std::optional<VisitPack> pack;
  Findings findings;
  friend bool operator==(const PackReading&, const PackReading&) = default;
};

// A folder, or the same zipped as *.visit. Also one form by itself, in a visit without a name that has
// nothing else.
[[nodiscard]] PackReading read_pack(const std::string& path);
// The same from files in memory.
[[nodiscard]] PackReading read_pack_from(const FileMap& files);

}  // namespace tertulia::formats
