// SPDX-License-Identifier: Apache-2.0
// `tertulia export-answers` as people call it: the real programs, a real store that is open elsewhere, a real
// pack, and the stick that people take home.
#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "firmware/domain/digest.h"
#include "tests/drivers/sqlite/samples.h"
#include "tests/formats/answers_export/reading.h"
#include "tests/support/full_disk.h"
#include "tests/support/program.h"

namespace tertulia {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;

constexpr const char* kVisit = R"([visit]
id = "visit"
programme = "demo"
title = "Visit"
zone = "Europe/Lisbon"
first_day = 2027-05-10
last_day = 2027-05-13
languages = ["en"]
[[rooms]]
id = "main-hall"
name = "Main hall"
)";

constexpr const char* kAgenda = R"(BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Visit//EN
BEGIN:VEVENT
UID:opening
DTSTAMP:20270101T000000Z
DTSTART:20270511T140000Z
DTEND:20270511T150000Z
SUMMARY:Opening
LOCATION:Main hall
END:VEVENT
END:VCALENDAR
)";

// Without logic: the group is a part of the names all the same.
constexpr const char* kForm = R"(survey
,type,name,label
,begin_group,where,Where
,text,town,Town
,select_multiple ways,reached,How did you get there?
,end_group,,
,integer,age,Age
choices
,list_name,name,label
,ways,bus,By bus
,ways,tram,By tram
)";

class export_answers_program : public testing::Test {
 protected:
  export_answers_program() {
    folder_.write("tertulia.toml", "[store]\npath = \"store.db\"\n[visit]\npack = \"visit\"\n");
    folder_.write("visit/visit.toml", kVisit);
    folder_.write("visit/agenda.ics", kAgenda);
    folder_.write("visit/forms/survey.csv", kForm);
  }
  void close(std::uint8_t number, Answers answers, SubmissionState state = SubmissionState::kSubmitted) {
    Submission one = submission(number);
    one.form = "survey";
    one.form_hash = sha256_hex(kForm);
    one.answers = std::move(answers);
    one.state = state;
    const auto closed = store_.close_submission(one, at_tap());
    ASSERT_TRUE(closed.ok()) << closed.error().message;
  }
  void close_three() {
    close(
        1,
        {{"town", "Évora"}, {"reached", std::vector<std::string>{"bus", "tram"}}, {"age", std::int64_t{41}}});
    close(2, {{"town", "=1+1"}, {"age", std::int64_t{-7}}});
    close(3, {{"age", std::int64_t{30}}}, SubmissionState::kAbandoned);
  }
  // The exit code; what it says is in words_.
  int run(std::vector<std::string> words) {
    words.insert(words.begin(), {TERTULIA_PROGRAM, "export-answers"});
    std::filesystem::remove(folder_ / "words");
    Program program(std::move(words), folder_ / "words");
    const int code = program.wait();
    words_ = folder_.read("words");
    return code;
  }
  int export_to(const std::filesystem::path& stick, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {stick.string(), "--config", folder_.file("tertulia.toml")});
    return run(std::move(more));
  }
  [[nodiscard]] std::set<std::string> files() const {
    std::set<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(stick_.path()))
      if (file.path().filename() != ".tertulia-export") names.insert(file.path().filename());
    return names;
  }

  Folder folder_;
  ScratchFolder stick_;
  FakeDevice device_;
  SqliteStore::Opened opened_ = open(folder_.file(), device_);
  Store& store_ = *opened_.store;
  std::string words_;
};

TEST_F(export_answers_program, writes_every_format_to_a_stick) {
  close_three();
  ASSERT_EQ(export_to(stick_.path()), 0) << words_;
  EXPECT_THAT(words_, HasSubstr("survey: 3 answers, 1 of them of people who walked away."));
  EXPECT_THAT(files(), ElementsAre("survey.codebook.csv", "survey.csv", "survey.jsonl", "survey.odk.zip",
                                   "survey.xlsx", "tertulia-answers.sha256"));
  const auto rows = formats::records_in_csv(stick_.read("survey.csv"));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_THAT(rows[0], IsSupersetOf(formats::Record{{"where/town", "Évora"},
                                                    {"where/reached", "bus tram"},
                                                    {"where/reached/tram", "1"},
                                                    {"age", "41"},
                                                    {"_uuid", id_of(1).text()}}));
  EXPECT_THAT(rows[1], IsSupersetOf(formats::Record{{"where/town", "=1+1"}, {"age", "-7"}}));
  EXPECT_EQ(rows[2].at("_status"), "abandoned");
  EXPECT_EQ(formats::records_in_sheet(stick_.read("survey.xlsx"), "survey"), rows);
  EXPECT_EQ(formats::records_in_sheet(stick_.read("survey.xlsx"), "codebook"),
            formats::records_in_csv(stick_.read("survey.codebook.csv")));
  std::istringstream lines(stick_.read("survey.jsonl"));
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  EXPECT_EQ(nlohmann::json::parse(line).at("where/reached"), "bus tram");
  const auto submissions = formats::submissions_in(stick_.read("survey.odk.zip"));
  ASSERT_EQ(submissions.size(), 3U);
  EXPECT_EQ(formats::Xml(submissions.at(id_of(1).text())).one("/data/where/town"), "Évora");
}

TEST_F(export_answers_program, leaves_digests_of_files_for_their_owner_alone) {
  close_three();
  ASSERT_EQ(export_to(stick_.path() / "new" / "folder"), 0) << words_;
  const std::filesystem::path folder = stick_.path() / "new" / "folder";
  std::istringstream lines(text_of(folder / "tertulia-answers.sha256"));
  std::string digest;
  std::string name;
  std::size_t count = 0;
  for (; lines >> digest >> name; ++count) {
    EXPECT_EQ(sha256_hex(text_of(folder / name)), digest) << name;
    EXPECT_EQ(std::filesystem::status(folder / name).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  }
  EXPECT_EQ(count, 5U);
}

TEST_F(export_answers_program, writes_what_its_options_ask_for) {
  close_three();
  ASSERT_EQ(export_to(stick_.path(), {"--format", "csv", "--labels", "--split", "--bom"}), 0) << words_;
  EXPECT_THAT(files(), ElementsAre("survey.csv", "tertulia-answers.sha256"));
  EXPECT_THAT(stick_.read("survey.csv"),
              testing::StartsWith("\xEF\xBB\xBF\"Town\",\"How did you get there?/By bus\","));
}

TEST_F(export_answers_program, says_that_there_are_no_answers) {
  EXPECT_EQ(export_to(stick_.path()), 0);
  EXPECT_THAT(words_, HasSubstr("There are no answers.\n"));
  EXPECT_THAT(files(), IsEmpty());
}

TEST_F(export_answers_program, does_without_a_pack_and_says_so) {
  close_three();
  std::filesystem::remove_all(folder_ / "visit");
  EXPECT_EQ(export_to(stick_.path()), 0) << words_;
  EXPECT_THAT(words_, HasSubstr("3 answers to a version of the form that is in no pack"));
  EXPECT_EQ(formats::records_in_csv(stick_.read("survey.csv"))[0].at("town"), "Évora");
}

TEST_F(export_answers_program, refuses_what_it_is_not_asked_rightly) {
  close_three();
  EXPECT_NE(run({}), 0);
  EXPECT_THAT(words_, HasSubstr("folder is required"));
  EXPECT_EQ(export_to(stick_.path(), {"--format", "csv,pdf"}), 1);
  EXPECT_EQ(words_, "--format 'pdf': write csv, xlsx, jsonl, odk and codebook with commas between, or all\n");
  EXPECT_NE(export_to(stick_.path(), {"--split", "--joined"}), 0);
  EXPECT_NE(run({stick_.path(), "--config", folder_.file("none.toml")}), 0);
  EXPECT_THAT(words_, AllOf(HasSubstr("none.toml"), HasSubstr("name another file with --config")));
  EXPECT_THAT(files(), IsEmpty());
}

TEST_F(export_answers_program, names_a_folder_that_is_none) {
  close_three();
  stick_.write("file", "");
  for (const std::filesystem::path& path : {stick_ / "file", stick_ / "file" / "folder"}) {
    EXPECT_EQ(export_to(path), 1);
    EXPECT_THAT(words_, HasSubstr(path.string()));
  }
}

TEST_F(export_answers_program, names_a_device_that_has_no_store) {
  folder_.write("tertulia.toml", "[store]\npath = \"none.db\"\n[visit]\npack = \"visit\"\n");
  EXPECT_EQ(export_to(stick_.path()), 1);
  EXPECT_THAT(words_, HasSubstr("none.db"));
}

TEST_F(export_answers_program, leaves_an_earlier_export_whole_when_the_stick_is_full) {
  constexpr rlim_t kFull = 64U << 10U;
  close_three();
  ASSERT_EQ(export_to(stick_.path()), 0) << words_;
  const std::string before = stick_.read("survey.csv");
  for (std::uint8_t number = 10; number < 60; ++number) close(number, {{"town", std::string(4'000, 'x')}});
  {
    const FullDisk full(kFull);
    EXPECT_EQ(export_to(stick_.path()), 1);
  }
  EXPECT_THAT(words_, HasSubstr("Check the free space"));
  EXPECT_EQ(stick_.read("survey.csv"), before);
  EXPECT_THAT(files(), ElementsAre("survey.codebook.csv", "survey.csv", "survey.jsonl", "survey.odk.zip",
                                   "survey.xlsx"))
      << "nothing half written, and no digests of other files";
}

}  // namespace
}  // namespace tertulia
