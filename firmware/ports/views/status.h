// SPDX-License-Identifier: Apache-2.0
// The status screen of a device: where the answers are, the link status, and what to do about it. Nothing
// about any person. Part of views.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/domain/qr_code.h"
#include "firmware/ports/views/parts.h"

namespace tertulia {

// Finished texts, as in every View.
struct StatusNumber {
  std::string number;
  std::string label;
  friend bool operator==(const StatusNumber&, const StatusNumber&) = default;
};

// A sentence that stands out; a shape beside it says the same as its colour.
struct StatusRemark {
  std::string text;
  Tone tone{};
  friend bool operator==(const StatusRemark&, const StatusRemark&) = default;
};

// submitted = received + waiting, shown as a sum so that a person can check it (firmware/docs/trust.md, I9).
struct StatusSum {
  StatusNumber submitted;
  StatusNumber received;
  StatusNumber waiting;
  std::vector<StatusRemark> remarks;  // numbers that do not add up; parked rows and why
  friend bool operator==(const StatusSum&, const StatusSum&) = default;
};

// The closing slip: words to read to a person at the hub.
struct SlipLine {
  std::string label;
  std::string words;
  friend bool operator==(const SlipLine&, const SlipLine&) = default;
};
struct StatusSlip {
  std::string title;  // with the room
  std::vector<SlipLine> lines;
  std::string remark;  // instead of the lines, when there is nothing to compare
  friend bool operator==(const StatusSlip&, const StatusSlip&) = default;
};

struct StatusFact {
  std::string label;
  std::string value;
  std::string detail;  // what to do, or more about it; may be empty
  Tone tone{};
  friend bool operator==(const StatusFact&, const StatusFact&) = default;
};

// The enrolment request of a device that is not enrolled: what the hub needs.
struct EnrolmentCard {
  std::string title;
  std::string steps;
  QrCode request;
  std::string code_label;
  std::string code;
  friend bool operator==(const EnrolmentCard&, const EnrolmentCard&) = default;
};

struct StatusView {
  Tongue tongue;
  std::string title;
  std::string device;  // its id
  std::string close;
  std::string set_clock;  // label of the button that leads there; empty: nobody may
  StatusSum sum;
  StatusSlip slip;
  std::vector<StatusFact> facts;
  std::optional<EnrolmentCard> enrolment;
  friend bool operator==(const StatusView&, const StatusView&) = default;
};

}  // namespace tertulia
