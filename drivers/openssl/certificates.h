// SPDX-License-Identifier: Apache-2.0
// Makes and reads keys, certificate requests and certificates (X.509) as PEM texts, with libcrypto. Pure
// except for random numbers; any thread. Keys are on the curve P-256, which every broker accepts.
#pragma once

#include <string>

#include "firmware/domain/result.h"

namespace tertulia::openssl {

[[nodiscard]] std::string make_key();
// The request is signed by the key itself: so the sender proves that it has the key. `note` is ASCII and is
// signed with the rest (PKCS #9 unstructuredName); empty: none.
[[nodiscard]] Result<std::string> make_request(const std::string& key, const std::string& common_name,
                                               const std::string& note = "");

// What a request or a certificate says.
struct Identity {
  std::string common_name;
  std::string public_key;  // DER
  std::string note;        // of a request
  std::string unit;        // of a certificate: its organizational unit
  std::string serial;      // of a certificate: lower-case hex
  std::string not_after;   // of a certificate: RFC 3339
};
// Errors: it is not a request; its signature does not belong to its key.
[[nodiscard]] Result<Identity> read_request(const std::string& request);
[[nodiscard]] Result<Identity> read_certificate(const std::string& certificate);
// DER, of a private key in PEM.
[[nodiscard]] Result<std::string> public_key_of(const std::string& key);
// A code of 59 bits of the SHA-256 of any bytes, for people to compare. Nobody finds other bytes with the
// same code in the time that an enrolment takes.
[[nodiscard]] std::string code_of(const std::string& bytes);

// Errors: the authority has not issued the certificate; it does not belong to this key.
[[nodiscard]] Outcome check_issued(const std::string& certificate, const std::string& authority,
                                   const std::string& key);

}  // namespace tertulia::openssl
