// SPDX-License-Identifier: Apache-2.0
// The status of the device on one of its screens: how it comes, what it asks for, how it goes.
#include "tests/app/loop_rig.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

class StatusOnScreen : public LoopTest {
 protected:
  [[nodiscard]] std::size_t questions() { return only<to_keeper::CountInventory>(keeper.drain()).size(); }
  void pass(BootTime time) {
    for (const BootTime end = clock.now().boot + time; clock.now().boot < end;) turn();
    ASSERT_TRUE(loop->paint().ok());
  }
  template <class T>
  [[nodiscard]] bool shows(int screen = 0) {
    return painter.shows<T>(screen);
  }
};

TEST_F(StatusOnScreen, comes_where_it_was_asked_for_and_nowhere_else) {
  serve({kiosk(), room()});
  tap(intent::ShowStatus{}, 1);
  EXPECT_TRUE(shows<StatusView>(1));
  EXPECT_TRUE(shows<AttractView>(0));
}

TEST_F(StatusOnScreen, is_that_of_every_role) {
  serve({kiosk(), room(), role_in(Role::kDoor, "magna"), moderator()});
  for (int screen = 0; screen < 4; ++screen) {
    tap(intent::ShowStatus{}, screen);
    EXPECT_TRUE(shows<StatusView>(screen));
  }
}

TEST_F(StatusOnScreen, goes_with_its_button) {
  serve({kiosk()});
  tap(intent::ShowStatus{});
  tap(intent::Done{});
  EXPECT_TRUE(shows<AttractView>());
}

TEST_F(StatusOnScreen, goes_by_itself_after_the_last_touch) {
  serve({kiosk()});
  tap(intent::ShowStatus{});
  pass(kStatusFor - 20s);
  window->tap({0, 0});
  turn();
  pass(kStatusFor - 10s);
  EXPECT_TRUE(shows<StatusView>());
  pass(12s);
  EXPECT_TRUE(shows<AttractView>());
}

TEST_F(StatusOnScreen, asks_keeper_and_machine_at_once_and_every_five_seconds) {
  serve({room()});
  device.set_health({7'000'000'000, std::nullopt});
  tap(intent::ShowStatus{});
  turn();
  EXPECT_EQ(questions(), 1U);
  EXPECT_EQ(loop->device_state().health->disk_free_bytes, 7'000'000'000U);
  pass(20s);
  const std::size_t asked = questions();
  EXPECT_GE(asked, 3U);
  EXPECT_LE(asked, 5U);
}

TEST_F(StatusOnScreen, asks_nobody_while_it_is_not_shown) {
  serve({room()});
  pass(60s);
  EXPECT_EQ(questions(), 0U);
}

TEST_F(StatusOnScreen, wakes_the_program_at_most_once_a_second_whatever_is_submitted_meanwhile) {
  serve({role_in(Role::kDoor, "magna")});
  tap(intent::ShowStatus{});
  turn();
  static_cast<void>(questions());
  for (int i = 0; i < 50; ++i) storage_says(to_main::CountsChanged{});
  EXPECT_LE(questions(), 1U);
  slept.clear();
  pass(30s);
  EXPECT_LE(slept.size(), 31U);
}

TEST_F(StatusOnScreen, shows_what_the_keeper_counted) {
  serve({kiosk()});
  tap(intent::ShowStatus{});
  storage_says(to_main::InventoryCounted{{43, 40, 3, {}, {}, 2'000'000}});
  const auto& sum = painter.last<StatusView>().sum;
  EXPECT_EQ(sum.submitted.number, "43");
  EXPECT_EQ(sum.received.number, "40");
  EXPECT_EQ(sum.waiting.number, "3");
}

TEST_F(StatusOnScreen, keeps_the_last_error_when_all_is_well_again) {
  serve({kiosk()});
  storage_says(to_main::StoreFailed{"The disk is full."});
  storage_says(to_main::CountsChanged{});
  ASSERT_TRUE(loop->device_state().last_error);
  EXPECT_EQ(loop->device_state().last_error->detail, "The disk is full.");
  EXPECT_FALSE(loop->device_state().last_error->link_status);
  storage_says(to_main::LinkChanged{Link::kRefused, LinkProblem::kNotLetIn, "Not authorized"});
  storage_says(to_main::LinkChanged{Link::kOnline, LinkProblem::kNone, ""});
  EXPECT_EQ(loop->device_state().last_error->detail, "Not authorized");
  EXPECT_EQ(loop->device_state().last_error->link_status->problem, LinkProblem::kNotLetIn);
}

TEST_F(StatusOnScreen, a_device_that_is_not_enrolled_gives_nothing_to_the_courier) {
  device_state.link = Link::kNotEnrolled;
  serve({moderator()});
  tap(intent::Steer{Control::kStart});
  EXPECT_TRUE(courier.drain().empty());
}

}  // namespace
