// SPDX-License-Identifier: Apache-2.0
#include "firmware/files/read_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/scratch_folder.h"

namespace tertulia {
namespace {

struct read_file_of : testing::Test {
  ScratchFolder folder;

  [[nodiscard]] std::string error_of(const std::string& name, const ReadOptions& options = {}) const {
    const auto text = read_file(folder / name, options);
    return text.ok() ? "no error" : text.error().message;
  }
};

TEST_F(read_file_of, a_file_up_to_the_limit_is_whole) {
  const std::string text(50000, 'x');
  folder.write("a", text);
  EXPECT_EQ(read_file(folder / "a", {.most_bytes = 50000}).value(), text);
  EXPECT_EQ(read_file(folder / "a").value(), text);
}

TEST_F(read_file_of, a_larger_file_is_an_error_that_says_the_limit_and_the_cure) {
  folder.write("a", std::string(50001, 'x'));
  const std::string error = error_of("a", {.most_bytes = 50000, .cure = "shorten it"});
  EXPECT_EQ(error, folder.file("a") + ": is larger than 50000 bytes; shorten it");
  EXPECT_NE(error_of("a", {.most_bytes = 0}).find("larger"), std::string::npos);
}

TEST_F(read_file_of, an_empty_file_is_not_a_missing_one) {
  folder.write("a", "");
  EXPECT_EQ(read_file(folder / "a").value(), "");
  EXPECT_NE(error_of("b").find("No such file"), std::string::npos);
}

TEST_F(read_file_of, a_folder_cannot_be_read) {
  EXPECT_FALSE(read_file(folder.path()).ok());
  EXPECT_NE(error_of("", {.privacy = FilePrivacy::kOwnerOnly}).find("is not a file"), std::string::npos);
}

TEST_F(read_file_of, a_private_file_that_others_have_a_right_to_is_an_error) {
  const auto path = folder.write("secret", "x");
  for (const mode_t mode : {mode_t{0640}, mode_t{0604}, mode_t{0610}}) {
    chmod(path.c_str(), mode);
    EXPECT_NE(error_of("secret", {.privacy = FilePrivacy::kOwnerOnly}).find("chmod 600"), std::string::npos)
        << mode;
    EXPECT_TRUE(read_file(path).ok()) << mode;
  }
  chmod(path.c_str(), 0400);
  EXPECT_TRUE(read_file(path, {.privacy = FilePrivacy::kOwnerOnly}).ok());
  EXPECT_FALSE(read_file(path, {.privacy = FilePrivacy::kMode0600}).ok());
}

}  // namespace
}  // namespace tertulia
