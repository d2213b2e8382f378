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

#include <chrono>
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

// A request older than this is refused: nobody remembers any more what its code was shown for.
inline constexpr std::chrono::days kRequestsAreGood{14};

struct Approval {
  std::string folder;
  std::string request;  // PEM, as the device wrote it
  std::string code;     // as its screen showed it
  std::string hub_key;  // the hub's public key, which the device is to believe
  int days = 800;
  bool replaces = false;  // true: revoke the certificate that the device has
  bool any_date = false;  // true: a person knows that the request is new, and that a clock is wrong
};
// What a request asks for, for a person to look at before anything is signed.
struct Asked {
  std::string device;
  std::vector<std::string> roles;
  WallTime made;                      // by the clock of the device
  std::vector<std::string> warnings;  // sentences: what differs from the certificate that it had before
};
// Errors: those of read_enrolment_request(); the name is not allowed for a device; the request is too old, or
// of a day to come.
[[nodiscard]] Result<Asked> read_asked(const Approval& approval, WallTime now);

struct Enrolment {
  std::string device;
  std::string bundle;     // what the device takes: hub key, certificate, authority
  std::string code;       // of the bundle; a person types it at the device
  bool replaces = false;  // it had a certificate, which is revoked now: the broker has to hear of that
};
// Makes a certificate for the device. Errors: those of read_asked(); the code was shown for another name,
// another role or another key; the name is in use.
[[nodiscard]] Result<Enrolment> enrol(const Approval& approval, WallTime now);

// The certificate of the authority of devices. Errors: the folder is none of an authority.
[[nodiscard]] Result<std::string> programme_certificate(const std::string& folder);
// Whether the certificate with this serial was revoked.
[[nodiscard]] Result<bool> is_turned_away(const std::string& folder, const std::string& serial);

// Revokes every certificate of the device. Returns how many.
[[nodiscard]] Result<int> revoke(const std::string& folder, const std::string& device);
// The devices that have a certificate which is not revoked, in order.
[[nodiscard]] Result<std::vector<std::string>> enrolled(const std::string& folder);
// The revocation list (CRL), as the broker reads it.
[[nodiscard]] Result<std::string> revocation_list(const std::string& folder, WallTime now);

}  // namespace tertulia::hub
