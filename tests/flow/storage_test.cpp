// SPDX-License-Identifier: Apache-2.0
// A disk that takes nothing more: the person is told the truth, and may try again.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/flow/site.h"
#include "tests/robot/account.h"
#include "tests/robot/visitor.h"

namespace tertulia::flow {
namespace {

constexpr rlim_t kSmall = 64 * 1024;          // less than the journal has already
constexpr std::uint32_t kProblem = 0xBD4A2A;  // the colour of a sentence that says what is wrong

// The journal is longer than kSmall: every further write to it fails.
bool is_journal_long(const Site& site) {
  std::error_code none;
  return std::filesystem::file_size(site.store().string() + "-wal", none) > 2 * kSmall && !none;
}

// A problem stands between Skip and Next.
bool says_a_problem(robot::Glass& glass) {
  const robot::Spot* next = glass.now().find("next");
  if (next == nullptr) return false;
  const robot::Area footer{0, next->top, next->left, next->bottom - next->top};
  const auto pixels = glass.hand().look(footer);
  return std::count(pixels.begin(), pixels.end(), kProblem) > 20;
}

TEST(storage, a_full_disk_thanks_nobody_and_keeps_the_answers_on_the_screen) {
  Site site({"kiosk"});
  site.start_device();
  const auto glass = site.before("kiosk");
  robot::Ledger ledger;
  robot::Visitor visitor(*glass, ledger, 7);
  // No hub yet: its acks would empty the journal that has to grow.
  for (int i = 0; i < 20 && !is_journal_long(site); ++i) {
    visitor.answer("en");
    visitor.leave();
  }
  ASSERT_TRUE(is_journal_long(site)) << site.logs();
  visitor.fill("en");
  site.device().limit_files(kSmall);
  EXPECT_FALSE(says_a_problem(*glass));
  const std::string page = glass->now().names();
  glass->tap("next");
  EXPECT_TRUE(Site::eventually([&] { return says_a_problem(*glass); })) << site.logs();
  EXPECT_EQ(glass->now().names(), page);
  const std::size_t thanked = ledger.thanked().size();
  EXPECT_EQ(site.device_holds().stored.size(), thanked);

  site.device().limit_files(RLIM_INFINITY);
  visitor.send();
  site.start_hub();
  EXPECT_TRUE(site.everything_arrives());
  EXPECT_EQ(site.hub_holds().ids.size(), thanked + 1);
  EXPECT_EQ(robot::judge(ledger, site.hub_holds()).lost, 0U);
}

}  // namespace
}  // namespace tertulia::flow
