// SPDX-License-Identifier: Apache-2.0
// What waits, as bytes: what is sealed can be read back, and nothing of it shows without the key.
#include "hub/store/waiting.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/domain/digest.h"
#include "firmware/domain/limits.h"
#include "tests/hub/events.h"

namespace tertulia::hub {
namespace {

using testing::SizeIs;

arrival::Feedback arrived(std::uint64_t number, const std::string& text) {
  arrival::Feedback feedback;
  feedback.at.origin = {"demo", "kiosk-1"};
  feedback.row = {submission_id(number).text(),
                  "demo",
                  "hall",
                  "opening",
                  "pulse",
                  std::string(64, 'f'),
                  "pt",
                  "submitted",
                  "{\"wish\":\"" + text + "\"}",
                  "2027-05-11T14:30:00Z"};
  return feedback;
}

std::string sealed_text(const WaitingAnswer& answer) {
  auto keys = MixingKeys::parse({}).value();
  keys.add_random();
  return keys.seal(packed(answer));
}

const WallTime kNow = wall_from_rfc3339("2027-05-11T15:00:00Z").value();

TEST(waiting, what_is_packed_is_read_back_as_it_was) {
  for (const std::string& text :
       {std::string(), std::string("a\0b\n", 4), std::string(3000, 'x'), std::string(kLargestMessage, 'y')}) {
    const WaitingAnswer answer = waiting_from(arrived(7, text), kNow);
    const auto read = unpacked(packed(answer));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().row.id, answer.row.id);
    EXPECT_EQ(read.value().row.answers, answer.row.answers);
    EXPECT_EQ(read.value().row.time, answer.row.time);
    EXPECT_EQ(read.value().giver, answer.giver);
    EXPECT_EQ(read.value().arrived, kNow);
  }
}

TEST(waiting, what_is_cut_short_or_of_another_version_is_no_answer) {
  const std::string whole = packed(waiting_from(arrived(7, "a wish"), kNow));
  EXPECT_FALSE(unpacked("").ok());
  EXPECT_FALSE(unpacked("\x02" + whole.substr(1)).ok());
  const std::size_t content = whole.find_last_not_of('\0') + 1;
  for (std::size_t length = 0; length < content; ++length)
    EXPECT_FALSE(unpacked(std::string_view(whole).substr(0, length)).ok()) << length;
}

TEST(waiting, answers_of_usual_lengths_look_the_same_and_longer_ones_like_each_other) {
  std::set<std::size_t> sizes;
  for (std::size_t length = 0; length <= 1500; length += 50)
    sizes.insert(sealed_text(waiting_from(arrived(1, std::string(length, 'x')), kNow)).size());
  EXPECT_THAT(sizes, SizeIs(1));
  for (std::size_t length = 2500; length <= 7500; length += 500)
    sizes.insert(sealed_text(waiting_from(arrived(1, std::string(length, 'x')), kNow)).size());
  EXPECT_THAT(sizes, SizeIs(2));
}

TEST(waiting, a_long_answer_does_not_hide_among_short_ones) {
  const Waiter brief = waiter_of(arrived(1, "yes"), kNow);
  const Waiter detailed = waiter_of(arrived(2, std::string(3000, 'x')), kNow);
  EXPECT_EQ(brief.crowd, waiter_of(arrived(3, "no, not at all"), kNow).crowd);
  EXPECT_NE(brief.crowd, detailed.crowd);
  EXPECT_EQ(brief.giver, detailed.giver);
}

TEST(mixing_keys, are_written_down_and_read_back) {
  auto keys = MixingKeys::parse({}).value();
  keys.add_random();
  const std::string first = keys.newest();
  const std::string sealed = keys.seal("a wish");
  keys.add_random();
  const auto again = MixingKeys::parse("no key at all\n" + keys.text()).value();
  EXPECT_EQ(again.size(), 2U);
  EXPECT_EQ(again.open(first, sealed), "a wish");
  EXPECT_EQ(again.tags("id"), keys.tags("id"));
  EXPECT_EQ(again.tag("id"), keys.tags("id").back());
}

TEST(mixing_keys, a_key_that_is_gone_opens_nothing_and_no_altered_byte_passes) {
  auto keys = MixingKeys::parse({}).value();
  keys.add_random();
  const std::string name = keys.newest();
  const std::string sealed = keys.seal("a wish");
  std::string bytes = *from_base64(sealed);
  for (char& byte : bytes) {
    byte = static_cast<char>(byte ^ 1);
    EXPECT_EQ(keys.open(name, to_base64(bytes)), std::nullopt);
    byte = static_cast<char>(byte ^ 1);
  }
  EXPECT_EQ(keys.open(name, "AAAA"), std::nullopt);
  keys.keep({});
  EXPECT_EQ(keys.open(name, sealed), std::nullopt);
}

TEST(mixing_keys, one_text_sealed_twice_and_one_id_under_two_keys_look_different) {
  auto keys = MixingKeys::parse({}).value();
  keys.add_random();
  EXPECT_NE(keys.seal("a wish"), keys.seal("a wish"));
  const std::string before = keys.tag("id");
  keys.add_random();
  EXPECT_NE(keys.tag("id"), before);
}

}  // namespace
}  // namespace tertulia::hub
