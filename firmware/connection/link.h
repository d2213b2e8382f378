// SPDX-License-Identifier: Apache-2.0
// How a device stands with its broker and its hub. The status screen turns both values into words.
#pragma once

namespace tertulia {

enum class Link {
  kNotConfigured,
  kNotEnrolled,
  kConnecting,
  kBrokerAway,
  kHubAway,
  kOnline,
  kRefused,
  kTakenOver
};

// Whether what is said can reach others, now or later.
[[nodiscard]] constexpr bool has_broker(Link link) {
  return link != Link::kNotConfigured && link != Link::kNotEnrolled;
}

// Why the last attempt failed. Failures with the same cure share a value.
enum class LinkProblem {
  kNone,
  kUnreachable,   // nobody answers at the address
  kNoName,        // the name of the broker is unknown, or no name server answers
  kSilent,        // somebody takes the connection and says nothing
  kUntrusted,     // TLS failed; what was seen comes along, see TlsFailure
  kClockBehind,   // the clock is wrong, so no certificate can be judged
  kNotLetIn,      // user name, password or certificate
  kNotAllowed,    // the broker refuses a topic
  kWrongVersion,  // the broker does not speak MQTT 5
  kBusy,          // the broker says that it is busy or shuts down
  kBadPacket,     // what answers breaks the rules or sends more than is taken
  kCutOff         // the connection ended
};

}  // namespace tertulia
