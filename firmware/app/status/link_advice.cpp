// SPDX-License-Identifier: Apache-2.0
// The link in words that say the cure.
#include "firmware/app/status/status.h"

namespace tertulia {
namespace {

LinkWords away(const Catalogue& words, LinkProblem problem, ClockQuality quality) {
  // Certificates are judged by the clock of the machine, which no person sets.
  const auto is_clock = problem == LinkProblem::kClockBehind ||
                        (problem == LinkProblem::kUntrusted &&
                         (quality == ClockQuality::kUnsynced || quality == ClockQuality::kOperator));
  if (is_clock)
    return {words.text("The clock is wrong, so no certificate can be judged"),
            words.text("Give this device a network that knows the time, or a battery for its clock."),
            Tone::kRed};
  switch (problem) {
    case LinkProblem::kUntrusted:
      return {words.text("A certificate is not trusted"),
              // translators: to a technician; “enrol”: register the device with the programme's own computer
              words.text("Check the certificates of this device and of the broker, or enrol it again."),
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

LinkWords link_words(const Catalogue& words, const LinkStatus& link_status, ClockQuality quality) {
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
      return away(words, link_status.problem, quality);
    case Link::kRefused:
      return refused(words, link_status.problem);
    case Link::kTakenOver:
      return {words.text("Another device has this identity"),
              words.text("Give each device an id of its own, and enrol it under that."), Tone::kRed};
  }
  return {};
}

}  // namespace tertulia
