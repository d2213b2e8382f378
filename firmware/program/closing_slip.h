// SPDX-License-Identifier: Apache-2.0
// The commands `tertulia slip` and `tertulia export`: what this device holds, for the people who stand at it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "drivers/sqlite/inspection.h"
#include "firmware/formats/configuration/configuration.h"

namespace tertulia {

// Lines to read aloud: for each room submitted = receipted + waiting, and the words that the hub must have;
// then the rows that are held back, and why.
[[nodiscard]] std::string slip_text(const std::vector<ClosingSlip>& slips,
                                    const std::vector<sqlite::HeldEvent>& held);

// Writes every event that is not erased to `folder`, also those that the hub has: a hub that was restored
// from a backup may need them and ignores what it has. The events stay in the store.
// - NAME.jsonl has one CloudEvent in structured JSON a line, NAME.jsonl.sha256 its digest for `sha256sum
// --check`.
// - Each file is replaced as a whole, and a digest never stands beside another file than its own.
// Returns the path of the first file. Errors: disk.
[[nodiscard]] Result<std::filesystem::path> export_events(const std::vector<sqlite::HeldEvent>& held,
                                                          const std::filesystem::path& folder,
                                                          const std::string& name);

// Carries out the command export-now: writes to the configured folder, through a database connection of its
// own, while the keeper works. Returns in words what was written. Errors: no folder is configured, or it does
// not exist; disk.
[[nodiscard]] Result<std::string> export_on_order(const formats::Configuration& configuration);

// The commands print to standard output and return the exit code.
int print_slip(const std::filesystem::path& config);
int export_held(const std::filesystem::path& config, const std::filesystem::path& folder);

}  // namespace tertulia
