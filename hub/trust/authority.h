// SPDX-License-Identifier: Apache-2.0
// The programme's own certification authority, in a folder of mode 0700 on the machine of the hub:
//
//   programme.pem, programme.key          vouches for devices and for the broker
//   hub-authority.pem, hub-authority.key  vouches for the hub alone (decision 045)
//   broker.pem, broker.key, hub.pem, hub.key
//   issued/{device}.{serial}.pem          every certificate of a device that was ever given out
//   revoked                               serials of those that are no good any more, one a line
//
// Who has the two .key files of the authorities can be anybody: a copy in a safe, none on the broker.
#pragma once

#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"

namespace tertulia::hub {

// Makes what is missing in `folder`; the certificates of broker and hub are made anew each time. `hosts` are
// the names under which devices reach the broker.
[[nodiscard]] Outcome make_authority(const std::string& folder, const std::vector<std::string>& hosts,
                                     WallTime now);

struct Approval {
  std::string folder;
  std::string request;  // PEM, as the device wrote it
  std::string code;     // as its screen showed it
  std::string hub_key;  // public, that the device shall believe
  int days = 800;
  bool replaces = false;  // the device has a certificate already, which is revoked
};
struct Enrolment {
  std::string device;
  std::string bundle;  // what the device takes: hub key, certificate, authority
  std::string code;    // of the bundle, to be typed at the device
};
// Errors: the code is not that of the request; the name is no device's, or in use.
[[nodiscard]] Result<Enrolment> enrol(const Approval& approval, WallTime now);

// Every certificate of the device; how many.
[[nodiscard]] Result<int> revoke(const std::string& folder, const std::string& device);
// The list for the broker.
[[nodiscard]] Result<std::string> revocation_list(const std::string& folder, WallTime now);

}  // namespace tertulia::hub
