// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/submission.h"

#include <algorithm>
#include <cstddef>

#include "firmware/domain/names.h"

namespace tertulia {
namespace {

constexpr Names<SubmissionState, 3> kStates = {{{SubmissionState::kOpen, "open"},
                                                {SubmissionState::kSubmitted, "submitted"},
                                                {SubmissionState::kAbandoned, "abandoned"}}};

constexpr std::size_t kTextLength = 36;
constexpr std::string_view kHexDigits = "0123456789abcdef";

bool is_hyphen_place(std::size_t at) { return at == 8 || at == 13 || at == 18 || at == 23; }

// 0-15, or -1.
int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

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
  if (text.size() != kTextLength) return not_an_id();
  std::array<std::uint8_t, 16> bytes{};
  std::size_t digits = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_hyphen_place(at)) {
      if (text[at] != '-') return not_an_id();
      continue;
    }
    const int value = hex_value(text[at]);
    if (value < 0) return not_an_id();
    std::uint8_t& byte = bytes[digits++ / 2];
    byte = static_cast<std::uint8_t>((byte << 4) | value);
  }
  const SubmissionId id(bytes);
  return id.bytes_ == bytes ? Result<SubmissionId>(id) : not_an_id();
}

std::string SubmissionId::text() const {
  std::string text;
  text.reserve(kTextLength);
  for (const std::uint8_t byte : bytes_) {
    if (is_hyphen_place(text.size())) text.push_back('-');
    text.push_back(kHexDigits[byte >> 4]);
    text.push_back(kHexDigits[byte & 0x0F]);
  }
  return text;
}

std::string_view to_text(SubmissionState state) { return name_of(kStates, state); }
Result<SubmissionState> submission_state_from(std::string_view text) {
  return value_of(kStates, text, "submission state");
}

}  // namespace tertulia
