// SPDX-License-Identifier: Apache-2.0
// Files that only the programme can read.
#include "drivers/sealing/sealed_file.h"

#include <gtest/gtest.h>

#include "drivers/sealing/open_sealed_file.h"
#include "tests/support/scratch_folder.h"

namespace tertulia {
namespace {

class sealed_file : public testing::Test {
 protected:
  std::string sealed(const std::string& content) {
    folder_.write("answers.csv", content);
    EXPECT_TRUE(
        seal_file(key_.public_key(), folder_.file("answers.csv"), folder_.file("answers.csv.sealed")).ok());
    return folder_.read("answers.csv.sealed");
  }
  Result<WrittenFile> open(const OpeningKey& key) {
    return open_sealed_file(key, folder_.file("answers.csv.sealed"), folder_.file("opened.csv"));
  }
  void expect_refused(const std::string& sealed, const std::string& reason) {
    folder_.write("answers.csv.sealed", sealed);
    const auto opened = open(key_);
    ASSERT_FALSE(opened.ok());
    EXPECT_NE(opened.error().message.find(reason), std::string::npos) << opened.error().message;
    EXPECT_FALSE(std::filesystem::exists(folder_.file("opened.csv")));
  }

  ScratchFolder folder_;
  OpeningKey key_ = OpeningKey::random().value();
};

TEST_F(sealed_file, is_opened_as_it_was_whatever_its_length) {
  for (const std::size_t length : {std::size_t{0}, std::size_t{1}, std::size_t{65'535}, std::size_t{65'536},
                                   std::size_t{65'537}, std::size_t{200'000}}) {
    std::string content(length, 'x');
    for (std::size_t i = 0; i < length; i += 7) content[i] = static_cast<char>(i);
    sealed(content);
    const auto opened = open(key_);
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    EXPECT_EQ(folder_.read("opened.csv"), content);
  }
}

TEST_F(sealed_file, shows_nothing_of_what_is_in_it) {
  const std::string canary = "the canary sings about the minister";
  EXPECT_EQ(sealed(canary).find("canary"), std::string::npos);
  EXPECT_NE(sealed(canary), sealed(canary));
}

TEST_F(sealed_file, is_opened_by_its_key_alone) {
  sealed("answers");
  const auto opened = open(OpeningKey::random().value());
  ASSERT_FALSE(opened.ok());
  EXPECT_NE(opened.error().message.find("sealed to another key"), std::string::npos);
}

TEST_F(sealed_file, that_was_changed_cut_or_lengthened_is_refused) {
  const std::string whole = sealed(std::string(150'000, 'a'));
  std::string changed = whole;
  changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
  expect_refused(changed, "damaged or not whole");
  const std::size_t head = 18 + 80 + 24;
  expect_refused(whole.substr(0, head + 65'536 + 17), "damaged or not whole");
  expect_refused(whole.substr(0, head), "damaged or not whole");
  expect_refused(whole.substr(0, 50), "damaged or not whole");
  expect_refused(whole.substr(0, whole.size() - 1), "damaged or not whole");
  expect_refused(whole + "x", "damaged or not whole");
}

TEST_F(sealed_file, is_not_made_of_a_folder) {
  const auto refused = seal_file(key_.public_key(), folder_.path(), folder_.file("answers.csv.sealed"));
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message.find(" is not a file"), std::string::npos);
  EXPECT_EQ(folder_.size(), 0U);
}

TEST_F(sealed_file, that_is_another_file_is_named) {
  expect_refused("id,answer\n1,yes\n", "is no file that `tertulia export-answers --sealed` wrote");
  expect_refused("", "is no file that");
}

}  // namespace
}  // namespace tertulia
