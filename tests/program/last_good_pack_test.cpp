// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/last_good_pack.h"

#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace tertulia {
namespace {

struct kept_pack : testing::Test {
  std::filesystem::path path =
      std::filesystem::path(testing::TempDir()) / ("tertulia-kept-" + std::to_string(getpid()));

  void TearDown() override { std::filesystem::remove(path); }
  void write(const std::string& text) const { std::ofstream(path) << text; }
  [[nodiscard]] bool is_empty() const {
    const LastGoodPack kept = read_last_good_pack(path);
    return kept.seen.empty() && kept.canonical.empty();
  }
};

TEST_F(kept_pack, comes_back_as_it_was_kept) {
  ASSERT_TRUE(write_last_good_pack(path, {"5 a\nb 7\n", "{\"pack\":\n1}"}).ok());
  EXPECT_EQ(read_last_good_pack(path).seen, "5 a\nb 7\n");
  EXPECT_EQ(read_last_good_pack(path).canonical, "{\"pack\":\n1}");
}

TEST_F(kept_pack, is_empty_when_there_is_none) { EXPECT_TRUE(is_empty()); }

TEST_F(kept_pack, is_empty_when_the_file_is_cut_or_not_ours) {
  for (const char* text : {"", "7", "7\nshort", "{\"pack\":1}", "-1\nabc", "99999999999999999999\nabc"}) {
    write(text);
    EXPECT_TRUE(is_empty()) << text;
  }
}

}  // namespace
}  // namespace tertulia
