// SPDX-License-Identifier: Apache-2.0
// What the form reader lets pass arrives: the largest answer to any such form goes from the device's bytes
// through one message into the hub's table of answers.
#include "firmware/domain/limits.h"

#include <random>

#include <gtest/gtest.h>

#include "firmware/wire/answers.h"
#include "hub/store/database.h"
#include "tests/hub/events.h"
#include "tests/hub/test_database.h"

namespace tertulia::hub {
namespace {

class Luck {
 public:
  explicit Luck(std::uint64_t seed) : engine_(seed) {}
  std::size_t upto(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(engine_); }
  bool one_in(std::size_t n) { return upto(n - 1) == 0; }

 private:
  std::mt19937_64 engine_;
};

constexpr std::size_t kMany = 1'000;  // more hardly ever fit into a message

// Letters that take two bytes in JSON among them.
std::string name_of_length(Luck& luck, std::size_t length, std::size_t number) {
  std::string name = std::to_string(number);
  while (name.size() < length) name += luck.one_in(3) ? '"' : 'n';
  return name;
}

std::vector<Choice> some_choices(Luck& luck) {
  std::vector<Choice> choices;
  const std::size_t length = 8 + luck.upto(kLongestFormName - 8);
  for (std::size_t i = 0, count = 1 + luck.upto(luck.one_in(4) ? kMany - 1 : 9); i < count; ++i)
    choices.push_back({name_of_length(luck, length, i), {}});
  return choices;
}

QuestionKind some_kind(Luck& luck) {
  switch (luck.upto(9)) {
    case 0:
      return SelectOne{some_choices(luck)};
    case 1:
      return SelectMultiple{some_choices(luck), {}};
    case 2:
      return SelectMultiple{some_choices(luck), 3};
    case 3:
      return Integer{};
    case 4:
      return luck.one_in(2) ? QuestionKind(tertulia::Range{}) : QuestionKind(Decimal{});
    case 5:
      return luck.one_in(2) ? QuestionKind(Date{}) : QuestionKind(TimeOfDay{});
    case 6:
      return Ranking{some_choices(luck)};
    case 7:
      return Acknowledge{};
    default:
      return Text{};
  }
}

// The path of one that the form has; empty: of none.
std::string repeat_in(const Questionnaire& form, Luck& luck) {
  return form.repeats.empty() ? std::string() : form.repeats[luck.upto(form.repeats.size() - 1)].path;
}

Questionnaire some_form(Luck& luck) {
  Questionnaire form;
  form.id = std::string(kLongestFormName, 'f');
  form.hash = std::string(64, 'a');
  if (luck.one_in(3))
    form.repeats = {{"/data/r", {}, 1 + luck.upto(11)}, {"/data/r/s", {}, 1 + luck.upto(3)}};
  const std::size_t length = 8 + luck.upto(kLongestFormName - 8);
  for (std::size_t i = 0, count = 1 + luck.upto(luck.one_in(2) ? kMany - 1 : 30); i < count; ++i) {
    Question question;
    question.name = name_of_length(luck, length, i);
    question.kind = luck.one_in(3) ? some_kind(luck) : QuestionKind(Text{});
    form.pages.push_back({{}, {std::move(question)}, luck.one_in(3) ? repeat_in(form, luck) : ""});
  }
  for (std::size_t i = 0, count = luck.one_in(2) ? luck.upto(luck.one_in(4) ? 300 : 10) : 0; i < count; ++i)
    form.calculated.push_back({"c" + std::to_string(i), repeat_in(form, luck) + "/c" + std::to_string(i)});
  return form;
}

bool is_accepted(const Questionnaire& form) {
  return size_without_texts(form) <= kLargestAnswer &&
         (count_texts(form) == 0 || room_for_text(form) >= kLeastTextBytes);
}

// Fills its room to the last byte.
std::string largest_text(Luck& luck, std::size_t room) {
  std::string text;
  std::size_t size = 0;
  while (size + 3 <= room) {
    const std::string_view next = luck.one_in(2) ? "\"" : "\u12a0";
    text += next;
    size += size_in_json(next);
  }
  return text + std::string(room - size, 'a');
}

struct LargestAnswer {
  Luck& luck;
  std::size_t room;

  AnswerValue operator()(const SelectOne& kind) const {
    std::string longest;
    for (const Choice& choice : kind.choices)
      if (size_in_json(choice.name) > size_in_json(longest)) longest = choice.name;
    return longest;
  }
  AnswerValue operator()(const SelectMultiple& kind) const {
    std::vector<std::string> names;
    for (const Choice& choice : kind.choices) names.push_back(choice.name);
    std::sort(names.begin(), names.end(),
              [](const auto& one, const auto& other) { return size_in_json(one) > size_in_json(other); });
    if (kind.at_most) names.resize(std::min(names.size(), static_cast<std::size_t>(*kind.at_most)));
    return names;
  }
  AnswerValue operator()(const Text&) const { return largest_text(luck, room); }
  AnswerValue operator()(const Integer&) const { return std::numeric_limits<std::int64_t>::min(); }
  AnswerValue operator()(const tertulia::Range&) const { return -1.2345678901234567e-308; }
  AnswerValue operator()(const Note&) const { return {}; }
  AnswerValue operator()(const Date&) const { return "2027-05-11"; }
  AnswerValue operator()(const TimeOfDay&) const { return "14:30"; }
  AnswerValue operator()(const DateTime&) const { return std::string("2027-05-11T14:30"); }
  AnswerValue operator()(const Decimal&) const { return -1.2345678901234567e-308; }
  AnswerValue operator()(const Ranking& kind) const { return (*this)(SelectMultiple{kind.choices, {}}); }
  AnswerValue operator()(const Acknowledge&) const { return std::string(kAcknowledged); }
};

// "[1][2]" for each repetition of the repeat and of those around it.
std::vector<std::string> numbers_in(const Questionnaire& form, const std::string& path) {
  std::vector<std::string> all{""};
  for (const Repeat& repeat : form.repeats) {
    if (path != repeat.path && !path.starts_with(repeat.path + "/")) continue;
    std::vector<std::string> longer;
    for (const std::string& outer : all)
      for (std::size_t number = 1; number <= repeat.at_most; ++number)
        longer.push_back(outer + "[" + std::to_string(number) + "]");
    all = std::move(longer);
  }
  return all;
}

Submission largest_submission(Luck& luck, const Questionnaire& form, std::uint64_t number) {
  Submission submission;
  submission.id = submission_id(number);
  submission.form = form.id;
  submission.form_hash = form.hash;
  submission.room = submission.session = submission.language = std::string(kLongestName, '"');
  submission.state = SubmissionState::kSubmitted;
  for (const Page& page : form.pages)
    for (const Question& question : page.questions)
      for (const std::string& numbers : numbers_in(form, page.repeat))
        submission.answers[question.name + numbers] =
            std::visit(LargestAnswer{luck, room_for_text(form)}, question.kind);
  for (const Calculated& value : form.calculated)
    for (const std::string& numbers : numbers_in(form, value.path.substr(0, value.path.rfind('/'))))
      submission.answers[value.name + numbers] = largest_text(luck, room_for_calculated(form));
  return submission;
}

TEST(limits, the_largest_answer_to_any_form_that_is_accepted_is_stored_as_an_answer) {
  const Device device{{std::string(32, 'p'), std::string(32, 'd')}, std::string(32, 'e')};
  TestDatabase file(Kind::kSqlite);
  auto database = Database::open(file.name()).value();
  std::uint64_t accepted = 0;
  std::size_t largest = 0;
  for (std::uint64_t seed = 1; accepted < 60; ++seed) {
    Luck luck(seed);
    const Questionnaire form = some_form(luck);
    if (!is_accepted(form)) continue;
    ++accepted;
    const Submission submission = largest_submission(luck, form, accepted);
    const Message message = message_of(device, accepted, event::FeedbackSubmitted{submission});
    largest = std::max(largest, packet_size(message));
    ASSERT_LE(packet_size(message), kLargestMessage) << "seed " << seed;
    const Arrival arrival = sort_message(message);
    const auto* poison = std::get_if<arrival::Poison>(&arrival);
    ASSERT_EQ(poison, nullptr) << "seed " << seed << ": " << poison->row.reason;
    ASSERT_EQ(database.store({{arrival}}, WallTime{}).value().results.at(0), SaveResult::kNew);
    // An export is read line by line, each as one JSON text.
    ASSERT_TRUE(wire::from_structured(wire::to_structured(wire::from_message(message).value())).ok());
  }
  EXPECT_GT(largest, kLargestMessage - kLargestEnvelope - 500);  // the test goes to the edge
  EXPECT_EQ(file.answers(), accepted);
  EXPECT_EQ(file.count("SELECT count(*) FROM quarantine"), 0U);
}

TEST(limits, a_form_with_one_byte_too_many_is_not_accepted) {
  Questionnaire form;
  Question question;
  question.name = "q";
  question.kind = SelectMultiple{};
  auto& choices = std::get<SelectMultiple>(question.kind).choices;
  form.pages.push_back({{}, {question}});
  while (size_without_texts(form) <= kLargestAnswer) {
    choices.push_back({std::string(kLongestFormName, 'c'), {}});
    form.pages[0].questions[0] = question;
  }
  EXPECT_FALSE(is_accepted(form));
  EXPECT_GT(choices.size(), 500U);
}

TEST(limits, the_size_in_json_is_that_of_the_printed_text) {
  std::string text;
  for (char c = 1; c < 0x7F; ++c) text += c;
  text += "\x7F\u00e9\u12a0\U0001F600";
  EXPECT_EQ(wire::answers_to_json({{"q", text}}).size(),
            size_in_json(text) + std::string_view(R"({"q":""})").size());
}

}  // namespace
}  // namespace tertulia::hub
