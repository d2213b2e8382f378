// SPDX-License-Identifier: Apache-2.0
// Makes and reads keys, certificate requests and certificates (X.509) as PEM texts, with libcrypto. Keys are
// on the curve P-256, which every broker accepts. Any thread.
#pragma once

#include <string>

#include "firmware/domain/result.h"

namespace tertulia::openssl {

[[nodiscard]] std::string make_key();
// The request is signed with the key, so only the owner of the key can have made it.
[[nodiscard]] Result<std::string> make_request(const std::string& key, const std::string& common_name);

// What a request or a certificate says.
struct Identity {
  std::string common_name;
  std::string code;       // of the public key: "k7rq-2mzd-w4hp"
  std::string serial;     // of a certificate: lower-case hex
  std::string not_after;  // of a certificate: RFC 3339
};
// Errors: no request; its signature is not that of its key.
[[nodiscard]] Result<Identity> read_request(const std::string& request);
[[nodiscard]] Result<Identity> read_certificate(const std::string& certificate);
[[nodiscard]] Result<std::string> code_of_key(const std::string& key);
// A short code for people to compare: 59 bits of the SHA-256 of `bytes`. Other bytes with the same code
// cannot be found in the minutes of an enrolment.
[[nodiscard]] std::string code_of(const std::string& bytes);

// Errors: the authority has not issued it; it is not for this key.
[[nodiscard]] Outcome check_issued(const std::string& certificate, const std::string& authority,
                                   const std::string& key);

}  // namespace tertulia::openssl
