// SPDX-License-Identifier: Apache-2.0
// Whether an export on a foreign stick was written by a device of the programme. Reads the folder of the
// authority (authority.h).
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/result.h"
#include "firmware/wire/envelope.h"

namespace tertulia::hub {

// The device that signed a file with this SHA-256 (hex); every line of the file must be its own. `signature`
// is the text of the file beside it. Errors, each with its cure: it is no signature; the file was altered or
// cut short; the device was not enrolled here, or was turned away.
[[nodiscard]] Result<wire::Origin> signer_of(const std::string& authority_folder, std::string_view signature,
                                             std::string_view sha256);

}  // namespace tertulia::hub
