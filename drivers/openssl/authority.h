// SPDX-License-Identifier: Apache-2.0
// A certification authority: a key, and a certificate that is signed by that key. Pure except for random
// numbers; any thread.
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

// What a certificate is for. A server (the broker) names the hosts under which clients reach it.
struct Purpose {
  enum class Side { kClient, kServer };
  Side side = Side::kClient;
  std::vector<std::string> hosts;  // names or addresses, of a server
};
struct Issue {
  std::string request;  // PEM
  Validity validity;
  Purpose purpose;
  std::string unit = {};  // organizational unit: what the holder is; empty: none
};
// Issues a certificate for the key and the common name of the request, and nothing else that stands in it.
// Check that name first (read_request).
[[nodiscard]] Result<std::string> issue(const Authority& authority, const Issue& wanted);

// The list of revoked certificates, by serial number (hex). It is valid as long as the authority.
[[nodiscard]] Result<std::string> revocation_list(const Authority& authority,
                                                  const std::vector<std::string>& serials, WallTime now);

}  // namespace tertulia::openssl
