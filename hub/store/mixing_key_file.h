// SPDX-License-Identifier: Apache-2.0
// The file of the mixing keys, mode 0600. It is never in the database, and in no backup. When it is lost,
// devices send again what they still hold of what waited (hub/store/mixing.h). That is all of it where their
// grace_hours are more than the wait (mixing_rule.h), and nothing where they are 0. The file is there only
// while answers wait, and a key leaves it with the last answer that it has sealed. Files of one database may
// be appended to each other. Every program that changes it holds the writers' lock of the database.
#pragma once

#include <string>

#include "firmware/domain/result.h"
#include "hub/store/mixing_keys.h"

namespace tertulia::hub {

struct MixingKeyFile {
  std::string path;
  // Who opens what is sealed with these keys: one name for each such file of a database. Several machines may
  // write one PostgreSQL database, and none of them can open what waits at another.
  std::string keeper;
};

// Of a SQLite file: "FILE.mixing" beside it. Of a PostgreSQL URL: a file in the folder STATE_DIRECTORY (which
// systemd sets), else in XDG_STATE_HOME/tertulia-hub, else in ~/.local/state/tertulia-hub. Errors: there is
// no such folder.
[[nodiscard]] Result<MixingKeyFile> mixing_key_file(const std::string& database);

// Empty: there is no file. Errors: it cannot be read, or others can read it.
[[nodiscard]] Result<MixingKeys> read_mixing_keys(const MixingKeyFile& file);
// Durably; without a key it removes the file.
[[nodiscard]] Outcome write_mixing_keys(const MixingKeyFile& file, const MixingKeys& keys);

}  // namespace tertulia::hub
