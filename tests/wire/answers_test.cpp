// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/answers.h"

#include <gtest/gtest.h>

#include "firmware/domain/digest.h"
#include "firmware/wire/content.h"
#include "tests/wire/samples.h"

namespace tertulia::wire {
namespace {

TEST(answers, come_back_from_their_text_as_they_were) {
  const Answers answers{{"text", "\u00bfQu\u00e9 tal? \u201cok\u201d\n"},
                        {"list", std::vector<std::string>{"food", "music"}},
                        {"nothing", std::vector<std::string>{}},
                        {"whole", std::int64_t{-7}},
                        {"real", 3.0}};
  EXPECT_EQ(answers_from_json(answers_to_json(answers)).value(), answers);
}

TEST(answers, in_repetitions_have_their_numbers_in_the_name) {
  const Answers answers{{"age[2]", std::int64_t{30}},
                        {std::string(64, 'n') + "[1000][1000]", std::string("x")}};
  EXPECT_EQ(answers_from_json(answers_to_json(answers)).value(), answers);
}

TEST(answers, equal_ones_give_equal_text) {
  EXPECT_EQ(answers_to_json({{"stars", std::int64_t{4}}, {"likes", std::vector<std::string>{"b", "a"}}}),
            R"({"likes":["b","a"],"stars":4})");
}

TEST(answers, an_unanswered_question_is_left_out) {
  EXPECT_EQ(answers_to_json({{"mood", std::monostate{}}}), "{}");
}

TEST(answers, a_null_of_an_older_database_is_an_unanswered_question) {
  EXPECT_EQ(answers_from_json(R"({"mood":null,"stars":4})").value(), (Answers{{"stars", std::int64_t{4}}}));
}

TEST(answers, bytes_that_are_no_utf8_stop_nobody) {
  EXPECT_EQ(answers_to_json({{"wish", std::string("a\xFF")}}), "{\"wish\":\"a\xEF\xBF\xBD\"}");
}

TEST(answers, text_that_holds_none_is_refused_and_not_repeated) {
  for (const char* text :
       {"", "[]", "{", R"({"q":true})", R"({"q":{"secret":1}})", R"({"q":["secret",1]})"}) {
    const auto answers = answers_from_json(text);
    ASSERT_FALSE(answers.ok()) << text;
    EXPECT_EQ(answers.error().message.find("secret"), std::string::npos);
  }
}

class road : public testing::Test {
 protected:
  EventBody body = body_of(sample<0>());
  Envelope answer = to_envelope(body, some_stamp());
};

TEST_F(road, the_bytes_that_are_hashed_are_the_bytes_that_are_stored_and_sent) {
  EXPECT_EQ(body.content, sha256_hex(body.data));
  EXPECT_EQ(from_stored(to_structured(answer)).value(), answer);
  EXPECT_EQ(to_message(answer, some_origin()).payload, body.data);
  EXPECT_NE(to_structured(answer).find(",\"data\":" + body.data + ",\"datacontenttype\""), std::string::npos);
}

TEST_F(road, the_hub_s_receipt_names_what_the_device_hashed) {
  const Receipt receipt{answer.id, body.content};
  EXPECT_EQ(receipt_for(from_message(to_message(answer, some_origin())).value()), receipt);
  EXPECT_EQ(receipt_for(from_structured(to_structured(answer)).value()), receipt);
}

TEST_F(road, the_answers_in_the_bytes_are_the_text_of_the_answers) {
  const Event event = sample<0>();
  EXPECT_EQ(answers_in(body.data),
            answers_to_json(std::get<event::FeedbackSubmitted>(event).submission.answers));
}

TEST_F(road, the_closing_slip_adds_up_what_receipts_name) {
  const Event event = sample<0>();
  EXPECT_EQ(share_of(std::get<event::FeedbackSubmitted>(event).submission).hex(), body.content);
}

TEST_F(road, what_is_cut_or_is_no_event_is_refused) {
  const std::string stored = to_structured(answer);
  for (std::size_t size = 0; size < stored.size(); ++size)
    EXPECT_FALSE(from_stored(stored.substr(0, size)).ok()) << size;
  for (const char* text : {"", "null", "[]", "{}", R"({"data":{}})"})
    EXPECT_FALSE(from_stored(text).ok()) << text;
}

}  // namespace
}  // namespace tertulia::wire
