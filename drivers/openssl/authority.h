// SPDX-License-Identifier: Apache-2.0
// The certification authority of a programme: a key and a self-signed certificate. It issues and revokes
// certificates. Uses random numbers of libcrypto; the caller passes the time. Any thread.
#pragma once

#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"

namespace tertulia::openssl {

struct Authority {
  std::string certificate;  // PEM
  std::string key;          // PEM; its secret
};
struct Validity {
  WallTime from;
  int days = 0;
};
[[nodiscard]] Result<Authority> make_authority(const std::string& common_name, const Validity& validity);

// What the certificate is for; a broker names the hosts under which clients reach it.
struct Purpose {
  enum class Side { kClient, kServer };
  Side side = Side::kClient;
  std::vector<std::string> hosts;  // names or addresses, of a server
};
struct Issue {
  std::string request;  // PEM
  Validity validity;
  Purpose purpose;
};
// Issues a certificate for the name that stands in the request. Check that name first, with read_request().
[[nodiscard]] Result<std::string> issue(const Authority& authority, const Issue& wanted);

// The list of revoked certificates, by serial number (hex). Valid for ten years.
[[nodiscard]] Result<std::string> revocation_list(const Authority& authority,
                                                  const std::vector<std::string>& serials, WallTime now);

}  // namespace tertulia::openssl
