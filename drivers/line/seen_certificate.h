// SPDX-License-Identifier: Apache-2.0
// Reads a certificate that somebody showed, and says what is wrong with it. Pure.
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/seen_certificate.h"

struct x509_st;

namespace tertulia {

inline constexpr std::size_t kMostSeenLetters = 60;  // of each text, before the ellipsis
inline constexpr std::size_t kMostSeenNames = 3;

[[nodiscard]] SeenCertificate seen_in(const x509_st* certificate);

// The certificate is for this host: a name, or an address.
[[nodiscard]] bool is_for_host(x509_st* certificate, const std::string& host);

// What X509_verify_cert() means by its error code, where `shown` is the certificate of who answered.
[[nodiscard]] TlsFault fault_of(int code, x509_st* shown, const std::string& host);

// Without control characters and without those that turn the direction of a text. Of a longer text the first
// kMostSeenLetters, and an ellipsis.
[[nodiscard]] std::string harmless(std::string_view text);

}  // namespace tertulia
