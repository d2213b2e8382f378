// SPDX-License-Identifier: Apache-2.0
// The link in words that say what was seen and what cures it.
#include "firmware/app/status/status.h"
#include "firmware/app/text/labels.h"
#include "firmware/domain/joined.h"

namespace tertulia {
namespace {

// Nobody has confirmed what the clock of the machine shows, by which certificates are judged.
bool is_doubtful(ClockQuality quality) {
  return quality == ClockQuality::kUnsynced || quality == ClockQuality::kOperator;
}

// Of TLS. `zone` is that of the visit.
LinkWords untrusted(const Catalogue& words, const TlsFailure& tls, ClockQuality quality,
                    std::string_view zone) {
  const SeenCertificate& seen = tls.certificate;
  const std::string name = seen.subject.empty() ? joined(seen.names) : seen.subject;
  const std::string clock = dated_text(tls.clock, zone);
  switch (tls.fault) {
    case TlsFault::kStranger:
      // translators: to a technician: in place of the broker, for example the sign-in page of a hotel
      return {words.text("Somebody else answers, not the broker"),
              // translators: to a technician: whose certificate was seen, and what to do
              fill(words.text("Seen: the certificate of {name}, by {issuer}. Sign in to this network with a "
                              "telephone, or use another network."),
                   {{"name", name}, {"issuer", seen.issuer}}),
              Tone::kRed};
    case TlsFault::kNoTls:
      // translators: to a technician: for example the sign-in page of a hotel
      return {words.text("What answers is not the broker"),
              // translators: to a technician; TLS is the name of a protocol
              words.text("It does not speak TLS. Sign in to this network with a telephone, or check the "
                         "broker’s port in the settings."),
              Tone::kRed};
    case TlsFault::kOtherAuthority:
      return {
          words.text("The broker’s certificate is by another authority"),
          // translators: to a technician; {issuer}: who has made the certificate that was seen
          fill(words.text("Seen: {issuer}. If the programme has a new authority, enrol this device again. "
                          "If not, somebody else answers in the broker’s name."),
               {{"issuer", seen.issuer}}),
          Tone::kRed};
    case TlsFault::kWrongName:
      return {
          words.text("The broker’s certificate is for another name"),
          // translators: to a technician; {host}, {names}: addresses in the network
          fill(words.text("Asked for: {host}. The certificate is for: {names}. Correct the address in the "
                          "settings, or give the broker a certificate for it."),
               {{"host", tls.host}, {"names", joined(seen.names)}}),
          Tone::kRed};
    case TlsFault::kNotYetValid:
      return {words.text("The broker’s certificate is not valid yet"),
              fill(is_doubtful(quality)
                       // translators: to a technician; two times
                       ? words.text("It begins {from}, and the clock of this device says {clock}. Give this "
                                    "device a network that knows the time, or a battery for its clock.")
                       // translators: to a technician; two times
                       : words.text("It begins {from}, and the clock of this device says {clock}. Check the "
                                    "clock of the computer that made the certificate."),
                   {{"from", dated_text(seen.from, zone)}, {"clock", clock}}),
              Tone::kRed};
    case TlsFault::kExpired:
      return {
          words.text("The broker’s certificate has expired"),
          fill(is_doubtful(quality)
                   // translators: to a technician; two times
                   ? words.text("It ended {until}, and the clock of this device says {clock}. If the clock "
                                "is wrong, give this device a network that knows the time. If it is right, "
                                "renew the certificate at the hub.")
                   // translators: to a technician; two times
                   : words.text("It ended {until}, and the clock of this device says {clock}. Renew the "
                                "certificate at the hub, and restart the broker."),
               {{"until", dated_text(seen.until, zone)}, {"clock", clock}}),
          Tone::kRed};
    case TlsFault::kOwnRefused:
      return {words.text("The broker does not accept the certificate of this device"),
              words.text("Enrol this device again. Look at the hub whether it was revoked."), Tone::kRed};
    case TlsFault::kOwnUnusable:
      return {words.text("A certificate file of this device cannot be used"),
              words.text("Check the files in the settings, or enrol this device again."), Tone::kRed};
    case TlsFault::kOther:
      break;
  }
  return {words.text("A certificate is not trusted"),
          // translators: to a technician; “enrol”: register the device with the programme's own computer
          words.text("Check the certificates of this device and of the broker, or enrol it again."),
          Tone::kRed};
}

LinkWords away(const Catalogue& words, const LinkStatus& status, ClockQuality quality,
               std::string_view zone) {
  switch (status.problem) {
    case LinkProblem::kUntrusted:
      return untrusted(words, status.tls.value_or(TlsFailure{}), quality, zone);
    case LinkProblem::kClockBehind:
      return {words.text("The clock is wrong, so no certificate can be judged"),
              words.text("Give this device a network that knows the time, or a battery for its clock."),
              Tone::kRed};
    case LinkProblem::kNoName:
      // translators: to a technician: the network cannot tell the address that belongs to the name
      return {words.text("The broker’s name is not known in this network"),
              words.text("Check its address in the settings, and that this network has a name server."),
              Tone::kAmber};
    case LinkProblem::kSilent:
      return {words.text("The broker does not answer"),
              words.text("It tries again by itself and waits longer each time. If that lasts, check that the "
                         "broker runs."),
              Tone::kAmber};
    case LinkProblem::kBadPacket:
      return {
          words.text("The broker sends what no device takes"),
          words.text("Check what answers at its address. If it is the broker, write its settings again at "
                     "the hub."),
          Tone::kRed};
    case LinkProblem::kBusy:
      // translators: the broker is the program that passes messages on in the network
      return {words.text("The broker is busy"),
              words.text("It tries again by itself. Answers are kept here."), Tone::kAmber};
    case LinkProblem::kCutOff:
      return {words.text("The connection was cut off"),
              words.text("It tries again by itself. Answers are kept here."), Tone::kAmber};
    default:
      return {words.text("The broker cannot be reached"),
              words.text("Check cable or Wi-Fi, that the broker runs, and its address in the settings."),
              Tone::kAmber};
  }
}

LinkWords refused(const Catalogue& words, LinkProblem problem) {
  switch (problem) {
    case LinkProblem::kNotAllowed:
      return {words.text("The broker does not allow this device its topics"),
              words.text("At the hub, write the broker’s settings again and restart the broker."),
              Tone::kRed};
    case LinkProblem::kWrongVersion:
      return {words.text("The broker does not speak MQTT 5"), words.text("Use a broker for MQTT 5."),
              Tone::kRed};
    default:
      return {words.text("The broker does not let this device in"),
              words.text("Check its user name and password, or enrol it again."), Tone::kRed};
  }
}

}  // namespace

LinkWords link_words(const Catalogue& words, const LinkStatus& link_status, ClockQuality quality,
                     std::string_view zone) {
  switch (link_status.link) {
    case Link::kOnline:
      return {words.text("Hub online"), "", Tone::kCalm};
    case Link::kNotConfigured:
      return {words.text("On its own"), words.text("Answers stay here until they are exported."),
              Tone::kMuted};
    case Link::kNotEnrolled:
      return {words.text("Not enrolled yet"), words.text("Answers are kept here until it is."), Tone::kAmber};
    case Link::kConnecting:
      return {words.text("Connecting"), "", Tone::kMuted};
    case Link::kHubAway:
      return {words.text("Hub away"),
              words.text("The broker is there. Start the hub; answers are kept here until then."),
              Tone::kAmber};
    case Link::kBrokerAway:
      return away(words, link_status, quality, zone);
    case Link::kRefused:
      return refused(words, link_status.problem);
    case Link::kTakenOver:
      return {words.text("Another device has this identity"),
              words.text("Give each device an id of its own, and enrol it under that."), Tone::kRed};
  }
  return {};
}

}  // namespace tertulia
