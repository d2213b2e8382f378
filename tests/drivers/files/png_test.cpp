// SPDX-License-Identifier: Apache-2.0
#include "drivers/files/png.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/support/read_png.h"
#include "tests/support/scratch_folder.h"

namespace tertulia {
namespace {

struct png : testing::Test {
  ScratchFolder folder;

  static Screenshot colours() {
    Screenshot picture{{17, 5}, {}};
    for (std::uint32_t i = 0; i < 17 * 5; ++i) picture.pixels.push_back(0xff000000 | i * 0x031507);
    return picture;
  }
};

TEST_F(png, a_picture_comes_back_as_it_was_written) {
  ASSERT_TRUE(write_png(folder / "a.png", colours().view()).ok());
  const auto read = read_png(folder / "a.png");
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_TRUE(read.value() == colours());
}

TEST_F(png, a_new_picture_replaces_the_old_one_and_leaves_nothing_beside_it) {
  const Screenshot red{{2, 2}, std::vector<std::uint32_t>(4, 0xffff0000)};
  ASSERT_TRUE(write_png(folder / "a.png", colours().view()).ok());
  ASSERT_TRUE(write_png(folder / "a.png", red.view()).ok());
  EXPECT_TRUE(read_png(folder / "a.png").value() == red);
  EXPECT_EQ(folder.size(), 1U);
}

TEST_F(png, a_link_that_lies_in_the_way_is_replaced_and_what_it_leads_to_stays) {
  folder.write("store.db", "answers");
  for (const char* name : {"a.png", "a.png.part"})
    std::filesystem::create_symlink(folder / "store.db", folder / name);
  ASSERT_TRUE(write_png(folder / "a.png", colours().view()).ok());
  EXPECT_EQ(folder.read("store.db"), "answers");
  EXPECT_TRUE(read_png(folder / "a.png").ok());
}

TEST_F(png, a_folder_that_is_not_there_is_named) {
  const auto written = write_png(folder / "none" / "a.png", colours().view());
  ASSERT_FALSE(written.ok());
  EXPECT_NE(written.error().message.find("none/a.png"), std::string::npos);
  EXPECT_FALSE(read_png(folder / "none" / "a.png").ok());
}

TEST_F(png, a_picture_cannot_replace_a_folder_and_leaves_nothing_behind) {
  std::filesystem::create_directories(folder / "a.png" / "x");
  EXPECT_FALSE(write_png(folder / "a.png", colours().view()).ok());
  EXPECT_EQ(folder.size(), 1U);
}

TEST_F(png, an_empty_picture_is_an_error_not_a_file) {
  EXPECT_FALSE(write_png(folder / "a.png", PixelView{}).ok());
  EXPECT_EQ(folder.size(), 0U);
}

TEST_F(png, bytes_that_are_no_picture_are_an_error) {
  folder.write("a.png", "not a picture at all");
  const auto read = read_png(folder / "a.png");
  ASSERT_FALSE(read.ok());
  EXPECT_NE(read.error().message.find("a.png"), std::string::npos);
}

TEST_F(png, a_file_that_ends_early_is_an_error) {
  ASSERT_TRUE(write_png(folder / "a.png", colours().view()).ok());
  std::filesystem::resize_file(folder / "a.png", std::filesystem::file_size(folder / "a.png") / 2);
  EXPECT_FALSE(read_png(folder / "a.png").ok());
}

}  // namespace
}  // namespace tertulia
