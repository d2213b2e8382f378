// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/text/file_bytes.h"

#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace tertulia::formats {
namespace {

struct file_bytes_of : testing::Test {
  std::filesystem::path path =
      std::filesystem::path(testing::TempDir()) / ("tertulia-bytes-" + std::to_string(getpid()));

  void TearDown() override { std::filesystem::remove(path); }
  void write(const std::string& text) const { std::ofstream(path) << text; }
};

TEST_F(file_bytes_of, a_file_up_to_the_bound_is_whole) {
  const std::string text(50000, 'x');
  write(text);
  EXPECT_EQ(file_bytes(path, 50000), text);
  EXPECT_EQ(file_bytes(path, 99999), text);
}

TEST_F(file_bytes_of, a_larger_file_shows_by_one_byte_more) {
  write(std::string(50000, 'x'));
  EXPECT_EQ(file_bytes(path, 49999)->size(), 50000U);
  EXPECT_EQ(file_bytes(path, 0)->size(), 1U);
}

TEST_F(file_bytes_of, an_empty_file_is_not_a_missing_one) {
  write("");
  EXPECT_EQ(file_bytes(path, 10), "");
  std::filesystem::remove(path);
  EXPECT_EQ(file_bytes(path, 10), std::nullopt);
}

TEST_F(file_bytes_of, a_folder_cannot_be_read) {
  EXPECT_EQ(file_bytes(testing::TempDir(), 10), std::nullopt);
}

}  // namespace
}  // namespace tertulia::formats
