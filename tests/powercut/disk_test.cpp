// SPDX-License-Identifier: Apache-2.0
// What may be left of a folder after a power cut, and what must be.
#include "tests/powercut/disk.h"

#include <set>

#include <gtest/gtest.h>

namespace tertulia::powercut {
namespace {

using operation::Create;
using operation::Remove;
using operation::Rename;
using operation::Resize;
using operation::Sync;
using operation::SyncFolder;
using operation::Write;

class a_disk : public testing::Test {
 protected:
  Disk disk_{{{"a", "old"}}};

  void apply(std::initializer_list<Operation> operations) {
    for (const Operation& operation : operations) disk_.apply(operation);
  }
  // Every image that 400 cuts leave; with few pieces, all that there are.
  [[nodiscard]] std::set<Image> left() const {
    std::set<Image> images;
    for (std::uint64_t visit = 0; visit < 400; ++visit) {
      Luck luck(visit, visit);
      images.insert(disk_.after_cut(luck));
    }
    return images;
  }
};

TEST_F(a_disk, keeps_what_was_on_it) { EXPECT_EQ(left(), (std::set<Image>{{{"a", "old"}}})); }

TEST_F(a_disk, may_lose_what_was_not_synced) {
  apply({Write{0, 0, "new"}});
  EXPECT_EQ(left(), (std::set<Image>{{{"a", "old"}}, {{"a", "new"}}}));
}

TEST_F(a_disk, keeps_what_was_synced) {
  apply({Write{0, 0, "new"}, Sync{0}});
  EXPECT_EQ(left(), (std::set<Image>{{{"a", "new"}}}));
}

TEST_F(a_disk, does_not_sync_one_file_with_another) {
  apply({Create{"b", 1}, SyncFolder{}, Write{0, 0, "new"}, Write{1, 0, "x"}, Sync{1}});
  EXPECT_TRUE(left().contains({{"a", "old"}, {"b", "x"}}));
}

TEST_F(a_disk, may_bring_a_later_write_and_lose_an_earlier_one) {
  apply({Write{0, 0, "n"}, Write{0, 2, "w"}});
  EXPECT_EQ(left(), (std::set<Image>{{{"a", "old"}}, {{"a", "nld"}}, {{"a", "olw"}}, {{"a", "nlw"}}}));
}

TEST_F(a_disk, tears_a_write_between_sectors_and_never_within_one) {
  disk_ = Disk({{"a", std::string(1024, 'o')}});
  apply({Write{0, 0, std::string(1024, 'n')}});
  const auto images = left();
  EXPECT_TRUE(images.contains({{"a", std::string(512, 'n') + std::string(512, 'o')}}));
  EXPECT_TRUE(images.contains({{"a", std::string(512, 'o') + std::string(512, 'n')}}));
  EXPECT_EQ(images.size(), 4U);
}

TEST_F(a_disk, may_have_grown_without_the_data) {
  apply({Write{0, 3, "er"}});
  EXPECT_TRUE(left().contains({{"a", std::string("old\0\0", 5)}}));
}

TEST_F(a_disk, may_not_have_cut_a_file_short) {
  apply({Resize{0, 0}});
  EXPECT_EQ(left(), (std::set<Image>{{{"a", "old"}}, {{"a", ""}}}));
}

TEST_F(a_disk, may_forget_a_name_that_was_not_synced_although_its_file_was) {
  apply({Create{"b", 1}, Write{1, 0, "x"}, Sync{1}});
  EXPECT_EQ(left(), (std::set<Image>{{{"a", "old"}}, {{"a", "old"}, {"b", "x"}}}));
}

TEST_F(a_disk, may_rename_to_something_empty_when_the_content_was_not_synced) {
  apply({Create{"b", 1}, Write{1, 0, "x"}, Rename{"b", "a", 1}});
  EXPECT_TRUE(left().contains({{"a", ""}}));
}

TEST_F(a_disk, replaces_whole_when_content_and_then_name_are_synced) {
  apply({Create{"b", 1}, Write{1, 0, "x"}, Sync{1}, Rename{"b", "a", 1}, SyncFolder{}});
  EXPECT_EQ(left(), (std::set<Image>{{{"a", "x"}}}));
}

TEST_F(a_disk, may_do_names_in_another_order) {
  apply({Create{"b", 1}, SyncFolder{}, Remove{"a"}, Remove{"b"}});
  EXPECT_EQ(left().size(), 4U);
}

}  // namespace
}  // namespace tertulia::powercut
