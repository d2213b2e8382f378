// SPDX-License-Identifier: Apache-2.0
// `tertulia slip` and `tertulia export`: what this device holds, for people who stand before it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "drivers/sqlite/inspection.h"
#include "firmware/formats/configuration/configuration.h"

namespace tertulia {

// Lines to read aloud: for each room submitted = receipted + waiting, and the words of what the hub must
// have; then what is held back, and why.
[[nodiscard]] std::string slip_text(const std::vector<ClosingSlip>& slips,
                                    const std::vector<sqlite::HeldEvent>& held);

// Writes everything that is not purged to `folder`, also what the hub has: one that was restored from a
// backup may need it again, and knows by the id what it has. NAME.jsonl, one CloudEvent in structured JSON a
// line, and NAME.jsonl.sha256 for `sha256sum --check`. Each file is replaced whole, and never is a digest
// beside another file than its own; the events stay in the store. Returns the path of the first. Errors:
// disk.
[[nodiscard]] Result<std::filesystem::path> export_events(const std::vector<sqlite::HeldEvent>& held,
                                                          const std::filesystem::path& folder,
                                                          const std::string& name);

// The command export-now: into the folder of the configuration, by a connection of its own to the database,
// while the keeper goes on. What was written, in words. Errors: no folder is configured, or it is not there;
// disk.
[[nodiscard]] Result<std::string> export_on_order(const formats::Configuration& configuration);

// The commands; print to standard output and return what main() returns.
int print_slip(const std::filesystem::path& config);
int export_held(const std::filesystem::path& config, const std::filesystem::path& folder);

}  // namespace tertulia
