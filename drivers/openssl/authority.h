// SPDX-License-Identifier: Apache-2.0
// A certification authority of one's own: a key and a certificate that vouches for itself. Pure but for its
// random numbers and the clock that is handed in; any thread.
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
// Under the name that the request gives itself: look at it first (read_request).
[[nodiscard]] Result<std::string> issue(const Authority& authority, const Issue& wanted);

// A list of the certificates that are no good any more, by serial (hex), for as long as the authority.
[[nodiscard]] Result<std::string> revocation_list(const Authority& authority,
                                                  const std::vector<std::string>& serials, WallTime now);

}  // namespace tertulia::openssl
