// SPDX-License-Identifier: Apache-2.0
// What the programs show and say: the room display counts, `check` tells a good visit from a broken one.
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/flow/site.h"
#include "tests/robot/moderator.h"

namespace tertulia::flow {
namespace {

using testing::HasSubstr;

constexpr const char* kVisits = TERTULIA_SOURCE_DIR "/config/visits";

TEST(room_display, shows_another_picture_each_second_once_the_moderator_has_started) {
  Site site({"room", "moderator"});
  site.start_device();
  const auto room = site.before("room");
  const auto desk = site.before("moderator");
  robot::Moderator(*desk).start();
  std::set<std::vector<std::uint32_t>> pictures;
  EXPECT_TRUE(Site::eventually([&] {
    pictures.insert(room->hand().look(room->hand().whole()));
    return pictures.size() >= 10;
  })) << pictures.size()
      << " pictures\n"
      << site.logs();
}

TEST(moderator, commands_reach_the_hub_as_events) {
  Site site({"room", "moderator"});
  site.start_hub();
  site.start_device();
  const auto desk = site.before("moderator");
  robot::Moderator moderator(*desk);
  moderator.start();
  moderator.add_one();
  moderator.pause();
  moderator.resume();
  EXPECT_TRUE(Site::eventually([&] { return site.hub_holds().timer_events >= 4; })) << site.logs();
}

TEST(check, finds_the_sample_visit_in_order) {
  int code = -1;
  const std::string words = said_by({TERTULIA_PROGRAM, "check", std::string(kVisits) + "/lisbon"}, code);
  EXPECT_EQ(code, 0) << words;
}

TEST(check, names_file_and_line_of_a_broken_copy) {
  Site site({"kiosk"});
  const auto copy = site.folder() / "broken";
  std::filesystem::copy(kVisits, copy, std::filesystem::copy_options::recursive);
  const auto visit = copy / "lisbon" / "visit.toml";
  std::ofstream(visit, std::ios::app) << "\n[visit\n";
  int code = -1;
  const std::string words = said_by({TERTULIA_PROGRAM, "check", (copy / "lisbon").string()}, code);
  EXPECT_EQ(code, 2) << words;
  EXPECT_THAT(words, HasSubstr("visit.toml"));
}

}  // namespace
}  // namespace tertulia::flow
