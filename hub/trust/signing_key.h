// SPDX-License-Identifier: Apache-2.0
// The hub's signing key in its file. Who has it can make devices erase their answers: mode 0600, and a copy
// in a safe.
#pragma once

#include <string>

#include "firmware/domain/result.h"
#include "firmware/wire/signature.h"

namespace tertulia::hub {

[[nodiscard]] Result<wire::SigningKey> read_signing_key(const std::string& path);
// Makes a new key and its file; never replaces one.
[[nodiscard]] Result<wire::PublicKey> make_signing_key(const std::string& path);

}  // namespace tertulia::hub
