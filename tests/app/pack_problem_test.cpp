// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/status/pack_problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "firmware/app/desk/moderator.h"
#include "firmware/app/status/status.h"
#include "tests/support/sample_device.h"

namespace tertulia {
namespace {

using test::at;
using test::plain;
using test::role_in;
using testing::HasSubstr;

DeviceState with_problem(bool shows_nothing) {
  DeviceState device_state = test::sample_device();
  device_state.pack_problem =
      PackProblem{"visit.toml, line 12", "The table [visit] is missing.", 2, shows_nothing};
  return device_state;
}

TEST(pack_problem, without_a_pack_every_screen_says_which_file_is_wrong_and_what_cures_it) {
  const auto view = refused_pack_view(with_problem(true), role_in(Role::kKiosk, "magna"), at(10, 30));
  ASSERT_TRUE(view);
  EXPECT_EQ(plain(view->kicker), "The visit pack cannot be used · visit.toml, line 12");
  EXPECT_EQ(plain(view->headline), "The table [visit] is missing. Further errors: 2.");
  EXPECT_THAT(view->detail, HasSubstr("Correct it and copy the visit pack"));
}

TEST(pack_problem, a_first_pack_that_is_still_being_read_is_no_error) {
  DeviceState device_state = test::sample_device();
  device_state.pack_problem = PackProblem{"", "", 0, true, true};
  const auto view = refused_pack_view(device_state, role_in(Role::kKiosk, "magna"), at(10, 30));
  ASSERT_TRUE(view);
  EXPECT_EQ(plain(view->headline), "The visit pack is being read");
  EXPECT_EQ(plain(view->detail), "This takes a minute at most.");
  EXPECT_FALSE(pack_problem_chip(device_state, device_state.catalogues.of("en")));
}

TEST(pack_problem, while_the_last_good_pack_is_shown_the_screens_show_that) {
  EXPECT_FALSE(refused_pack_view(with_problem(false), role_in(Role::kRoom, "magna"), at(10, 30)));
  EXPECT_FALSE(refused_pack_view(test::sample_device(), role_in(Role::kRoom, "magna"), at(10, 30)));
}

TEST(pack_problem, nothing_that_a_file_says_is_quoted_on_a_screen) {
  EXPECT_EQ(without_quoted("The form 'pulse' is not in the pack; put it there."),
            "The form ‘…’ is not in the pack; put it there.");
  EXPECT_EQ(without_quoted("No entry has the title 'It's a 'secret' merger'."),
            "No entry has the title ‘…’.");
  EXPECT_EQ(without_quoted("'Merger', 2027-05-10: Its title"), "‘…’, 2027-05-10: Its title");
  EXPECT_EQ(without_quoted("Cut 'in the middle"), "Cut ‘…’");
  EXPECT_EQ(without_quoted("The visit's days are wrong."), "The visit's days are wrong.");
}

TEST(pack_problem, the_status_screen_names_it) {
  const StatusView view = status_view(with_problem(false), role_in(Role::kRoom, "magna"), at(10, 30));
  EXPECT_THAT(view.facts,
              testing::Contains(testing::Field(&StatusFact::detail,
                                               testing::ResultOf(plain, HasSubstr("visit.toml, line 12")))));
}

TEST(pack_problem, the_desk_has_a_chip_for_it) {
  const RoleSettings settings = role_in(Role::kModerator, "magna");
  EXPECT_EQ(pack_problem_chip(test::sample_device(), Catalogue()), std::nullopt);
  const auto chip = pack_problem_chip(with_problem(false), Catalogue());
  ASSERT_TRUE(chip);
  EXPECT_EQ(chip->text, "The new visit pack has errors");
}

}  // namespace
}  // namespace tertulia
