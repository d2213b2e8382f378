// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/pack/canonical.h"

#include "firmware/formats/pictures/picture_text.h"
#include "tests/formats/finding_matchers.h"
#include "tests/formats/packs.h"

namespace tertulia::formats {
namespace {

using testing::HasSubstr;

// Each member with a value of its own.
void add_logic(Questionnaire& form) {
  Bind bind;
  bind.path = "/data/person/q0";
  bind.kind = NodeKind::kQuestion;
  bind.type = ValueKind::kDateTime;
  int number = 0;
  for (std::string* text :
       {&bind.relevant, &bind.required, &bind.constraint, &bind.calculation, &bind.read_only,
        &bind.default_value, &bind.trigger, &bind.choice_list, &bind.choice_filter, &bind.choice_seed})
    *text = "${q" + std::to_string(number++) + "} > '\"'";
  bind.is_randomized = true;
  Bind repeat;
  repeat.path = "/data/person";
  repeat.kind = NodeKind::kRepeat;
  repeat.repeat_count = "${q1} + 1";
  repeat.first_repetitions = 0;
  form.binds = {repeat, bind};
  for (const ValueKind kind : {ValueKind::kText, ValueKind::kWhole, ValueKind::kDecimal, ValueKind::kDate}) {
    bind = {};
    bind.path = "/data/group";
    bind.kind = NodeKind::kGroup;
    bind.type = kind;
    form.binds.push_back(bind);
  }
  form.tables = {{"towns", {"name", "label"}, {{"a", "A"}, {"b"}, {}}}, {"empty", {"name"}, {}}};
  form.calculated = {{"sum", "/data/sum"}};
  form.repeats = {{"/data/person", LocalizedText("fr", "Une personne"), 7}, {"/data/person/pet", {}, 1}};
  form.pages.back().repeat = "/data/person";
  form.pages.back().questions.front().path = "/data/person/q0";
  form.pages.back().questions.front().is_conditional = true;
  form.pages.back().questions.front().picture = LocalizedText("fr", "a.png");
  form.pictures = {{"a.png", PackedPicture(Picture{{1, 2}, {0xff1f8a82, 0x80000001}})}};
}

// Every question type and every optional field, set.
PackReading full_reading() {
  PackReading reading = read_pack(lisbon_folder());
  EXPECT_TRUE(reading.pack.has_value());
  Questionnaire& form = reading.pack->questionnaires.at(0);
  Page page;
  page.title = LocalizedText("ar", "صفحة");
  const std::vector<Choice> choices{{"1", LocalizedText("en", "One"), LocalizedText("en", "a.png")}};
  for (const QuestionKind& kind :
       {QuestionKind(SelectOne{choices, ChoiceLook::kFaces}),
        QuestionKind(SelectOne{choices, ChoiceLook::kLikert}),
        QuestionKind(SelectOne{choices, ChoiceLook::kQuick}),
        QuestionKind(SelectOne{choices, ChoiceLook::kSearch}), QuestionKind(SelectMultiple{choices, 1}),
        QuestionKind(SelectMultiple{choices, {}, ChoiceLook::kSearch}), QuestionKind(Text{true, 99}),
        QuestionKind(Integer{INT64_MIN, INT64_MAX}), QuestionKind(Range{0.1, 1e300, 0.30000000000000004}),
        QuestionKind(Note{}), QuestionKind(Date{"2027-01-01", "2027-12-31", DateParts::kMonth}),
        QuestionKind(DateTime{}), QuestionKind(TimeOfDay{}), QuestionKind(Decimal{-0.1, 1e-300}),
        QuestionKind(Ranking{choices}), QuestionKind(Acknowledge{}),
        QuestionKind(Range{1, 5, 1, RangeLook::kStars}), QuestionKind(Range{0, 99, 1, RangeLook::kSlider})}) {
    Question question;
    question.name = "q" + std::to_string(page.questions.size());
    question.kind = kind;
    page.questions.push_back(question);
  }
  form.pages.push_back(page);
  add_logic(form);
  Segment& segment = reading.pack->agenda.sessions.at(0).rundown.segments.at(0);
  segment.amber_before = Milliseconds(1);
  segment.red_before = Milliseconds(0);
  segment.minimum = Minutes(5);
  segment.planned_start = reading.pack->agenda.sessions[0].start();
  segment.policy = ReflowPolicy::kDroppable;
  reading.pack->visit.branding = {0x0f6b6b, Picture{{2, 1}, {0xff1f8a82, 0x00000000}}};
  return reading;
}

TEST(canonical, a_reading_comes_back_exactly) {
  const PackReading reading = full_reading();
  const auto back = from_canonical(to_canonical(reading));
  ASSERT_TRUE(back.ok()) << back.error().message;
  EXPECT_EQ(back.value(), reading);
  EXPECT_EQ(to_canonical(back.value()), to_canonical(reading));
}

TEST(canonical, a_failed_reading_comes_back_with_its_findings) {
  const PackReading reading = read_pack("/nowhere");
  const auto back = from_canonical(to_canonical(reading));
  ASSERT_TRUE(back.ok()) << back.error().message;
  EXPECT_EQ(back.value(), reading);
}

TEST(canonical, what_is_not_as_it_should_be_is_named_by_its_path) {
  std::string json = to_canonical(full_reading());
  json.replace(json.find("\"access\":\"open\""), 15, "\"access\":\"ajar\"");
  const auto back = from_canonical(json);
  ASSERT_FALSE(back.ok());
  EXPECT_THAT(back.error().message, HasSubstr("/pack/agenda/sessions/"));
  EXPECT_THAT(back.error().message, HasSubstr("/access"));
}

TEST(canonical, bytes_that_are_no_reading_are_an_error_sentence) {
  for (const char* text :
       {"", "{", "[]", "null", "{\"format\":5}", "{\"format\":4}", "\xFF",
        "{\"format\":5,\"pack\":{},\"findings\":[]}", "{\"format\":5,\"pack\":null,\"findings\":[1]}"})
    EXPECT_FALSE(from_canonical(text).ok()) << text;
}

TEST(canonical, a_pack_that_was_kept_by_an_older_version_is_refused) {
  std::string json = to_canonical(read_pack(lisbon_folder()));
  ASSERT_TRUE(json.starts_with("{\"format\":5,"));
  json.replace(0, 11, "{\"format\":4");
  EXPECT_THAT(from_canonical(json).error().message, HasSubstr("import it again"));
}

TEST(canonical, a_pack_without_rooms_is_refused) {
  PackReading reading = full_reading();
  reading.pack->visit.rooms.clear();
  EXPECT_FALSE(from_canonical(to_canonical(reading)).ok());
}

TEST(canonical, a_pack_from_before_there_were_logos_is_refused_and_not_guessed) {
  std::string json = to_canonical(read_pack(lisbon_folder()));
  const std::string field = ",\"logo\":null";
  json.erase(json.find(field), field.size());
  const auto back = from_canonical(json);
  ASSERT_FALSE(back.ok());
  EXPECT_THAT(back.error().message, HasSubstr("/pack/visit/branding/logo"));
}

TEST(canonical, a_form_of_10000_rows_without_logic_says_nothing_of_logic) {
  PackReading reading = read_pack(lisbon_folder());
  reading.pack->questionnaires.resize(1);
  Questionnaire& form = reading.pack->questionnaires.at(0);
  const Question plain;
  form.pages.resize(1);
  form.pages.front().questions.assign(10'000, plain);
  form.binds.clear();
  form.calculated.clear();
  const std::string without = to_canonical(reading);
  for (const char* word : {"is_conditional", "path", "binds", "calculated", "\"repeat"})
    EXPECT_EQ(without.find(word), std::string::npos) << word;
  Bind bind;
  bind.path = "/data/q";
  form.binds.assign(10'000, bind);
  EXPECT_LT(to_canonical(reading).size(), without.size() + 10'000 * sizeof("{\"path\":\"/data/q\"},"));
}

TEST(canonical, a_picture_that_many_questions_show_is_there_once) {
  const PackReading reading = full_reading();
  const std::string json = to_canonical(reading);
  const std::string bytes = picture_text(reading.pack->questionnaires.at(0).pictures.at(0).picture);
  const std::size_t at = json.find(bytes);
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(json.find(bytes, at + 1), std::string::npos);
}

TEST(canonical, a_picture_that_is_damaged_is_refused_where_it_stands) {
  std::string json = to_canonical(full_reading());
  const std::string bytes = picture_text(PackedPicture(Picture{{1, 2}, {0xff1f8a82, 0x80000001}}));
  for (const std::string& damaged : {std::string("AAEAAg=="), std::string("/////w=="), "!" + bytes}) {
    std::string other = json;
    other.replace(other.find(bytes), bytes.size(), damaged);
    const auto back = from_canonical(other);
    ASSERT_FALSE(back.ok());
    EXPECT_THAT(back.error().message, HasSubstr("/pictures/0/picture"));
  }
}

TEST(canonical, a_logo_that_is_larger_than_screens_show_it_is_refused) {
  PackReading reading = full_reading();
  reading.pack->visit.branding.logo = Picture{{600, 1}, std::vector<std::uint32_t>(600, 0xff1f8a82)};
  EXPECT_THAT(from_canonical(to_canonical(reading)).error().message, HasSubstr("/branding/logo"));
}

// Each change makes a part of the logic something else than it has to be.
TEST(canonical, logic_that_is_not_as_it_should_be_is_refused) {
  const std::string json = to_canonical(full_reading());
  const struct {
    const char* from;
    const char* to;
    const char* said;
  } rows[] = {
      {"\"kind\":\"repeat\"", "\"kind\":\"loop\"", "/binds/0/kind"},
      {"\"type\":\"date_time\"", "\"type\":5", "/binds/1/type"},
      {"\"repeat_count\":\"${q1} + 1\"", "\"repeat_count\":7", "/binds/0/repeat_count"},
      {"\"first_repetitions\":0", "\"first_repetitions\":-1", "/binds/0/first_repetitions"},
      {"\"is_randomized\":true", "\"is_randomized\":\"yes\"", "/binds/1/is_randomized"},
      {"\"is_conditional\":true", "\"is_conditional\":1", "/is_conditional"},
      {"\"at_most\":7", "\"at_most\":1e3", "/repeats/0/at_most"},
      {"[\"a\",\"A\"]", "[\"a\",null]", "/tables/0/rows/0/1"},
      {"\"columns\":[\"name\",\"label\"]", "\"columns\":[]", "must be there is empty"},
      {"\"repeat\":\"/data/person\"", "\"repeat\":\"/data/nobody\"", "must be there is empty"},
      {"{\"name\":\"sum\",", "{", "/calculated/0/name"},
  };
  for (const auto& row : rows) {
    std::string changed = json;
    const std::size_t at = changed.find(row.from);
    ASSERT_NE(at, std::string::npos) << row.from;
    changed.replace(at, std::string_view(row.from).size(), row.to);
    const auto back = from_canonical(changed);
    ASSERT_FALSE(back.ok()) << row.to;
    EXPECT_THAT(back.error().message, HasSubstr(row.said));
  }
}

TEST(canonical, every_cut_of_the_text_is_refused) {
  const std::string json = to_canonical(full_reading());
  for (std::size_t length = 0; length < json.size(); length += 97)
    EXPECT_FALSE(from_canonical(std::string_view(json).substr(0, length)).ok());
}

TEST(canonical, findings_that_were_only_counted_come_back_as_a_count) {
  PackReading reading;
  for (std::size_t i = 0; i < Findings::kMost + 5; ++i) reading.findings.guessed({"a.csv", ""}, "So.");
  const auto again = from_canonical(to_canonical(reading));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again.value().findings, reading.findings);
}

}  // namespace
}  // namespace tertulia::formats
