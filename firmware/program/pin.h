// SPDX-License-Identifier: Apache-2.0
// The command `tertulia pin`: sets or removes the PIN of a role at the desk.
#pragma once

#include <filesystem>
#include <string>

#include "firmware/app/state/device_state.h"
#include "firmware/domain/result.h"
#include "firmware/formats/configuration/configuration.h"

namespace tertulia {

struct PinOptions {
  std::filesystem::path config;
  std::string role;     // "moderator" or "note-taker"
  bool remove = false;  // the role is open again
};
// Asks for the PIN on the terminal, twice and without showing it; without a terminal it reads one line. The
// program reads PINs at its start. Errors: no file is configured; not 4 to 8 digits; the two differ; disk.
[[nodiscard]] Outcome set_pin(const PinOptions& options);

// The PINs of the configured file, for the roles that have one.
[[nodiscard]] Result<std::map<DeskRole, Pin>> pins_of(const formats::Configuration& configuration);

}  // namespace tertulia
