// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/submission.h"

#include <algorithm>
#include <cstddef>

#include "firmware/domain/digest.h"
#include "firmware/domain/names.h"

namespace tertulia {
namespace {

constexpr Names<SubmissionState, 3> kStates = {{{SubmissionState::kOpen, "open"},
                                                {SubmissionState::kSubmitted, "submitted"},
                                                {SubmissionState::kAbandoned, "abandoned"}}};

constexpr std::size_t kTextLength = 36;

Error not_an_id() {
  return Error{"Not a submission id: a random UUID (version 4) of the form 8-4-4-4-12 is needed"};
}

}  // namespace

// RFC 9562, 5.4: version 4 in the high half of byte 6, variant 0b10 in the two high bits of byte 8.
SubmissionId::SubmissionId(std::array<std::uint8_t, 16> random) : bytes_(random) {
  bytes_[6] = static_cast<std::uint8_t>((bytes_[6] & 0x0FU) | 0x40U);
  bytes_[8] = static_cast<std::uint8_t>((bytes_[8] & 0x3FU) | 0x80U);
}

Result<SubmissionId> SubmissionId::parse(std::string_view text) {
  std::string digits(text);
  for (const std::size_t at : {23U, 18U, 13U, 8U}) {
    if (text.size() != kTextLength || text[at] != '-') return not_an_id();
    digits.erase(at, 1);
  }
  std::array<std::uint8_t, 16> bytes{};
  if (!from_hex(digits, bytes)) return not_an_id();
  const SubmissionId id(bytes);
  return id.bytes_ == bytes ? Result<SubmissionId>(id) : not_an_id();
}

std::string SubmissionId::text() const {
  std::string text = to_hex(bytes_);
  for (const std::size_t at : {8U, 13U, 18U, 23U}) text.insert(at, 1, '-');
  return text;
}

std::string_view to_text(SubmissionState state) { return name_of(kStates, state); }
Result<SubmissionState> submission_state_from(std::string_view text) {
  return value_of(kStates, text, "submission state");
}

}  // namespace tertulia
