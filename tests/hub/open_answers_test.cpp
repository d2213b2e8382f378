// SPDX-License-Identifier: Apache-2.0
// `tertulia-hub open-answers` as people call it, with the sticks of several devices.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include "drivers/sealing/opening_key.h"
#include "drivers/sealing/sealed_file.h"
#include "firmware/files/replace_file.h"
#include "tests/support/program.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::hub {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class open_answers_program : public testing::Test {
 protected:
  open_answers_program() {
    EXPECT_TRUE(create_private_file(folder_ / "contacts.key", key_.text("").value() + "\n").ok());
    std::filesystem::create_directory(folder_ / "office");
  }
  std::string sealed(const std::string& name, const std::string& content) {
    const auto plain = folder_.write("plain", content);
    std::filesystem::create_directories((folder_ / name).parent_path());
    EXPECT_TRUE(seal_file(key_.public_key(), plain, folder_ / name).ok());
    return folder_.file(name);
  }
  // The exit code; what it says is in words_.
  int open(std::vector<std::string> files, const std::string& to = "office") {
    std::vector<std::string> words = {TERTULIA_HUB_PROGRAM, "open-answers"};
    words.insert(words.end(), files.begin(), files.end());
    words.insert(words.end(), {"--key", folder_.file("contacts.key"), "--to", folder_.file(to)});
    std::filesystem::remove(folder_ / "words");
    Program program(std::move(words), folder_ / "words");
    const int code = program.wait();
    words_ = folder_.read("words");
    return code;
  }

  ScratchFolder folder_;
  OpeningKey key_ = OpeningKey::random().value();
  std::string words_;
};

TEST_F(open_answers_program, writes_each_file_under_its_name) {
  EXPECT_EQ(open({sealed("one/pulse.csv.sealed", "A"), sealed("one/pulse.jsonl.sealed", "B")}), 0) << words_;
  EXPECT_EQ(folder_.read("office/pulse.csv"), "A");
  EXPECT_EQ(folder_.read("office/pulse.jsonl"), "B");
}

TEST_F(open_answers_program, keeps_the_files_of_two_devices_apart_and_opens_the_others) {
  const std::string second = sealed("two/pulse.csv.sealed", "of the second");
  EXPECT_NE(
      open({sealed("one/pulse.csv.sealed", "of the first"), second, sealed("two/end.csv.sealed", "end")}), 0);
  EXPECT_THAT(words_,
              AllOf(HasSubstr(second), HasSubstr(folder_.file("office/pulse.csv") + " is there already"),
                    HasSubstr("another folder for the files of each device")));
  EXPECT_EQ(folder_.read("office/pulse.csv"), "of the first");
  EXPECT_EQ(folder_.read("office/end.csv"), "end");
}

TEST_F(open_answers_program, replaces_nothing_that_was_there) {
  folder_.write("office/pulse.csv", "with notes of the team");
  EXPECT_NE(open({sealed("one/pulse.csv.sealed", "A")}), 0);
  EXPECT_EQ(folder_.read("office/pulse.csv"), "with notes of the team");
}

TEST_F(open_answers_program, waits_for_no_pipe_and_opens_the_others) {
  const std::string pipe = folder_.file("pulse.csv.sealed");
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_NE(open({pipe, sealed("one/end.csv.sealed", "end")}), 0);
  EXPECT_THAT(words_, HasSubstr(pipe + ": is not a file"));
  EXPECT_EQ(folder_.read("office/end.csv"), "end");
}

TEST_F(open_answers_program, takes_only_names_that_say_what_is_sealed) {
  const std::string bare = sealed("one/.sealed", "A");
  const std::string plain = sealed("office/pulse.csv", "B");
  const std::string before = folder_.read("office/pulse.csv");
  EXPECT_NE(open({bare, plain, sealed("one/end.csv.sealed", "end")}), 0);
  EXPECT_THAT(words_, AllOf(HasSubstr(bare + " is not opened"), HasSubstr(plain + " is not opened"),
                            HasSubstr("names are like pulse.csv.sealed")));
  EXPECT_EQ(folder_.read("office/pulse.csv"), before);
  EXPECT_EQ(folder_.read("office/end.csv"), "end");
}

}  // namespace
}  // namespace tertulia::hub
