// SPDX-License-Identifier: Apache-2.0
// The commands `tertulia slip` and `tertulia export`: what this device holds, for the people who stand at it.
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

// Lines to read aloud: for each room submitted = receipted + waiting, and the words that the hub must have;
// then the rows that are held back, and why.
[[nodiscard]] std::string slip_text(const std::vector<ClosingSlip>& slips,
                                    const std::map<std::string, std::uint64_t>& parked);

struct Exported {
  std::filesystem::path file;
  std::uint64_t events = 0;
  std::uint64_t at_hub = 0;  // of those, already taken over by the hub
  std::string why_unsigned;  // empty: the device has signed the file
};
// Makes the text of the signature file of an export with this SHA-256. Errors: why the device cannot sign.
using SignExport = std::function<Result<std::string>(const std::string& sha256)>;
// Hands out the events that are to be exported, one after the other: Inspection::each_held().
using EachHeld = std::function<Outcome(const sqlite::TakeHeld&)>;

// Writes every event that is not erased to `folder`, also those that the hub has: a hub that was restored
// from a backup may need them and ignores what it has. The events stay in the store.
// - NAME.jsonl has one CloudEvent in structured JSON a line, NAME.jsonl.sha256 its digest for `sha256sum
// --check`.
// - NAME.jsonl.signature shows the hub that this device wrote it. A device that cannot sign writes none.
// - Each file is replaced as a whole, and a digest or signature never stands beside another file than its
// own.
// - Memory holds one event and a buffer of fixed size, however many events there are.
// Errors: disk.
[[nodiscard]] Result<Exported> export_events(const EachHeld& each_held, const std::filesystem::path& folder,
                                             const std::string& name, const SignExport& sign);

// Carries out the command export-now: writes to the configured folder, through a database connection of its
// own, while the keeper works. Returns in words what was written. Errors: no folder is configured, or it does
// not exist; disk.
[[nodiscard]] Result<std::string> export_on_order(const formats::Configuration& configuration);

// The commands print to standard output and return the exit code.
int print_slip(const std::filesystem::path& config);
int export_held(const std::filesystem::path& config, const std::filesystem::path& folder);

}  // namespace tertulia
