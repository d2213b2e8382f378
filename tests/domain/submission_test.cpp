// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/submission.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

std::array<std::uint8_t, 16> all(std::uint8_t byte) {
  std::array<std::uint8_t, 16> bytes{};
  bytes.fill(byte);
  return bytes;
}

TEST(submission_id, carries_version_four_and_the_variant_of_rfc_9562) {
  EXPECT_EQ(SubmissionId(all(0x00)).text(), "00000000-0000-4000-8000-000000000000");
  EXPECT_EQ(SubmissionId(all(0xFF)).text(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
}

TEST(submission_id, keeps_all_other_bits) {
  EXPECT_EQ(SubmissionId({0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF, 0x01, 0x23, 0x45, 0x67, 0x89, 0xAB,
                          0xCD, 0xEF})
                .text(),
            "01234567-89ab-4def-8123-456789abcdef");
}

TEST(submission_id, reads_what_it_writes) {
  const SubmissionId id(all(0x5A));
  EXPECT_EQ(SubmissionId::parse(id.text()).value(), id);
}

TEST(submission_id, reads_capitals) {
  EXPECT_EQ(SubmissionId::parse("01234567-89AB-4DEF-8123-456789ABCDEF").value().text(),
            "01234567-89ab-4def-8123-456789abcdef");
}

class NoId : public testing::TestWithParam<const char*> {};

TEST_P(NoId, is_refused) { EXPECT_FALSE(SubmissionId::parse(GetParam()).ok()) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(submission_id, NoId,
                         testing::Values("", "0", "00000000-0000-0000-0000-000000000000",
                                         "01234567-89ab-1def-8123-456789abcdef",    // time-ordered version
                                         "01234567-89ab-7def-8123-456789abcdef",    // time-ordered version
                                         "01234567-89ab-4def-c123-456789abcdef",    // another variant
                                         "01234567-89ab-4def-8123-456789abcde",     // short
                                         "01234567-89ab-4def-8123-456789abcdef0",   // long
                                         "{1234567-89ab-4def-8123-456789abcde}",    //
                                         "0123456789ab-4def-8123-456789abcdef-",    // hyphens elsewhere
                                         "01234567-89ab-4def-8123-456789abcdeg"));  // not hexadecimal

TEST(submission, words_of_its_state_are_read_back) {
  for (const auto state : {SubmissionState::kOpen, SubmissionState::kSubmitted, SubmissionState::kAbandoned})
    EXPECT_EQ(submission_state_from(to_text(state)).value(), state);
  EXPECT_FALSE(submission_state_from("lost").ok());
}

}  // namespace
}  // namespace tertulia
