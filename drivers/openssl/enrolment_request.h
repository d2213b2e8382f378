// SPDX-License-Identifier: Apache-2.0
// The request of a device for its certificate: a PKCS #10 request whose common name is the device, with one
// attribute (PKCS #9 unstructuredName) that says what else it asks for and when it was made. The device signs
// all of it with the key that it asks for. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/domain/time.h"

namespace tertulia::openssl {

// What people compare when they compare the code.
struct Applicant {
  std::string device;              // its name
  std::vector<std::string> roles;  // of its screens: "kiosk", "room"
  friend bool operator==(const Applicant&, const Applicant&) = default;
};
// "kiosk-1: kiosk, room": the same on the screen of the device, at its terminal and at the hub.
[[nodiscard]] std::string in_words(const Applicant& applicant);

struct EnrolmentRequest {
  Applicant applicant;
  WallTime made;           // by the clock of the device
  std::string public_key;  // DER
};

// Errors: the name is too long for a certificate.
[[nodiscard]] Result<std::string> make_enrolment_request(const std::string& key, const Applicant& applicant,
                                                         WallTime made);
// Errors name the cure: it is no request, or was changed on its way; a version before wrote it, whose code
// covered the key alone.
[[nodiscard]] Result<EnrolmentRequest> read_enrolment_request(const std::string& request);

// The code that people compare. It covers name, roles and key; the signature of that key covers the rest.
// Stays the same when the request is made again later.
[[nodiscard]] std::string code_for(const Applicant& applicant, const std::string& public_key);
// People leave hyphens out, and type capitals.
[[nodiscard]] bool is_same_code(const std::string& typed, const std::string& code);

}  // namespace tertulia::openssl
