// SPDX-License-Identifier: Apache-2.0
// What happens rarely, and must not be hurt by a cut in the middle of it either.
#pragma once

#include <cstdint>
#include <string>

#include "tests/powercut/defects.h"
#include "tests/powercut/recording.h"

namespace tertulia::powercut {

// A database of the first schema is opened by the present program.
[[nodiscard]] Recording record_migration(const std::string& folder, std::uint64_t seed, Defect defect);
[[nodiscard]] std::string judge_migration(const Recording& recording, std::size_t cut,
                                          const std::string& folder);

// A damaged database is set aside and recovered. Nothing of what can be read may get lost between the two.
[[nodiscard]] Recording record_damage(const std::string& folder, std::uint64_t seed, Defect defect);
[[nodiscard]] std::string judge_damage(const Recording& recording, std::size_t cut,
                                       const std::string& folder);

// Files that are replaced whole (firmware/files/replace_file.h).
[[nodiscard]] Recording record_files(const std::string& folder, std::uint64_t seed, Defect defect);
[[nodiscard]] std::string judge_files(const Recording& recording, std::size_t cut, const std::string& folder);

// `tertulia export`, again and again to the same folder: never half a file, nor the digest of another one.
[[nodiscard]] Recording record_export(const std::string& folder, std::uint64_t seed, Defect defect);
[[nodiscard]] std::string judge_export(const Recording& recording, std::size_t cut,
                                       const std::string& folder);

}  // namespace tertulia::powercut
