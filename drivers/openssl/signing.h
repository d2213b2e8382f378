// SPDX-License-Identifier: Apache-2.0
// Signs texts with the key of a certificate (ECDSA over SHA-256), with libcrypto. Pure except for random
// numbers; any thread.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia::openssl {

// The signature is bytes (DER). Errors: the key is none.
[[nodiscard]] Result<std::string> sign(const std::string& key, std::string_view text);
// Whether the holder of the certificate signed exactly this text. A certificate that cannot be read signs
// nothing.
[[nodiscard]] bool has_signed(const std::string& certificate, std::string_view text,
                              std::string_view signature);

// Errors: the authority has not issued the certificate; it is not that of a device (of a broker, for
// example). Days are not looked at: a signature has none, and what was written before a certificate ran out
// stays true.
[[nodiscard]] Outcome check_device(const std::string& certificate, const std::string& authority);

}  // namespace tertulia::openssl
