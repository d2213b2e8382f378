// SPDX-License-Identifier: Apache-2.0
// Who this device is to the broker, in a folder of its own (mode 0700): key.pem, which never leaves it, and
// what the hub gave for it: certificate.pem, authority.pem and hub-key.
#pragma once

#include <filesystem>
#include <string>

#include "firmware/domain/result.h"

namespace tertulia {

struct Identity {
  std::filesystem::path key;
  std::filesystem::path certificate;
  std::filesystem::path authority;
  std::string hub_key;  // public
};
// Errors: the device is not enrolled yet.
[[nodiscard]] Result<Identity> read_identity(const std::filesystem::path& folder);

// The device has been taken in: all of it is there.
[[nodiscard]] bool is_enrolled(const std::filesystem::path& folder);

// Makes the key if there is none, and asks for a certificate: the request in PEM, and the code that the
// screen shows.
struct Application {
  std::string request;
  std::string code;
};
[[nodiscard]] Result<Application> apply_for_identity(const std::filesystem::path& folder,
                                                     const std::string& device);

// Errors: `code` is not that of the bundle; it is not for this device or this key.
struct Admission {
  std::string device;
  std::string bundle;  // as the hub made it
  std::string code;    // as the hub showed it
};
[[nodiscard]] Outcome take_identity(const std::filesystem::path& folder, const Admission& admission);

}  // namespace tertulia
