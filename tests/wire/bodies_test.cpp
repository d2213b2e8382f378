// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/bodies.h"

#include <gtest/gtest.h>

#include "tests/wire/samples.h"

namespace tertulia::wire {
namespace {

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what << " in " << text;
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

TEST(bodies, an_ack_survives_the_wire) {
  const Ack ack{"e7f3", 90,  {{3, 3}, {7, 12}, {90, 90}}, {{some_id().text(), std::string(64, 'a')}},
                17,     "h1"};
  EXPECT_EQ(encode(ack),
            R"({"epoch":"e7f3","hub":"h1","miss":[[3,3],[7,12],[90,90]],"number":17,"receipts":[[")" +
                some_id().text() + R"(",")" + std::string(64, 'a') + R"("]],"seq":90})");
  EXPECT_EQ(decode_ack(encode(ack)).value(), ack);
  EXPECT_EQ(decode_ack(encode(Ack{"e7f3", 0, {}})).value(), (Ack{"e7f3", 0, {}}));
}

TEST(bodies, an_ack_whose_ranges_do_not_ascend_within_1_and_seq_is_refused) {
  for (const auto* miss : {"[[0,1]]", "[[5,4]]", "[[1,11]]", "[[4,5],[5,6]]", "[[7,8],[1,2]]", "[[1]]", "[1]",
                           "[[1,2,3]]", "[[-1,2]]", "[[1,\"2\"]]", "{}", "null"}) {
    const std::string json =
        std::string(R"({"epoch":"e","seq":10,"number":1,"receipts":[],"miss":)") + miss + "}";
    EXPECT_FALSE(decode_ack(json).ok()) << json;
  }
}

TEST(bodies, an_ack_with_absurd_numbers_is_refused) {
  for (const auto* seq : {"-1", "1.5", "18446744073709551615", "1e30", "\"7\"", "null"}) {
    const std::string json =
        std::string(R"({"epoch":"e","miss":[],"receipts":[],"number":1,"seq":)") + seq + "}";
    EXPECT_FALSE(decode_ack(json).ok()) << json;
  }
  EXPECT_TRUE(decode_ack(R"({"epoch":"e","miss":[],"receipts":[],"number":1,"seq":1})").ok());
  EXPECT_FALSE(decode_ack(R"({"epoch":"","miss":[],"receipts":[],"number":1,"seq":1})").ok());
  EXPECT_FALSE(decode_ack(R"({"epoch":"e","miss":[],"receipts":[],"number":-1,"seq":1})").ok());
}

TEST(bodies, an_ack_whose_receipts_name_no_submission_or_no_content_is_refused) {
  const std::string id = "\"" + some_id().text() + "\"";
  const std::string hash = "\"" + std::string(64, 'a') + "\"";
  const auto ack = [](const std::string& receipts) {
    return R"({"epoch":"e","seq":1,"number":1,"miss":[],"receipts":)" + receipts + "}";
  };
  EXPECT_TRUE(decode_ack(ack("[[" + id + "," + hash + "]]")).ok());
  for (const std::string& receipts :
       {"[[" + id + "]]", "[[\"e-1\"," + hash + "]]", "[[" + id + ",\"" + std::string(64, 'A') + "\"]]",
        "[[" + id + ",\"aa\"]]", "[[" + id + ",7]]", "[" + id + "]", std::string("{}"), std::string("null")})
    EXPECT_FALSE(decode_ack(ack(receipts)).ok()) << receipts;
}

TEST(bodies, an_ack_that_refuses_answers_survives_the_wire) {
  Ack ack{"e7f3", 1, {}};
  EXPECT_EQ(encode(ack).find("refused"), std::string::npos);
  ack.refused = {{some_id().text(), std::string(64, 'a'), kUnreadable},
                 {some_id().text(), std::string(64, 'b'), "a-reason-of-a-later-version"}};
  EXPECT_EQ(decode_ack(encode(ack)).value(), ack);
}

TEST(bodies, an_ack_whose_refusals_are_no_refusals_is_refused) {
  const std::string named = "\"" + some_id().text() + "\",\"" + std::string(64, 'a') + "\"";
  for (const std::string& refused : {"[[" + named + "]]", "[[" + named + ",7]]", "[[" + named + ",\"a\\n\"]]",
                                     std::string("{}"), std::string("[[\"e-1\",\"aa\",\"unreadable\"]]"),
                                     "[[" + named + ",\"" + std::string(256, 'a') + "\"]]"})
    EXPECT_FALSE(
        decode_ack(R"({"epoch":"e","seq":1,"number":1,"miss":[],"receipts":[],"refused":)" + refused + "}")
            .ok())
        << refused;
}

TEST(bodies, an_ack_with_the_most_receipts_stays_below_the_maximum_packet) {
  Ack ack{"e7f3", 1, {}};
  for (std::size_t i = 0; i < kMostRefusals; ++i)
    ack.refused.push_back({some_id().text(), std::string(64, 'a'), kOtherAnswers});
  for (std::size_t i = 0; i < kMostReceipts; ++i)
    ack.receipts.push_back({some_id().text(), std::string(64, 'a')});
  for (std::uint64_t i = 1; i <= 200; ++i) ack.miss.emplace_back(9'000'000 + 2 * i, 9'000'000 + 2 * i);
  ack.seq = 9'007'199'254'740'991;
  EXPECT_LT(encode(ack).size(), 50'000U);
  EXPECT_EQ(decode_ack(encode(ack)).value(), ack);
}

TEST(bodies, presence_survives_the_wire_in_every_state) {
  for (const auto state : {PresenceState::kReady, PresenceState::kSleeping, PresenceState::kDisconnected,
                           PresenceState::kLost}) {
    const Presence presence{state, "e7f3", 4, "0.1.0", 12, "2027-05-11T14:30:00Z", ClockQuality::kRtc};
    EXPECT_EQ(decode_presence(encode(presence)).value(), presence);
  }
  const Presence empty{PresenceState::kReady, "e7f3", 1, "0.1.0", 0, "", ClockQuality::kSynced};
  EXPECT_EQ(decode_presence(encode(empty)).value(), empty);
  EXPECT_FALSE(decode_presence(replaced(encode(empty), "ready", "away")).ok());
}

TEST(bodies, meta_survives_the_wire) {
  const Meta meta{{"kiosk", "room"}, {"en", "am"}, "1280x800", "0.1.0"};
  EXPECT_EQ(decode_meta(encode(meta)).value(), meta);
  EXPECT_FALSE(decode_meta(replaced(encode(meta), "\"kiosk\"", "7")).ok());
}

TEST(bodies, hub_state_survives_the_wire) {
  const HubState online{true, "2027-05-11T14:30:00Z"};
  const HubState will{false, ""};
  EXPECT_EQ(decode_hub_state(encode(online)).value(), online);
  EXPECT_EQ(decode_hub_state(encode(will)).value(), will);
  EXPECT_FALSE(decode_hub_state(R"({"online":"yes"})").ok());
  EXPECT_FALSE(decode_hub_state("").ok());
}

TEST(bodies, hostile_json_is_refused) {
  for (const auto& json : {std::string("nul"), std::string("[]"), std::string(9, '{') + std::string(9, '}'),
                           std::string(1'000'000, '['), std::string(70'000, ' '), std::string("{}"),
                           std::string("{\"epoch\":\"\xFE\"}"), std::string("\0\0", 2)}) {
    EXPECT_FALSE(decode_ack(json).ok());
    EXPECT_FALSE(decode_presence(json).ok());
    EXPECT_FALSE(decode_meta(json).ok());
    EXPECT_FALSE(decode_hub_state(json).ok());
  }
}

}  // namespace
}  // namespace tertulia::wire
