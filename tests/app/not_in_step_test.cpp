// SPDX-License-Identifier: Apache-2.0
// A display that has heard nothing of its room for half a minute says so, and counts on.
#include <gtest/gtest.h>

#include "tests/app/a_venue.h"
#include "tests/app/desk.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

Desk display_that_is(wire::Step step) {
  Desk desk;
  desk.steers(Control::kStart);
  desk.device_state.link = Link::kBrokerAway;
  desk.device_state.room_links["magna"] = {step, 0, false};
  return desk;
}

TEST(not_in_step, a_display_that_is_alone_says_so_and_counts_on) {
  Desk desk = display_that_is(wire::Step::kAlone);
  desk.waits(7min);
  ASSERT_TRUE(desk.room().step);
  EXPECT_EQ(desk.room().step->text, "Not in step");
  EXPECT_EQ(desk.room().step->tone, Tone::kMuted);
  EXPECT_EQ(desk.room().countdown, "13:00");
}

TEST(not_in_step, it_is_said_on_every_sign_of_the_room) {
  Desk desk = display_that_is(wire::Step::kAlone);
  desk.device_state.announcement = Announcement{LocalizedText("en", "The bus leaves"), desk.now.boot + 5min};
  const auto view = desk.shows<AnnouncementView>();
  ASSERT_EQ(view.header.chips.size(), 1U);
  EXPECT_EQ(view.header.chips[0].text, "Not in step");
}

TEST(not_in_step, in_step_nothing_is_said) {
  EXPECT_FALSE(display_that_is(wire::Step::kInStep).room().step);
  EXPECT_FALSE(display_that_is(wire::Step::kOwnPlan).room().step);
}

TEST(not_in_step, a_device_without_a_broker_is_in_step_with_all_there_is) {
  Desk desk = display_that_is(wire::Step::kAlone);
  desk.device_state.link = Link::kNotConfigured;
  EXPECT_FALSE(desk.room().step);
}

TEST(not_in_step, the_device_that_leads_is_never_out_of_step) {
  Desk desk = display_that_is(wire::Step::kAlone);
  desk.device_state.room_links["magna"].leads = true;
  EXPECT_FALSE(desk.room().step);
}

TEST(not_in_step, an_echo_of_what_the_display_itself_repeats_is_no_word_of_the_room) {
  AVenue venue({"desk", "display-1"});
  venue.press("desk", command::Load{"session", 0});
  venue.press("desk", command::Start{});
  venue.pass(2s);
  venue.pull_plug("desk");
  venue.pass(70s);  // the display repeats what the desk said, and hears itself
  const auto& display = venue.device("display-1");
  EXPECT_EQ(display.relay->step(display.state, venue.now(display).boot), wire::Step::kAlone);
}

TEST(in_step, the_desk_counts_the_screens_that_count_what_it_counts) {
  AVenue venue({"desk", "display-1", "display-2", "display-3"});
  venue.press("desk", command::Load{"session", 0});
  venue.press("desk", command::Start{});
  const auto count = [&] {
    const auto& desk = venue.device("desk");
    return desk.relay->screens_in_step(desk.state, venue.now(desk).boot);
  };
  venue.pass(12s);
  EXPECT_EQ(count(), 3);
  venue.pull_plug("display-2");
  venue.pass(31s);
  EXPECT_EQ(count(), 2);
  venue.plug_in("display-2");
  venue.pass(12s);
  EXPECT_EQ(count(), 3);
}

}  // namespace
