// SPDX-License-Identifier: Apache-2.0
// The programme's own certification authority, in a folder of mode 0700 on the machine of the hub:
//
//   programme.pem, programme.key          signs the certificates of devices and of the broker
//   hub-authority.pem, hub-authority.key  signs the certificate of the hub only (decision 045)
//   broker.pem, broker.key, hub.pem, hub.key
//   issued/{device}.{serial}.pem          every certificate that a device ever got
//   revoked                               serial numbers of revoked certificates, one a line
//
// Anyone who holds both .key files of the authorities can impersonate any device, the broker and the hub.
// Keep a copy in a safe, and none on the broker.
#pragma once

#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"

namespace tertulia::hub {

// Creates the authorities that are missing in `folder` and keeps those that exist. Always issues new
// certificates for the broker and the hub. `hosts` are the names under which devices reach the broker.
// Errors: the folder or a file cannot be written.
[[nodiscard]] Outcome make_authority(const std::string& folder, const std::vector<std::string>& hosts,
                                     WallTime now);

struct Approval {
  std::string folder;
  std::string request;  // PEM, as the device wrote it
  std::string code;     // as its screen showed it
  std::string hub_key;  // the hub's public key, which the device is to believe
  int days = 800;
  bool replaces = false;  // true: revoke the certificate that the device has
};
struct Enrolment {
  std::string device;
  std::string bundle;  // what the device takes: hub key, certificate, authority
  std::string code;    // of the bundle; a person types it at the device
};
// Makes a certificate for the device. Errors: the code does not belong to the request; the name is not
// allowed for a device, or is in use.
[[nodiscard]] Result<Enrolment> enrol(const Approval& approval, WallTime now);

// Revokes every certificate of the device. Returns how many.
[[nodiscard]] Result<int> revoke(const std::string& folder, const std::string& device);
// The devices that have a certificate which is not revoked, in order.
[[nodiscard]] Result<std::vector<std::string>> enrolled(const std::string& folder);
// The revocation list (CRL), as the broker reads it.
[[nodiscard]] Result<std::string> revocation_list(const std::string& folder, WallTime now);

}  // namespace tertulia::hub
