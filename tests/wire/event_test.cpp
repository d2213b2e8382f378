// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "firmware/domain/limits.h"
#include "tests/wire/samples.h"

namespace tertulia {
namespace {

Result<Event> read(const std::string& type, const std::string& data) {
  auto envelope = wire::to_envelope(event::Audited{"start"}, some_stamp());
  envelope.type = type;
  envelope.data = data;
  envelope.id = some_id().text();
  return wire::to_event(envelope);
}

nlohmann::json feedback_data() {
  return nlohmann::json::parse(wire::to_envelope(sample<0>(), some_stamp()).data);
}

std::string complaint_about(const nlohmann::json& data) {
  const auto result = read("org.tertulia.feedback.submitted.v1", data.dump());
  return result.ok() ? "" : result.error().message;
}

TEST(event, every_kind_of_event_survives_the_wire) {
  for (const auto& event : every_event()) {
    const auto back = wire::to_event(wire::to_envelope(event, some_stamp()));
    ASSERT_TRUE(back.ok()) << event.index() << ": " << back.error().message;
    EXPECT_EQ(back.value(), event) << event.index();
  }
}

TEST(event, every_kind_of_event_has_a_type_of_its_own_that_names_its_kind) {
  std::set<std::string> types;
  for (const auto& event : every_event()) {
    const auto type = wire::to_envelope(event, some_stamp()).type;
    EXPECT_TRUE(types.insert(type).second) << type;
    EXPECT_TRUE(type.starts_with("org.tertulia." + std::string(to_text(kind_of(event))) + "."));
    EXPECT_TRUE(type.ends_with(".v1"));
  }
}

TEST(event, the_data_of_feedback_names_no_device_no_epoch_and_no_sequence) {
  const auto data = feedback_data();
  std::set<std::string> members;
  for (const auto& [name, value] : data.items()) members.insert(name);
  EXPECT_EQ(members, (std::set<std::string>{"submission", "form", "form_hash", "room", "session", "language",
                                            "answers"}));
  EXPECT_EQ(data.dump().find("kiosk-1"), std::string::npos);
  EXPECT_EQ(data.dump().find("e7f3"), std::string::npos);
}

TEST(event, a_pack_of_an_older_device_names_neither_threshold_nor_forms) {
  const auto older = read("org.tertulia.content.loaded.v1", R"({"visit":"valley-2027","version":"3"})");
  ASSERT_TRUE(older.ok());
  EXPECT_EQ(older.value(), Event(event::PackLoaded{"valley-2027", "3", 0, {}}));
  const Event said_nothing = event::PackLoaded{"valley-2027", "3", 0, {}};
  EXPECT_EQ(wire::to_envelope(said_nothing, some_stamp()).data, R"({"version":"3","visit":"valley-2027"})");
}

TEST(event, an_unanswered_question_is_absent) {
  Submission submission;
  submission.id = some_id();
  submission.answers["skipped"] = std::monostate{};
  const auto data =
      nlohmann::json::parse(wire::to_envelope(event::FeedbackSubmitted{submission}, some_stamp()).data);
  EXPECT_TRUE(data["answers"].empty());
}

TEST(event, a_whole_number_and_a_decimal_one_stay_what_they_are) {
  auto data = feedback_data();
  data["answers"] = {{"whole", 3}, {"decimal", 3.0}};
  const auto event = read("org.tertulia.feedback.submitted.v1", data.dump());
  ASSERT_TRUE(event.ok());
  const auto& answers = std::get<event::FeedbackSubmitted>(event.value()).submission.answers;
  EXPECT_EQ(answers.at("whole"), AnswerValue(std::int64_t{3}));
  EXPECT_EQ(answers.at("decimal"), AnswerValue(3.0));
}

TEST(event, unknown_members_are_ignored) {
  EXPECT_TRUE(read("org.tertulia.audit.recorded.v1", R"({"action":"start","new":[1]})").ok());
}

TEST(event, a_type_of_another_version_is_refused_in_words) {
  for (const auto* type : {"org.tertulia.audit.recorded.v2", "org.tertulia..v1", "", "org.tertulia.v1",
                           "com.example.audit.recorded.v1"})
    EXPECT_FALSE(read(type, R"({"action":"start"})").ok()) << type;
}

TEST(event, a_missing_member_is_named) {
  auto data = feedback_data();
  data.erase("room");
  EXPECT_NE(complaint_about(data).find("room"), std::string::npos);
}

TEST(event, the_submission_must_be_the_one_of_the_envelope) {
  auto data = feedback_data();
  data["submission"] = "00000000-0000-4000-8000-000000000000";
  EXPECT_NE(complaint_about(data).find("submission"), std::string::npos);
}

TEST(event, an_answer_is_a_text_choices_or_a_number_and_nothing_else) {
  for (const auto* answer :
       {"null", "true", "{}", "[1]", "[[\"a\"]]", "18446744073709551615", "9223372036854775808"}) {
    auto data = feedback_data();
    data["answers"] = {{"q", nlohmann::json::parse(answer)}};
    EXPECT_NE(complaint_about(data).find("answers.q"), std::string::npos) << answer;
  }
}

TEST(event, a_text_that_is_too_long_or_holds_a_nul_is_refused) {
  auto data = feedback_data();
  data["answers"] = {{"q", std::string(32769, 'a')}};
  EXPECT_NE(complaint_about(data), "");
  data["answers"] = {{"q", std::string("a\0b", 3)}};
  EXPECT_NE(complaint_about(data), "");
}

TEST(event, more_answers_than_any_form_has_are_refused) {
  auto data = feedback_data();
  for (std::size_t i = 0; i <= kMostQuestions; ++i) data["answers"]["q" + std::to_string(i)] = 1;
  EXPECT_NE(complaint_about(data), "");
}

TEST(event, a_complaint_never_repeats_an_answer) {
  auto data = feedback_data();
  data["answers"]["comment"] = {"fine", 1, "my name is Nobody"};
  EXPECT_NE(complaint_about(data), "");
  EXPECT_EQ(complaint_about(data).find("Nobody"), std::string::npos);
}

TEST(event, a_block_of_no_answers_or_of_too_many_or_with_an_id_that_is_none_is_refused) {
  const auto block = [](std::size_t size, const std::string& id) {
    const nlohmann::json data = {
        {"form", "closing"}, {"session", "opening"}, {"answers", std::vector<std::string>(size, id)}};
    return read("org.tertulia.content.released.v1", data.dump());
  };
  EXPECT_FALSE(block(0, some_id().text()).ok());
  EXPECT_TRUE(block(event::kMostReleased, some_id().text()).ok());
  EXPECT_FALSE(block(event::kMostReleased + 1, some_id().text()).ok());
  EXPECT_FALSE(block(5, "not-a-uuid").ok());
}

TEST(event, hostile_data_is_refused_and_never_throws) {
  const std::string deep = std::string(100000, '[') + std::string(100000, ']');
  const std::string deep_inside = R"({"action":)" + std::string(9, '[') + std::string(9, ']') + "}";
  for (const auto& data :
       {std::string(), std::string("null"), std::string("[]"), std::string("{"), deep, deep_inside,
        std::string("{\"action\":\"\xC0\xAF\"}"), std::string("{\"action\":\"\xED\xA0\x80\"}"),
        std::string("{\"action\":\"\\ud800\"}"), std::string("{\"action\":\"a\x01\"}"),
        std::string("{\"action\":\"a\\u0007\"}"), std::string("{\"action\":1e999}"),
        R"({"action":")" + std::string(70000, 'a') + "\"}"})
    EXPECT_FALSE(read("org.tertulia.audit.recorded.v1", data).ok()) << data.substr(0, 40);
}

TEST(event, numbers_outside_their_range_are_refused) {
  for (const auto* gap :
       {R"({"from":-1,"to":2,"of":"timer","count":1})", R"({"from":3,"to":2,"of":"timer","count":1})",
        R"({"from":1,"to":9007199254740992,"of":"timer","count":1})",
        R"({"from":1.5,"to":2,"of":"timer","count":1})", R"({"from":1,"to":2,"of":"all","count":1})"})
    EXPECT_FALSE(read("org.tertulia.gap.made.v1", gap).ok()) << gap;
}

}  // namespace
}  // namespace tertulia
