// SPDX-License-Identifier: Apache-2.0
// The file that the hub writes for a device when it enrols it. A person carries it to the device. It holds
// the hub's public key, the device's certificate and the certificate of the programme's authority. Decoding
// takes bytes from outside.
//
//   Tertulia enrolment 1
//   hub-key BASE64
//   -----BEGIN CERTIFICATE----- ... of the device, and again of the authority
#pragma once

#include <string>
#include <string_view>

#include "firmware/domain/result.h"

namespace tertulia::wire {

struct EnrolmentBundle {
  std::string hub_key;
  std::string certificate;  // PEM
  std::string authority;    // PEM
  friend bool operator==(const EnrolmentBundle&, const EnrolmentBundle&) = default;
};
[[nodiscard]] std::string encode(const EnrolmentBundle& bundle);
[[nodiscard]] Result<EnrolmentBundle> decode_enrolment(std::string_view text);

}  // namespace tertulia::wire
