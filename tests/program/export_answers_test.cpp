// SPDX-License-Identifier: Apache-2.0
// The answers of a real store, written by the real keeper's store, in the files that people take home.
#include "firmware/program/export_answers.h"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include "drivers/sealing/open_sealed_file.h"
#include "firmware/domain/digest.h"
#include "firmware/program/export_folder.h"
#include "tests/drivers/sqlite/samples.h"
#include "tests/formats/answers_export/reading.h"
#include "tests/formats/answers_export/survey.h"
#include "tests/support/full_disk.h"

namespace tertulia {
namespace {

using formats::Record;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class exported_answers : public testing::Test {
 protected:
  exported_answers() {
    configuration_.store.path = folder_.file();
    options_.folder = target_.path();
    options_.drafts = memory_.path();
    pack_.questionnaires = {formats::second_version()};
    rules_.packs = {pack_};
  }
  void close(std::uint8_t number, Answers answers, SubmissionState state = SubmissionState::kSubmitted) {
    Submission one = submission(number);
    one.form = "survey";
    one.form_hash = pack_.questionnaires.front().hash;
    one.answers = std::move(answers);
    one.state = state;
    const auto closed = store_.close_submission(one, at_tap());
    ASSERT_TRUE(closed.ok()) << closed.error().message;
  }
  std::string write() {
    const auto words = export_answers(options_, configuration_, rules_);
    EXPECT_TRUE(words.ok()) << (words.ok() ? "" : words.error().message);
    return words.ok() ? words.value() : "";
  }
  // Of a sealed export that must fail.
  std::string sealed_problem() {
    rules_.key = OpeningKey::random().value().public_key();
    options_.sealed = true;
    const std::size_t before = folder_.size();
    const auto words = export_answers(options_, configuration_, rules_);
    EXPECT_FALSE(words.ok());
    EXPECT_EQ(folder_.size(), before) << "beside the store";
    return words.ok() ? "" : words.error().message;
  }
  std::vector<Record> table() { return formats::records_in_csv(target_.read("survey.csv")); }

  Folder folder_;
  ScratchFolder target_;
  ScratchFolder memory_;
  FakeDevice device_;
  SqliteStore::Opened opened_ = open(folder_.file(), device_);
  Store& store_ = *opened_.store;
  formats::Configuration configuration_;
  ExportAnswersOptions options_;
  VisitPack pack_;
  ExportRules rules_;
};

TEST_F(exported_answers, of_an_empty_device_are_said_in_words) {
  EXPECT_EQ(write(), "There are no answers.\n");
}

TEST_F(exported_answers, lie_in_the_order_of_their_random_ids_and_say_no_time_and_no_device) {
  for (const int number : {9, 3, 7, 1, 5})
    close(static_cast<std::uint8_t>(number), {{"age", std::int64_t{number}}});
  const std::string words = write();
  EXPECT_THAT(words, HasSubstr("survey: 5 answers."));
  std::vector<std::string> ages;
  for (const Record& row : table()) {
    ages.push_back(row.at("age"));
    EXPECT_EQ(row.at("_submission_time"), to_rfc3339(kSessionLabel));
    EXPECT_EQ(row.at("_session"), "opening");
  }
  EXPECT_EQ(ages, (std::vector<std::string>{"1", "3", "5", "7", "9"}));
  for (const auto& file : std::filesystem::directory_iterator(target_.path())) {
    const std::string bytes = target_.read(file.path().filename());
    EXPECT_THAT(bytes, Not(HasSubstr("device-1"))) << file.path();
    EXPECT_THAT(bytes, Not(HasSubstr("14:30"))) << file.path();
    EXPECT_EQ(file.status().permissions() & std::filesystem::perms::all,
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)
        << file.path();
  }
}

TEST_F(exported_answers, that_are_sealed_show_nothing_on_the_stick_and_leave_nothing_on_the_device) {
  const OpeningKey key = OpeningKey::random().value();
  rules_.key = key.public_key();
  options_.sealed = true;
  close(1, {{"called[1]", "Canary"}});
  EXPECT_THAT(write(), HasSubstr("survey.csv.sealed"));
  for (const auto& file : std::filesystem::directory_iterator(target_.path())) {
    if (file.path().filename() == "tertulia-answers.sha256" || file.path().filename() == kExportMark)
      continue;
    EXPECT_EQ(file.path().extension(), ".sealed");
    EXPECT_THAT(target_.read(file.path().filename()), Not(HasSubstr("Canary"))) << file.path();
  }
  EXPECT_EQ(memory_.size(), 0U);
  const std::string opened = target_.file("opened.jsonl");
  ASSERT_TRUE(open_sealed_file(key, target_.file("survey.jsonl.sealed"), opened).ok());
  EXPECT_THAT(target_.read("opened.jsonl"), HasSubstr("Canary"));
}

TEST_F(exported_answers, are_sealed_to_the_key_of_the_newest_pack_only) {
  options_.sealed = true;
  close(1, {{"age", std::int64_t{4}}});
  const auto refused = export_answers(options_, configuration_, rules_);
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().message, HasSubstr("tertulia-hub make-contact-key"));
  EXPECT_EQ(target_.size(), 0U);
  pack_.visit.privacy.contact_key = OpeningKey::random().value().public_key().text();
  EXPECT_TRUE(rules_of({pack_}, configuration_).key);
  EXPECT_FALSE(rules_of({pack_, VisitPack{}}, configuration_).key);
}

TEST_F(exported_answers, that_are_sealed_are_made_in_memory_and_never_beside_the_store) {
  EXPECT_EQ(ExportAnswersOptions().drafts, "/dev/shm");
  close(1, {{"age", std::int64_t{4}}});
  options_.drafts = memory_.file("none");
  EXPECT_THAT(sealed_problem(),
              AllOf(HasSubstr(memory_.file("none")), HasSubstr("Mount a tmpfs there, with mode 1777.")));
  EXPECT_EQ(target_.size(), 0U);
}

TEST_F(exported_answers, that_do_not_fit_into_memory_say_what_to_do) {
  for (std::uint8_t number = 1; number < 60; ++number) close(number, {{"town", std::string(4'000, 'x')}});
  const FullDisk full(64U << 10U);
  EXPECT_THAT(sealed_problem(), AllOf(HasSubstr("there is not enough of it"), HasSubstr("--format csv")));
  EXPECT_EQ(target_.size(), 1U) << "the mark of this device";
  EXPECT_EQ(memory_.size(), 0U);
}

TEST_F(exported_answers, that_are_sealed_lie_in_no_folder_that_somebody_else_made) {
  const std::string own = "tertulia-export-" + std::to_string(getpid());
  std::filesystem::create_directory(memory_ / own);
  EXPECT_EQ(sealed_problem(), memory_.file(own) + " is in the way: remove it.");
  EXPECT_TRUE(std::filesystem::exists(memory_ / own));
}

TEST_F(exported_answers, what_an_export_left_that_was_ended_half_way_goes_with_the_next_one) {
  const pid_t gone = fork();
  if (gone == 0) _exit(0);
  waitpid(gone, nullptr, 0);
  memory_.write("tertulia-export-" + std::to_string(gone) + "/survey.csv", "half");
  const std::string running = "tertulia-export-" + std::to_string(getppid()) + "/survey.csv";
  for (const std::string& other : {running, std::string("tertulia-export-mine/survey.csv")})
    memory_.write(other, "of another one");
  const std::string result = folder_.file() + ".export";
  std::filesystem::create_directory(result);
  close(1, {{"age", std::int64_t{4}}});
  write();
  EXPECT_EQ(memory_.size(), 2U);
  EXPECT_EQ(memory_.read(running), "of another one");
  EXPECT_TRUE(std::filesystem::exists(result)) << "it is not of this program";
}

TEST_F(exported_answers, have_digests_of_all_files) {
  close(1, {{"age", std::int64_t{4}}, {"called[1]", "Ana"}});
  write();
  std::istringstream lines(target_.read("tertulia-answers.sha256"));
  std::string digest;
  std::string name;
  std::size_t files = 0;
  for (; lines >> digest >> name; ++files) EXPECT_EQ(sha256_hex(target_.read(name)), digest) << name;
  EXPECT_EQ(files + 2, target_.size()) << "without the digests and the mark of this device";
}

TEST_F(exported_answers, take_the_place_of_those_that_this_device_exported_before) {
  close(1, {{"age", std::int64_t{4}}});
  write();
  close(2, {{"age", std::int64_t{5}}});
  write();
  EXPECT_EQ(table().size(), 2U);
}

TEST_F(exported_answers, never_take_the_place_of_those_of_another_device) {
  close(1, {{"age", std::int64_t{4}}});
  write();
  const std::string digests = target_.read("tertulia-answers.sha256");
  Folder other;
  FakeDevice device;
  (void)device.random_bytes();  // or it would have the randomness of the first
  SqliteStore::Opened opened = open(other.file(), device);
  configuration_.store.path = other.file();
  EXPECT_EQ(write(), "There are no answers.\n");
  EXPECT_EQ(target_.read("tertulia-answers.sha256"), digests);
  Submission one = submission(9);
  one.form = "survey";
  one.state = SubmissionState::kSubmitted;
  ASSERT_TRUE(opened.store->close_submission(one, at_tap()).ok());
  const auto words = export_answers(options_, configuration_, rules_);
  ASSERT_FALSE(words.ok());
  EXPECT_THAT(words.error().message,
              HasSubstr("holds the answers of another device. Name a folder of its own"));
  EXPECT_EQ(target_.read("tertulia-answers.sha256"), digests);
  EXPECT_EQ(table().at(0).at("age"), "4");
}

TEST_F(exported_answers, never_take_the_place_of_a_file_that_a_person_put_there) {
  target_.write("survey.xlsx", "the questionnaire");
  close(1, {{"age", std::int64_t{4}}});
  const auto words = export_answers(options_, configuration_, rules_);
  ASSERT_FALSE(words.ok());
  EXPECT_THAT(words.error().message, HasSubstr("survey.xlsx is there already"));
  EXPECT_EQ(target_.read("survey.xlsx"), "the questionnaire");
  EXPECT_EQ(target_.size(), 1U);
}

TEST_F(exported_answers, of_people_who_walked_away_come_only_when_they_are_kept) {
  close(1, {{"age", std::int64_t{4}}});
  close(2, {{"mood", "good"}}, SubmissionState::kAbandoned);
  EXPECT_THAT(write(), HasSubstr("Not among them: 1 answer of people who walked away"));
  EXPECT_EQ(table().size(), 1U);
  rules_ = rules_of({pack_}, configuration_);
  EXPECT_TRUE(rules_.keeps_abandoned) << "as the visit says";
  EXPECT_THAT(write(), HasSubstr("2 answers, 1 of them of people who walked away"));
  EXPECT_EQ(table()[1].at("_status"), "abandoned");
  configuration_.kiosk.abandoned = formats::Abandoned::kDrop;
  EXPECT_FALSE(rules_of({pack_}, configuration_).keeps_abandoned);
  configuration_.kiosk.abandoned = formats::Abandoned::kVisit;
  EXPECT_TRUE(rules_of({}, configuration_).keeps_abandoned) << "as a kiosk without a pack did";
}

TEST_F(exported_answers, come_without_drafts) {
  Submission draft = submission(1);
  draft.form = "survey";
  ASSERT_TRUE(store_.save_draft(draft).ok());
  EXPECT_EQ(write(), "There are no answers.\n");
}

TEST_F(exported_answers, are_those_that_are_not_erased_and_the_others_are_counted) {
  close(1, {{"age", std::int64_t{4}}});
  close(2, {{"age", std::int64_t{5}}});
  ASSERT_TRUE(store_.acknowledge(ack_for(store_, 1), at_tap().now).ok());
  EXPECT_THAT(write(), HasSubstr("survey: 2 answers"));
  Now later = at_tap().now;
  later.boot += std::chrono::hours(50);
  while (store_.purge(later).value()) continue;
  const std::string words = write();
  EXPECT_THAT(words, HasSubstr("survey: 1 answer."));
  EXPECT_THAT(words, HasSubstr("Not among them: 1 answer that the hub has and that are erased here"));
}

TEST_F(exported_answers, with_a_zero_byte_come_out_without_it) {
  close(1, {{"age", std::int64_t{4}}});
  close(2, {{"called[1]", std::string("a\0b", 3)}});
  write();
  EXPECT_THAT(target_.read("survey.jsonl"), HasSubstr("a\uFFFDb"));
}

TEST_F(exported_answers, to_forms_of_no_pack_have_files_of_their_own) {
  submit(store_, 1);  // to visit-day
  close(2, {{"age", std::int64_t{4}}});
  const std::string words = write();
  EXPECT_THAT(words, HasSubstr("visit-day: 1 answer."));
  EXPECT_THAT(words, HasSubstr("to a version of the form that is in no pack"));
  const auto rows = formats::records_in_csv(target_.read("visit-day.csv"));
  EXPECT_EQ(rows.at(0).at("topics"), "budget audit");
  EXPECT_EQ(rows.at(0).at("topics/audit"), "1");
  EXPECT_EQ(rows.at(0).at("score"), "4");
}

TEST_F(exported_answers, to_several_versions_are_united_with_several_packs) {
  VisitPack older = pack_;
  older.questionnaires = {formats::first_version()};
  rules_.packs = {older, pack_};
  close(2, {{"age", std::int64_t{4}}});
  pack_.questionnaires = older.questionnaires;
  close(1, {{"age", "forty"}, {"town", "Faro"}});
  EXPECT_THAT(write(), Not(HasSubstr("in no pack")));
  EXPECT_EQ(table()[0].at("age (text)"), "forty");
  EXPECT_EQ(table()[1].at("age"), "4");
}

TEST_F(exported_answers, are_written_in_the_formats_that_are_asked_for) {
  close(1, {{"age", std::int64_t{4}}});
  options_.format = "jsonl,odk";
  write();
  EXPECT_EQ(target_.size(), 4U) << "with the digests and the mark of this device";
  options_.format = "csv,pdf";
  const auto refused = export_answers(options_, configuration_, rules_);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().message,
            "--format 'pdf': write csv, xlsx, jsonl, odk and codebook with commas between, or all");
}

TEST_F(exported_answers, of_a_device_without_a_store_are_an_error) {
  configuration_.store.path = folder_.file("none.db");
  EXPECT_FALSE(export_answers(options_, configuration_, rules_).ok());
}

}  // namespace
}  // namespace tertulia
