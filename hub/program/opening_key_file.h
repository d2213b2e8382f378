// SPDX-License-Identifier: Apache-2.0
// The file of the programme's private key, as the command line names it.
#pragma once

#include <string>

#include "drivers/sealing/opening_key.h"

namespace CLI {
class App;
}

namespace tertulia::hub {

struct KeyFile {
  std::string path;
  std::string passphrase_file;  // empty: the key has no passphrase
};
// --passphrase-file; the option for the key itself is the command's own. `file` must outlive the parsing.
void add_passphrase_option(CLI::App& command, KeyFile& file);

// Empty: there is none.
[[nodiscard]] Result<std::string> passphrase_of(const KeyFile& file);
// Errors name the file: missing, open to others, no key, locked with another passphrase.
[[nodiscard]] Result<OpeningKey> read_key(const KeyFile& file);

inline constexpr const char* kOpeningKey = "private key of the programme";

}  // namespace tertulia::hub
