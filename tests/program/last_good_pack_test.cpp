// SPDX-License-Identifier: Apache-2.0
#include "firmware/program/last_good_pack.h"

#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"

namespace tertulia {
namespace {

struct last_good_pack : testing::Test {
  ScratchFolder folder;
  std::filesystem::path path = folder / "pack";

  [[nodiscard]] bool is_empty() const {
    const LastGoodPack pack = read_last_good_pack(path);
    return pack.seen.empty() && pack.canonical.empty();
  }
};

TEST_F(last_good_pack, comes_back_as_it_was_written) {
  ASSERT_TRUE(write_last_good_pack(path, {"5 a\nb 7\n", "{\"pack\":\n1}"}).ok());
  EXPECT_EQ(read_last_good_pack(path).seen, "5 a\nb 7\n");
  EXPECT_EQ(read_last_good_pack(path).canonical, "{\"pack\":\n1}");
}

TEST_F(last_good_pack, is_empty_when_there_is_none) { EXPECT_TRUE(is_empty()); }

TEST_F(last_good_pack, is_empty_when_the_file_is_cut_or_not_ours) {
  for (const char* text : {"", "7", "7\nshort", "{\"pack\":1}", "-1\nabc", "99999999999999999999\nabc"}) {
    folder.write("pack", text);
    EXPECT_TRUE(is_empty()) << text;
  }
}

}  // namespace
}  // namespace tertulia
