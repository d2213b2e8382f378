// SPDX-License-Identifier: Apache-2.0
// One person's anonymous answers. They hold no device, no time and no name, so nothing in them leads to the
// person.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "firmware/domain/questionnaire.h"
#include "firmware/domain/result.h"

namespace tertulia {

// Random 128 bits, UUID version 4 (RFC 9562): a time-ordered id would betray when a person answered.
class SubmissionId {
 public:
  SubmissionId() = default;
  // From 16 random bytes; sets the version and variant bits.
  explicit SubmissionId(std::array<std::uint8_t, 16> random);
  [[nodiscard]] static Result<SubmissionId> parse(std::string_view text);
  [[nodiscard]] std::string text() const;  // 8-4-4-4-12, lower case
  friend auto operator<=>(const SubmissionId&, const SubmissionId&) = default;

 private:
  std::array<std::uint8_t, 16> bytes_{};
};

// By question name; unanswered questions are absent.
using Answers = std::map<std::string, AnswerValue>;

enum class SubmissionState { kOpen, kSubmitted, kAbandoned };
[[nodiscard]] std::string_view to_text(SubmissionState state);
[[nodiscard]] Result<SubmissionState> submission_state_from(std::string_view text);

struct Submission {
  SubmissionId id;  // made when the form opens, kept through retries and crashes
  std::string form;
  std::string form_hash;
  std::string room;
  std::string session;  // slug; empty between sessions
  Language language;
  SubmissionState state = SubmissionState::kOpen;
  Answers answers;
  int screen = 0;  // of its device, at which its person stands; it never leaves the device
  friend bool operator==(const Submission&, const Submission&) = default;
};

}  // namespace tertulia
