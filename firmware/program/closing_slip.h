// SPDX-License-Identifier: Apache-2.0
// `tertulia slip` and `tertulia export`: what this device holds, for people who stand before it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "drivers/sqlite/inspection.h"
#include "firmware/formats/configuration/configuration.h"

namespace tertulia {

// Lines to read aloud: for each room submitted = receipted + waiting, and the words of what the hub must
// have; then what is parked, and why.
[[nodiscard]] std::string slip_text(const std::vector<ClosingSlip>& slips,
                                    const std::map<std::string, std::uint64_t>& parked);

struct Exported {
  std::filesystem::path file;
  std::uint64_t events = 0;
  std::uint64_t at_hub = 0;  // of those, already taken over by the hub
};
// Hands out the events that are to be exported, one after the other: Inspection::each_held().
using EachHeld = std::function<Outcome(const sqlite::TakeHeld&)>;

// Writes the events to `folder`, also those that the hub has: a hub that was restored from a backup may need
// them again, and knows by the id what it has. There are two files: NAME.jsonl with one CloudEvent in
// structured JSON a line, and NAME.jsonl.sha256 for `sha256sum --check`. Each is replaced whole, and a digest
// never lies beside another file than its own. In memory is one event and a buffer of fixed size, however
// many there are. The events stay in the store. Errors: disk.
[[nodiscard]] Result<Exported> export_events(const EachHeld& each_held, const std::filesystem::path& folder,
                                             const std::string& name);

// The command export-now: into the folder of the configuration, by a connection of its own to the database,
// while the keeper goes on. What was written, in words. Errors: no folder is configured, or it is not there;
// disk.
[[nodiscard]] Result<std::string> export_on_order(const formats::Configuration& configuration);

// The commands; print to standard output and return what main() returns.
int print_slip(const std::filesystem::path& config);
int export_held(const std::filesystem::path& config, const std::filesystem::path& folder);

}  // namespace tertulia
