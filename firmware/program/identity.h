// SPDX-License-Identifier: Apache-2.0
// The identity of this device at the broker, in a folder of mode 0700: key.pem, which never leaves it, and
// what the hub answered: certificate.pem, authority.pem and hub-key.
#pragma once

#include <filesystem>
#include <string>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"
#include "firmware/formats/configuration/configuration.h"

namespace tertulia {

struct Identity {
  std::filesystem::path key;
  std::filesystem::path certificate;
  std::filesystem::path authority;
  std::string hub_key;  // public
};
// Errors: the device is not enrolled yet.
[[nodiscard]] Result<Identity> read_identity(const std::filesystem::path& folder);

// Whether the device is enrolled: all files are there.
[[nodiscard]] bool is_enrolled(const std::filesystem::path& folder);

// The request for a certificate (PEM), the code that people compare, and what that code covers beside the
// key: "kiosk-1: kiosk, room". Code and words change with the configuration only; the request has the date.
struct Application {
  std::string request;
  std::string code;
  std::string asks;
};
// Makes the key if there is none. Name and roles are those of the configuration, not those of a command line.
[[nodiscard]] Result<Application> apply_for_identity(const formats::Configuration& configuration,
                                                     WallTime now);

// The text of the file that shows the hub that this device wrote an export with this SHA-256 (hex). Errors:
// why the device cannot sign: it has no certificate, or the user of the command may not read its key.
[[nodiscard]] Result<std::string> sign_export(const formats::Configuration& configuration,
                                              const std::string& sha256);

// Errors: `code` does not belong to the bundle; the bundle is not for this device or this key.
struct Admission {
  std::string device;
  std::string bundle;  // as the hub made it
  std::string code;    // as the hub showed it
};
[[nodiscard]] Outcome take_identity(const std::filesystem::path& folder, const Admission& admission);

}  // namespace tertulia
