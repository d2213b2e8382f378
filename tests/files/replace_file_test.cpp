// SPDX-License-Identifier: Apache-2.0
#include "firmware/files/replace_file.h"

#include <fstream>
#include <optional>
#include <set>

#include <gtest/gtest.h>

#include "firmware/files/appearance.h"
#include "tests/support/scratch_folder.h"

namespace tertulia {
namespace {

namespace fs = std::filesystem;

struct files : testing::Test {
  ScratchFolder folder;

  // The one that lies in the folder.
  [[nodiscard]] fs::path draft() const {
    for (const auto& entry : fs::directory_iterator(folder.path()))
      if (entry.path().extension() == ".new") return entry.path();
    return {};
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
  EXPECT_EQ(folder.read("a"), std::string(300000, 'x'));
  EXPECT_EQ(folder.size(), 1U);
}

TEST_F(files, a_link_that_lies_in_the_way_is_replaced_and_what_it_leads_to_stays) {
  folder.write("store.db", "answers");
  for (const char* name : {"a", "a.new", "a.tmp"}) fs::create_symlink(folder / "store.db", folder / name);
  ASSERT_TRUE(replace_file(folder / "a", "text").ok());
  EXPECT_EQ(folder.read("store.db"), "answers");
  EXPECT_EQ(folder.read("a"), "text");
  EXPECT_FALSE(fs::is_symlink(folder / "a"));
}

TEST_F(files, what_a_power_cut_left_of_a_draft_goes_with_the_next_writer_of_that_file) {
  {
    auto cut = FileReplacement::begin(folder / "a");
    ASSERT_TRUE(cut.value().append("half").ok());
    fs::copy_file(draft(), folder / (draft().stem().string() + "0.new"));  // as after a power cut
  }
  ASSERT_EQ(folder.size(), 1U);
  ASSERT_TRUE(replace_file(folder / "b", "another file").ok());
  EXPECT_EQ(folder.size(), 2U);
  ASSERT_TRUE(replace_file(folder / "a", "whole").ok());
  EXPECT_EQ(folder.read("a"), "whole");
  EXPECT_EQ(folder.size(), 2U);
}

TEST_F(files, the_name_of_a_draft_cannot_be_known_before) {
  std::set<fs::path> names;
  for (int i = 0; i < 20; ++i) {
    const auto replacement = FileReplacement::begin(folder / "a");
    names.insert(draft());
  }
  EXPECT_EQ(names.size(), 20U);
}

// Somebody exchanges the folder for a link while the file is written.
TEST_F(files, a_folder_that_becomes_a_link_meanwhile_leads_nowhere) {
  fs::create_directory(folder / "stick");
  folder.write("own/a", "ours");
  auto replacement = FileReplacement::begin(folder / "stick" / "a");
  ASSERT_TRUE(replacement.value().append("exported").ok());
  fs::rename(folder / "stick", folder / "moved");
  fs::create_directory_symlink(folder / "own", folder / "stick");
  ASSERT_TRUE(replacement.value().commit().ok());
  EXPECT_EQ(folder.read("own/a"), "ours");
  EXPECT_EQ(folder.read("moved/a"), "exported");
}

TEST_F(files, a_folder_that_a_person_named_may_be_reached_by_a_link) {
  fs::create_directory(folder / "disk");
  fs::create_directory_symlink(folder / "disk", folder / "stick");
  ASSERT_TRUE(replace_file(folder / "stick" / "a", "text").ok());
  EXPECT_EQ(folder.read("disk/a"), "text");
}

TEST_F(files, a_library_that_opens_by_name_writes_into_the_draft_and_nowhere_else) {
  auto replacement = FileReplacement::begin(folder / "a");
  std::ofstream(replacement.value().draft()) << "by name";
  EXPECT_TRUE(fs::equivalent(replacement.value().folder(), folder.path()));
  ASSERT_TRUE(replacement.value().commit().ok());
  EXPECT_EQ(folder.read("a"), "by name");
  EXPECT_EQ(folder.size(), 1U);
}

TEST_F(files, of_the_longest_name_can_be_replaced) {
  const std::string name(255, 'n');
  ASSERT_TRUE(replace_file(folder / name, "text").ok());
  EXPECT_EQ(folder.read(name), "text");
}

TEST_F(files, a_private_file_is_made_at_no_link) {
  folder.write("store.db", "answers");
  fs::create_symlink(folder / "nothing.yet", folder / "key");
  EXPECT_FALSE(create_private_file(folder / "key", "mine").ok());
  EXPECT_FALSE(fs::exists(folder / "nothing.yet"));
}

TEST_F(files, of_two_writers_of_one_file_the_later_one_wins_and_the_earlier_one_says_so) {
  auto earlier = FileReplacement::begin(folder / "a");
  ASSERT_TRUE(earlier.value().append("of the earlier").ok());
  ASSERT_TRUE(replace_file(folder / "a", "of the later").ok());
  const Outcome outcome = earlier.value().commit();
  ASSERT_FALSE(outcome.ok());
  EXPECT_NE(outcome.error().message.find("Try again"), std::string::npos);
  EXPECT_EQ(folder.read("a"), "of the later");
}

TEST_F(files, a_writer_that_gives_up_leaves_the_draft_of_another_one) {
  auto earlier = std::make_optional(FileReplacement::begin(folder / "a"));
  auto later = FileReplacement::begin(folder / "a");
  ASSERT_TRUE(later.value().append("of the later").ok());
  EXPECT_FALSE(earlier->value().commit().ok());
  earlier.reset();
  ASSERT_TRUE(later.value().commit().ok());
  EXPECT_EQ(folder.read("a"), "of the later");
  EXPECT_EQ(folder.size(), 1U);
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

TEST_F(files, a_replacement_that_is_given_up_leaves_the_old_file_and_nothing_beside_it) {
  folder.write("a", "old");
  {
    auto replacement = FileReplacement::begin(folder / "a");
    ASSERT_TRUE(replacement.ok());
    ASSERT_TRUE(replacement.value().append("half of the new").ok());
  }
  EXPECT_EQ(folder.read("a"), "old");
  EXPECT_EQ(folder.size(), 1U);
}

TEST_F(files, a_file_written_in_pieces_has_all_of_them_once_it_is_committed) {
  auto replacement = FileReplacement::begin(folder / "a", Readers::kEverybody);
  ASSERT_TRUE(replacement.ok());
  ASSERT_TRUE(replacement.value().append("first, ").ok());
  ASSERT_TRUE(replacement.value().append("second").ok());
  EXPECT_FALSE(fs::exists(folder / "a"));
  ASSERT_TRUE(replacement.value().commit().ok());
  EXPECT_EQ(folder.read("a"), "first, second");
}

TEST_F(files, a_private_file_never_replaces_one_that_is_there) {
  ASSERT_TRUE(create_private_file(folder / "key", "mine").ok());
  EXPECT_EQ(fs::status(folder / "key").permissions(), fs::perms::owner_read | fs::perms::owner_write);
  const Outcome again = create_private_file(folder / "key", "another");
  ASSERT_FALSE(again.ok());
  EXPECT_NE(again.error().message.find("Move the old one away"), std::string::npos);
  EXPECT_EQ(folder.read("key"), "mine");
}

TEST_F(files, an_untouched_pack_looks_the_same) {
  folder.write("pack/visit.toml", "title");
  EXPECT_FALSE(shows([] {}));
}

TEST_F(files, another_content_of_the_same_length_and_time_shows) {
  const fs::path file = folder.write("pack/forms/pulse.csv", "good");
  const auto time = fs::last_write_time(file);
  EXPECT_TRUE(shows([&] {
    folder.write("pack/forms/pulse.csv", "evil");
    fs::last_write_time(file, time);
  }));
}

TEST_F(files, a_new_a_lost_and_a_renamed_file_show) {
  EXPECT_TRUE(shows([&] { folder.write("pack/a", "1"); }));
  EXPECT_TRUE(shows([&] { fs::rename(folder / "pack" / "a", folder / "pack" / "b"); }));
  EXPECT_TRUE(shows([&] { fs::remove(folder / "pack" / "b"); }));
}

TEST_F(files, what_is_not_there_has_no_appearance) { EXPECT_EQ(appearance_of(folder / "nothing"), ""); }

}  // namespace
}  // namespace tertulia
