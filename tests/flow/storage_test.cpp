// SPDX-License-Identifier: Apache-2.0
// A disk that takes nothing more: the person is told the truth, and may try again.
#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

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

// A card at the start of the device, and its cure.
struct Trouble {
  std::string name;
  std::vector<std::string> before;          // the words of a program that starts the device on it
  std::function<void(const Site&)> breaks;  // before the start
  std::function<void(Site&)> cures;         // while the device runs
};

// The store lies behind a link, on a card that can be taken out.
void put_behind(const Site& site, const std::filesystem::path& card) {
  std::filesystem::create_symlink(card / "store.db", site.store());
}

class a_card_at_the_start : public testing::TestWithParam<Trouble> {};

INSTANTIATE_TEST_SUITE_P(
    storage, a_card_at_the_start,
    testing::Values(Trouble{"full",
                            {"/usr/bin/prlimit", "--fsize=65536:unlimited"},
                            [](const Site&) {},
                            [](Site& site) { site.device().limit_files(RLIM_INFINITY); }},
                    Trouble{"read_only",
                            {},
                            [](const Site& site) { put_behind(site, "/sys/kernel"); },
                            [](Site& site) { std::filesystem::remove(site.store()); }},
                    Trouble{"missing",
                            {},
                            [](const Site& site) { put_behind(site, site.folder() / "card"); },
                            [](Site& site) { std::filesystem::create_directory(site.folder() / "card"); }}),
    [](const auto& trouble) { return trouble.param.name; });

bool takes_answers(const robot::Targets& targets) {
  return targets.has("begin") || targets.has_any("choice:");
}
bool runs(Site& site) { return site.device().wait(std::chrono::milliseconds(0)) == Program::kStillRunning; }

TEST_P(a_card_at_the_start,
       ends_no_display_closes_the_kiosk_and_is_taken_in_without_a_restart_when_it_is_cured) {
  const Trouble& trouble = GetParam();
  Site site({"kiosk", "room"});
  trouble.breaks(site);
  site.start_device(trouble.before);
  const auto display = site.before("room");
  const auto kiosk = site.before("kiosk");
  kiosk->wait_for([](const robot::Targets& targets) { return targets.has("other"); },
                  "the kiosk with its menu");
  EXPECT_FALSE(takes_answers(kiosk->now())) << kiosk->now().names();
  EXPECT_TRUE(runs(site)) << site.logs();

  trouble.cures(site);
  kiosk->wait_for(takes_answers, "the kiosk that takes answers");
  EXPECT_TRUE(runs(site)) << site.logs();
  const auto again = site.before("kiosk");
  robot::Ledger ledger;
  robot::Visitor visitor(*again, ledger, 7);
  visitor.answer("en");
  EXPECT_EQ(site.device_holds().stored.size(), 1U);
}

}  // namespace
}  // namespace tertulia::flow
