// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/zip_archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/formats/workbooks.h"

namespace tertulia::formats {
namespace {

using testing::HasSubstr;

TEST(zip_archive, members_are_read_by_name) {
  const auto files = read_zip(zipped({{"a.txt", "one"}, {"b/c.txt", std::string(100000, 'x')}}));
  ASSERT_TRUE(files.ok()) << files.error().message;
  EXPECT_EQ(files.value().at("a.txt"), "one");
  EXPECT_EQ(files.value().at("b/c.txt").size(), 100000U);
}

TEST(zip_archive, a_bomb_is_refused_by_its_ratio) {
  const auto files = read_zip(zipped({{"bomb", std::string(8U << 20U, '\0')}}));
  ASSERT_FALSE(files.ok());
  EXPECT_THAT(files.error().message, HasSubstr("unpacks to more than is allowed"));
}

TEST(zip_archive, all_members_together_are_bounded) {
  const ZipLimits limits{1000, 200, 10};
  EXPECT_TRUE(read_zip(zipped({{"a", std::string(900, 'a')}}), limits).ok());
  EXPECT_FALSE(read_zip(zipped({{"a", std::string(900, 'a')}, {"b", std::string(200, 'b')}}), limits).ok());
}

TEST(zip_archive, too_many_members_are_refused) {
  EXPECT_FALSE(read_zip(zipped({{"a", ""}, {"b", ""}, {"c", ""}}), ZipLimits{1000, 200, 2}).ok());
}

TEST(zip_archive, a_path_that_leaves_the_archive_is_refused) {
  for (const char* name : {"../evil", "/etc/evil", "a/../../evil", "a\\evil"})
    EXPECT_FALSE(read_zip(zipped({{name, "x"}})).ok()) << name;
  EXPECT_TRUE(is_safe_path("forms/formulário.csv"));
}

TEST(zip_archive, a_damaged_archive_is_an_error_sentence) {
  std::string bytes = zipped({{"a.txt", std::string(500, 'x') + "yz"}});
  bytes[45] = static_cast<char>(bytes[45] ^ 0x55);
  EXPECT_FALSE(read_zip(bytes).ok());
  EXPECT_FALSE(read_zip(bytes.substr(0, 60)).ok());
  EXPECT_FALSE(read_zip("").ok());
}

}  // namespace
}  // namespace tertulia::formats
