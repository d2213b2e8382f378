// SPDX-License-Identifier: Apache-2.0
// All versions of a form come out together, and no answer is without a column.
#include <nlohmann/json.hpp>

#include "tests/formats/answers_export/reading.h"
#include "tests/formats/answers_export/survey.h"

namespace tertulia::formats {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;
using testing::Pair;

class answers_to_two_versions : public testing::Test {
 protected:
  answers_to_two_versions() {
    exports_.versions = {&first_, &second_};
    exports_.answers = {
        stored(1, first_,
               {{"mood", "good"}, {"town", "Évora"}, {"age", "forty"}, {"reached", names({"tram", "bus"})}}),
        stored(2, second_,
               {{"mood", "so-so"},
                {"age", whole(-4)},
                {"reached", names({"foot"})},
                {"total", 2.5},
                {"called[1]", "Ana"},
                {"called[2]", "Rui"},
                {"to[2][1]", "Porto"},
                {"to[2][10]", "Faro"},
                {"to[2][2]", "Braga"}})};
  }
  std::vector<Record> table() { return records_in_csv(exports_.read("survey.csv")); }
  std::string header() {
    const std::string csv = exports_.read("survey.csv");
    return csv.substr(0, csv.find('\r'));
  }

  Questionnaire first_ = first_version();
  Questionnaire second_ = second_version();
  Exports exports_;
};

TEST_F(answers_to_two_versions, have_columns_by_name_and_type_in_the_order_of_the_newest_form) {
  exports_.write();
  EXPECT_THAT(header(),
              testing::StartsWith(
                  R"csv("mood","where/town","where/reached","where/reached/bus","where/reached/tram",)csv"
                  R"csv("where/reached/foot","age (text)","age","total","_id","_uuid")csv"));
  EXPECT_THAT(table()[0], IsSupersetOf(Record{{"where/town", "Évora"},
                                              {"age (text)", "forty"},
                                              {"where/reached", "tram bus"},
                                              {"where/reached/bus", "1"},
                                              {"where/reached/foot", "0"},
                                              {"__version__", "1"},
                                              {"_index", "1"}}));
  EXPECT_THAT(table()[1], IsSupersetOf(Record{{"mood", "so-so"}, {"age", "-4"}, {"total", "2.5"}}));
}

TEST_F(answers_to_two_versions, have_a_table_for_each_repeat_that_names_its_parents) {
  exports_.write();
  const auto persons = records_in_csv(exports_.read("survey.person.csv"));
  ASSERT_EQ(persons.size(), 2U);
  EXPECT_THAT(persons[1], IsSupersetOf(Record{{"person/called", "Rui"},
                                              {"_index", "2"},
                                              {"_parent_index", "2"},
                                              {"_parent_table_name", "survey"},
                                              {"_submission__id", "2"},
                                              {"_submission___version__", "2"}}));
  const auto trips = records_in_csv(exports_.read("survey.person-trip.csv"));
  ASSERT_EQ(trips.size(), 3U);
  for (std::size_t at = 0; at < 3; ++at) {
    EXPECT_EQ(trips[at].at("person/trip/to"), (std::array{"Porto", "Braga", "Faro"}[at]));
    EXPECT_EQ(trips[at].at("_parent_index"), "2");
    EXPECT_EQ(trips[at].at("_parent_table_name"), "person");
  }
}

TEST_F(answers_to_two_versions, are_the_same_in_the_workbook) {
  exports_.write();
  const std::string book = exports_.read("survey.xlsx");
  EXPECT_EQ(records_in_sheet(book, "survey"), table());
  EXPECT_EQ(records_in_sheet(book, "person"), records_in_csv(exports_.read("survey.person.csv")));
  EXPECT_EQ(records_in_sheet(book, "person-trip"), records_in_csv(exports_.read("survey.person-trip.csv")));
  EXPECT_EQ(records_in_sheet(book, "codebook"), records_in_csv(exports_.read("survey.codebook.csv")));
}

TEST_F(answers_to_two_versions, are_joined_or_split_as_is_asked) {
  exports_.style.rows.selections = Selections::kJoined;
  exports_.write();
  EXPECT_THAT(header(), Not(HasSubstr("reached/bus")));
  exports_.style.rows.selections = Selections::kSplit;
  exports_.write();
  EXPECT_THAT(header(), AllOf(HasSubstr("reached/bus"), Not(HasSubstr("reached\","))));
}

TEST_F(answers_to_two_versions, come_with_labels_in_the_language_that_is_asked_for) {
  exports_.style.rows.labels = "fr";
  exports_.write();
  EXPECT_THAT(header(), testing::StartsWith("\"C’était comment ?\",\"where/town\""));
  EXPECT_EQ(table()[1].at("C’était comment ?"), "The so-so") << "a label in no other language than English";
  EXPECT_EQ(table()[0].at("where/reached"), "The tram, The bus");
}

TEST_F(answers_to_two_versions, stand_in_json_as_koboToolbox_has_them) {
  exports_.write();
  std::istringstream lines(exports_.read("survey.jsonl"));
  std::string line;
  ASSERT_TRUE(std::getline(lines, line) && std::getline(lines, line));
  const auto json = nlohmann::json::parse(line);
  EXPECT_EQ(json.at("where/reached"), "foot");
  EXPECT_EQ(json.at("age"), -4);
  EXPECT_EQ(json.at("person")[0].at("person/called"), "Ana");
  EXPECT_EQ(json.at("person")[1].at("person/trip")[2].at("person/trip/to"), "Faro");
  EXPECT_EQ(json.at("meta/instanceID"), "uuid:" + exports_.answers[1].submission.id.text());
}

TEST_F(answers_to_two_versions, are_submissions_of_odk) {
  exports_.write();
  const auto submissions = submissions_in(exports_.read("survey.odk.zip"));
  ASSERT_EQ(submissions.size(), 2U);
  const std::string id = exports_.answers[1].submission.id.text();
  const Xml xml(submissions.at(id));
  EXPECT_EQ(xml.one("/data/@id"), "survey");
  EXPECT_EQ(xml.one("/data/@version"), "2");
  EXPECT_EQ(xml.one("/data/meta/instanceID"), "uuid:" + id);
  EXPECT_EQ(xml.one("/data/where/reached"), "foot");
  EXPECT_EQ(xml.one("/data/total"), "2.5");
  EXPECT_THAT(xml.all("/data/person/called"), ElementsAre("Ana", "Rui"));
  EXPECT_THAT(xml.all("/data/person[2]/trip/to"), ElementsAre("Porto", "Braga", "Faro"));
}

TEST_F(answers_to_two_versions, are_explained_in_the_codebook) {
  exports_.write();
  const auto book = records_in_csv(exports_.read("survey.codebook.csv"));
  const auto row = [&](const Record& like) { return testing::Contains(IsSupersetOf(like)); };
  EXPECT_THAT(book, row({{"row", "form"}, {"name", "survey"}, {"text::fr", "Enquête"}}));
  EXPECT_THAT(book, row({{"row", "question"},
                         {"name", "mood"},
                         {"type", "select_one"},
                         {"versions", "1 (11111111), 2 (22222222)"},
                         {"text::en", "How was it?"}}));
  EXPECT_THAT(book, row({{"row", "hint"}, {"name", "mood"}, {"text::fr", "Soyez franc"}}));
  EXPECT_THAT(book,
              row({{"row", "choice"}, {"name", "mood"}, {"value", "so-so"}, {"text::en", "The so-so"}}));
  EXPECT_THAT(book,
              row({{"name", "person/trip/to"}, {"repeat", "person/trip"}, {"versions", "2 (22222222)"}}));
  EXPECT_THAT(book, row({{"name", "total"}, {"type", "calculate"}}));
}

TEST_F(answers_to_two_versions, keep_their_names_where_nobody_knows_the_version) {
  Questionnaire lost = first_;
  lost.hash = std::string(64, '0');
  exports_.answers.push_back(stored(3, lost,
                                    {{"mood", "bad"},
                                     {"forgotten", "a"},
                                     {"forgotten[2]", "b"},
                                     {"reached", names({"boat"})},
                                     {"age", 1.5},
                                     {"_uuid", "mine"}}));
  EXPECT_EQ(exports_.write().unknown, 1U);
  const Record row = table()[2];
  EXPECT_THAT(row, IsSupersetOf(Record{{"mood", "bad"},
                                       {"forgotten", "a"},
                                       {"forgotten[2]", "b"},
                                       {"where/reached/boat", "1"},
                                       {"age", "1.5"},
                                       {"_uuid (text)", "mine"},
                                       {"_form_hash", lost.hash}}));
  const auto submissions = submissions_in(exports_.read("survey.odk.zip"));
  const Xml xml(submissions.at(exports_.answers[2].submission.id.text()));
  EXPECT_TRUE(xml.all("/data/@version").empty());
  EXPECT_EQ(xml.one("/data/answer[@name='forgotten[2]']"), "b");
}

TEST_F(answers_to_two_versions, come_out_without_any_form_at_all) {
  exports_.versions.clear();
  exports_.write();
  EXPECT_THAT(table()[1], IsSupersetOf(Record{{"to[2][10]", "Faro"}, {"age (number)", "-4"}}));
  EXPECT_EQ(records_in_sheet(exports_.read("survey.xlsx"), "survey"), table());
}

TEST_F(answers_to_two_versions, of_people_who_walked_away_are_marked) {
  exports_.answers[0].submission.state = SubmissionState::kAbandoned;
  EXPECT_EQ(exports_.write().abandoned, 1U);
  EXPECT_EQ(table()[0].at("_status"), "abandoned");
  const auto submissions = submissions_in(exports_.read("survey.odk.zip"));
  EXPECT_EQ(Xml(submissions.at(exports_.answers[0].submission.id.text())).one("/data/meta/state"),
            "abandoned");
}

}  // namespace
}  // namespace tertulia::formats
