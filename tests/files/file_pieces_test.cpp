// SPDX-License-Identifier: Apache-2.0
// Files that are read in pieces.
#include "firmware/files/file_pieces.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/scratch_folder.h"

namespace tertulia {
namespace {

struct file_pieces : testing::Test {
  ScratchFolder folder_;
};

TEST_F(file_pieces, are_as_long_as_asked_for_until_the_file_ends) {
  FilePieces pieces = FilePieces::open(folder_.write("answers.csv", "abcde")).value();
  EXPECT_EQ(pieces.next(3).value(), "abc");
  EXPECT_FALSE(pieces.is_at_end().value());
  EXPECT_EQ(pieces.next(3).value(), "de");
  EXPECT_TRUE(pieces.is_at_end().value());
  EXPECT_EQ(pieces.next(3).value(), "");
}

TEST_F(file_pieces, of_a_file_that_is_not_there_say_why_there_are_none) {
  const auto refused = FilePieces::open(folder_.file("gone.csv"));
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message.find("gone.csv cannot be opened (No such file"), std::string::npos);
}

TEST_F(file_pieces, are_of_files_alone_and_no_pipe_is_waited_for) {
  const std::string pipe = folder_.file("pipe");
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  for (const std::string& path : {pipe, folder_.path().string(), std::string("/dev/null")}) {
    const auto refused = FilePieces::open(path);
    ASSERT_FALSE(refused.ok()) << path;
    EXPECT_EQ(refused.error().message, path + " is not a file");
  }
}

// The file turns into a folder below its descriptor: the first bytes are read, and the next read fails.
TEST_F(file_pieces, a_disk_that_fails_behind_the_first_bytes_is_no_end_of_the_file) {
  constexpr std::size_t kPiece = 64U << 10U;
  const auto path = folder_.write("answers.csv", std::string(2 * kPiece, 'a'));
  const int descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  ::close(descriptor);
  FilePieces pieces = FilePieces::open(path).value();  // takes the lowest number that is free
  EXPECT_EQ(pieces.next(kPiece).value().size(), kPiece);
  const int failing = ::open(folder_.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  ASSERT_EQ(::dup2(failing, descriptor), descriptor);
  const auto is_at_end = pieces.is_at_end();
  ::close(failing);
  ASSERT_FALSE(is_at_end.ok());
  EXPECT_NE(is_at_end.error().message.find("answers.csv cannot be read"), std::string::npos);
}

}  // namespace
}  // namespace tertulia
