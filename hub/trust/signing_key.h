// SPDX-License-Identifier: Apache-2.0
// Reads and makes the file of the hub's signing key. Anyone who holds this key can make devices erase their
// answers: the file has mode 0600, and a copy belongs into a safe.
#pragma once

#include <string>

#include "firmware/domain/result.h"
#include "firmware/wire/signature.h"

namespace tertulia::hub {

[[nodiscard]] Result<wire::SigningKey> read_signing_key(const std::string& path);
// Makes a new key and its file. An existing file is never replaced.
[[nodiscard]] Result<wire::PublicKey> make_signing_key(const std::string& path);

}  // namespace tertulia::hub
