// SPDX-License-Identifier: Apache-2.0
// The PINs of a desk, from a file that only its owner can read. `tertulia pin` writes it; it holds hashes
// only.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia::formats {

struct PinEntry {
  std::string hash;  // "$argon2id$..."
  int digits = 4;    // of the PIN
  friend bool operator==(const PinEntry&, const PinEntry&) = default;
};
struct PinFile {  // none: that role has no PIN
  std::optional<PinEntry> moderator;
  std::optional<PinEntry> note_taker;
  friend bool operator==(const PinFile&, const PinFile&) = default;
};

// A file that is not there has no PINs. Errors: others may read it, or it is not what `tertulia pin` writes;
// with the command that cures it. No message repeats a hash.
[[nodiscard]] Result<PinFile> read_pins(const std::filesystem::path& path);
[[nodiscard]] Result<PinFile> parse_pins(std::string_view text, const std::filesystem::path& path);
[[nodiscard]] std::string pins_text(const PinFile& pins);

}  // namespace tertulia::formats
