// SPDX-License-Identifier: Apache-2.0
// Messages as a device of the tests would send them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "firmware/domain/questionnaire.h"
#include "firmware/wire/bodies.h"
#include "firmware/wire/envelope.h"
#include "firmware/wire/topics.h"
#include "hub/arrival/arrival.h"

namespace tertulia::hub {

struct Device {
  wire::Origin origin{"demo", "kiosk-1"};
  std::string epoch = "e1";
};

inline SubmissionId submission_id(std::uint64_t number) {
  std::array<std::uint8_t, 16> bytes{};
  for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
  return SubmissionId(bytes);
}

inline Submission submission(std::uint64_t number) {
  Submission made;
  made.id = submission_id(number);
  made.form = "pulse";
  made.form_hash = "abc";
  made.room = "main-hall";
  made.session = "opening";
  made.language = "en";
  made.state = SubmissionState::kSubmitted;
  made.answers = {{"mood", std::string("good")}, {"wish", "wish " + std::to_string(number)}};
  return made;
}

// The questionnaire of these answers, as far as reports count them by kind.
inline std::vector<Questionnaire> mood_form() {
  Question mood;
  mood.name = "mood";
  mood.kind = SelectOne{{{"bad", {}}, {"good", {}}}, ChoiceLook::kList};
  Questionnaire form;
  form.id = "pulse";
  form.pages.push_back({{}, {mood}});
  return {form};
}

inline Message message_of(const Device& device, std::uint64_t seq, const Event& event,
                          const char* time = "2027-05-11T14:30:00Z") {
  wire::Stamp stamp;
  stamp.origin = device.origin;
  stamp.epoch = device.epoch;
  stamp.seq = seq;
  stamp.time = wall_from_rfc3339(time).value();
  stamp.recorded = stamp.time;
  return wire::to_message(wire::to_envelope(event, stamp), device.origin);
}

// The submission with the number of its row: a row sent again is the same submission.
inline Message feedback(const Device& device, std::uint64_t seq) {
  return message_of(device, seq, event::FeedbackSubmitted{submission(seq)});
}

// Of a session that is over, whatever the clock of the hub says.
inline Message feedback_long_ago(const Device& device, std::uint64_t seq, const std::string& mood = "good") {
  Submission given = submission(seq);
  given.answers["mood"] = mood;
  return message_of(device, seq, event::FeedbackSubmitted{given}, "2020-05-11T14:30:00Z");
}

inline Message audit(const Device& device, std::uint64_t seq) {
  return message_of(device, seq, event::Audited{"start"});
}

// Attributes can be read, the data cannot.
inline Message poison(const Device& device, std::uint64_t seq, EventKind kind = EventKind::kAudit) {
  Message message = kind == EventKind::kFeedback ? feedback(device, seq) : audit(device, seq);
  message.payload = "{\"broken\":" + std::to_string(seq);
  return message;
}

inline Message presence(const Device& device, wire::PresenceState state) {
  wire::Presence said;
  said.state = state;
  said.epoch = device.epoch;
  Message message;
  message.topic = wire::state_topic(device.origin);
  message.payload = wire::encode(said);
  return message;
}

}  // namespace tertulia::hub
