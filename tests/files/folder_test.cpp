// SPDX-License-Identifier: Apache-2.0
// What lies beneath a folder that others wrote leads out of it by no way, with the kernel's help and without.
#include "firmware/files/folder.h"

#include <cerrno>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "firmware/files/file_pieces.h"
#include "firmware/files/read_file.h"
#include "tests/support/scratch_folder.h"

namespace tertulia {
namespace {

namespace fs = std::filesystem;

struct beneath_a_folder : testing::TestWithParam<Lookup> {
  ScratchFolder scratch;
  fs::path stick = (scratch.write("stick/forms/pulse.csv", "good"), scratch / "stick");
  fs::path secret = scratch.write("store.db", "answers");

  // 0: it could be opened.
  [[nodiscard]] int reason(const fs::path& name, int flags = O_RDONLY | O_NONBLOCK) const {
    errno = 0;
    const OpenFolder folder = OpenFolder::open(stick);
    const Descriptor file = folder.open_beneath(name, flags, 0600, GetParam());
    return file.is_open() ? 0 : errno;
  }
};

TEST_P(beneath_a_folder, its_own_files_are_opened) {
  EXPECT_EQ(reason("forms/pulse.csv"), 0);
  EXPECT_EQ(reason("forms"), 0);
  EXPECT_EQ(reason("gone"), ENOENT);
  EXPECT_EQ(reason("forms/new", O_WRONLY | O_CREAT | O_EXCL), 0);
  EXPECT_EQ(reason("forms/new", O_WRONLY | O_CREAT | O_EXCL), EEXIST);
}

TEST_P(beneath_a_folder, a_link_is_not_followed_wherever_it_stands) {
  fs::create_symlink(secret, stick / "a.csv");
  fs::create_directory_symlink(scratch.path(), stick / "up");
  fs::create_symlink("forms/pulse.csv", stick / "inside.csv");
  for (const char* name : {"a.csv", "up/store.db", "inside.csv"}) EXPECT_EQ(reason(name), ELOOP) << name;
  EXPECT_EQ(reason("a.csv", O_WRONLY | O_TRUNC), ELOOP);
  EXPECT_EQ(scratch.read("store.db"), "answers");
}

TEST_P(beneath_a_folder, nothing_leads_out_of_it) {
  for (const char* name : {"../store.db", "forms/../../store.db", "/etc/hostname"})
    EXPECT_EQ(reason(name), EXDEV) << name;
}

TEST_P(beneath_a_folder, nothing_crosses_to_another_file_system) {
  stick = "/";
  EXPECT_EQ(reason("proc/version"), EXDEV);
}

INSTANTIATE_TEST_SUITE_P(both, beneath_a_folder, testing::Values(Lookup::kByKernel, Lookup::kByHand));

struct a_file_of_others : testing::Test {
  ScratchFolder scratch;

  [[nodiscard]] std::string refusal(const std::string& name) const {
    const auto read = read_file(scratch / name, {.links = Links::kRefused});
    const auto pieces = FilePieces::open(scratch / name, Links::kRefused);
    EXPECT_EQ(read.ok(), pieces.ok());
    return read.ok() ? "" : read.error().message;
  }
};

TEST_F(a_file_of_others, is_read) {
  scratch.write("a", "text");
  EXPECT_EQ(read_file(scratch / "a", {.links = Links::kRefused}).value(), "text");
  EXPECT_EQ(FilePieces::open(scratch / "a", Links::kRefused).value().next(9).value(), "text");
}

TEST_F(a_file_of_others, is_no_link_and_that_is_said) {
  scratch.write("store.db", "answers");
  fs::create_symlink(scratch / "store.db", scratch / "a");
  EXPECT_NE(refusal("a").find("put the file itself in its place"), std::string::npos);
}

// Who opened it and waited would wait for ever.
TEST_F(a_file_of_others, is_no_pipe_and_nobody_waits_for_it) {
  ASSERT_EQ(mkfifo((scratch / "a").c_str(), 0600), 0);
  EXPECT_NE(refusal("a").find("is not a file"), std::string::npos);
}

TEST_F(a_file_of_others, is_no_folder_and_no_device) {
  fs::create_directory(scratch / "a");
  EXPECT_NE(refusal("a").find("is not a file"), std::string::npos);
  EXPECT_FALSE(read_file("/dev/zero", {.links = Links::kRefused}).ok());
}

}  // namespace
}  // namespace tertulia
