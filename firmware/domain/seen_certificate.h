// SPDX-License-Identifier: Apache-2.0
// Who answered in TLS, as its certificate says, and what was wrong with it. Texts of strangers: bounded, and
// without characters that steer a terminal or a line of text. Values.
#pragma once

#include <string>
#include <vector>

#include "firmware/domain/time.h"

namespace tertulia {

// Faults with the same cure share a value.
enum class TlsFault {
  kOther,
  kNotYetValid,     // the certificate begins later than the clock shows
  kExpired,         // it ended before what the clock shows
  kStranger,        // another authority has issued it, for other names than that of the broker
  kOtherAuthority,  // another authority has issued it, for the name of the broker
  kWrongName,       // the programme's authority has issued it, for other names than that of the broker
  kNoTls,           // what answered does not speak TLS
  kOwnRefused,      // the other side does not accept our certificate
  kOwnUnusable      // a file of ours cannot be used
};

struct SeenCertificate {
  std::string subject;  // the common name, or else the organisation; empty: nobody showed a certificate
  std::string issuer;
  std::vector<std::string> names;  // hosts for which it is
  WallTime from;
  WallTime until;

  friend bool operator==(const SeenCertificate&, const SeenCertificate&) = default;
};

struct TlsFailure {
  TlsFault fault = TlsFault::kOther;
  SeenCertificate certificate;
  std::string host;  // that was asked for
  WallTime clock;    // of the machine, by which the certificate was judged

  friend bool operator==(const TlsFailure&, const TlsFailure&) = default;
};

}  // namespace tertulia
