// SPDX-License-Identifier: Apache-2.0
// Files that survive a power cut, and files that are still what they were.
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "drivers/files/appearance.h"
#include "drivers/files/replace_file.h"

namespace tertulia {
namespace {

namespace fs = std::filesystem;

struct files : testing::Test {
  fs::path folder = fs::path(testing::TempDir()) / ("tertulia-files-" + std::to_string(getpid()));

  void SetUp() override { fs::create_directories(folder / "pack" / "forms"); }
  void TearDown() override { fs::remove_all(folder); }

  static void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }
  static std::string read(const fs::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  // The pack looks different after `change`.
  template <class Change>
  [[nodiscard]] bool shows(Change change) const {
    const std::string before = appearance_of(folder / "pack");
    change();
    return appearance_of(folder / "pack") != before;
  }
};

TEST_F(files, a_replaced_file_has_the_new_content_and_nothing_lies_beside_it) {
  ASSERT_TRUE(replace_file(folder / "a", "first").ok());
  ASSERT_TRUE(replace_file(folder / "a", std::string(300000, 'x')).ok());
  EXPECT_EQ(read(folder / "a"), std::string(300000, 'x'));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 2);  // it and the pack
}

TEST_F(files, only_the_owner_may_read_a_replaced_file) {
  ASSERT_TRUE(replace_file(folder / "a", "secret").ok());
  EXPECT_EQ(fs::status(folder / "a").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(files, a_file_that_cannot_be_written_is_named_and_stays) {
  const Outcome outcome = replace_file(folder / "nowhere" / "a", "text");
  ASSERT_FALSE(outcome.ok());
  EXPECT_NE(outcome.error().message.find("nowhere/a"), std::string::npos);
}

TEST_F(files, an_untouched_pack_looks_the_same) {
  write(folder / "pack" / "visit.toml", "title");
  EXPECT_FALSE(shows([] {}));
}

TEST_F(files, another_content_of_the_same_length_and_time_shows) {
  const fs::path file = folder / "pack" / "forms" / "pulse.csv";
  write(file, "good");
  const auto time = fs::last_write_time(file);
  EXPECT_TRUE(shows([&] {
    write(file, "evil");
    fs::last_write_time(file, time);
  }));
}

TEST_F(files, a_new_a_lost_and_a_renamed_file_show) {
  EXPECT_TRUE(shows([&] { write(folder / "pack" / "a", "1"); }));
  EXPECT_TRUE(shows([&] { fs::rename(folder / "pack" / "a", folder / "pack" / "b"); }));
  EXPECT_TRUE(shows([&] { fs::remove(folder / "pack" / "b"); }));
}

TEST_F(files, what_is_not_there_has_no_appearance) { EXPECT_EQ(appearance_of(folder / "nothing"), ""); }

}  // namespace
}  // namespace tertulia
