// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/loop/hub_commands.h"

#include <gtest/gtest.h>

#include "firmware/app/room/room_screen.h"
#include "tests/support/sample_device.h"

namespace tertulia {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using test::at;

hub_action::Announce lunch() {
  hub_action::Announce announce;
  announce.text.set("en", "Lunch is served");
  announce.text.set("fr", "Le déjeuner est servi");
  return announce;
}

class commands : public testing::Test {
 protected:
  DeviceState device_state = test::sample_device();
  RoleSettings room = test::role_in(Role::kRoom, "magna");

  // What the display announces; empty when it shows the session.
  [[nodiscard]] std::string announced(const Now& now) const {
    const View view = room_screen(device_state, room, now);
    const auto* shown = std::get_if<AnnouncementView>(&view);
    return shown ? shown->text : "";
  }
  void give(const HubAction& action) {
    EXPECT_EQ(apply_command(device_state, action, at(10, 30)).reply->result, ReplyResult::kDone);
  }
};

TEST_F(commands, an_announcement_is_on_the_room_display_in_its_language) {
  room.language = "fr";
  EXPECT_EQ(apply_command(device_state, lunch(), at(10, 30)).reply->result, ReplyResult::kDone);
  EXPECT_EQ(announced(at(10, 31)), "Le déjeuner est servi");
}

TEST_F(commands, an_announcement_goes_after_its_time) {
  give(lunch());
  EXPECT_EQ(next_notice_end(device_state), at(10, 40).boot);
  remove_old_notices(device_state, at(10, 39));
  EXPECT_EQ(announced(at(10, 39)), "Lunch is served");
  remove_old_notices(device_state, at(10, 40));
  EXPECT_EQ(announced(at(10, 40)), "");
  EXPECT_EQ(next_notice_end(device_state), std::nullopt);
}

TEST_F(commands, who_is_to_be_found_shows_its_name_for_twenty_seconds) {
  EXPECT_FALSE(identify_view(device_state, room, at(10, 30)));
  give(hub_action::Identify{});
  const auto view = identify_view(device_state, room, at(10, 30));
  ASSERT_TRUE(view);
  EXPECT_EQ(view->headline, "device-1");
  EXPECT_EQ(view->room, "Sala Magna");
  remove_old_notices(device_state, at(10, 30, 20));
  EXPECT_FALSE(identify_view(device_state, room, at(10, 30, 20)));
}

TEST_F(commands, what_ends_first_is_waited_for) {
  give(lunch());
  give(hub_action::Identify{});
  EXPECT_EQ(next_notice_end(device_state), at(10, 30).boot + kIdentifyFor);
}

TEST_F(commands, an_export_is_answered_by_the_exporter) {
  EXPECT_EQ(apply_command(device_state, hub_action::ExportNow{}, at(10, 30)).reply, std::nullopt);
}

TEST_F(commands, a_restart_and_a_new_pack_need_a_restart_and_nothing_else_does) {
  EXPECT_TRUE(apply_command(device_state, hub_action::Restart{}, at(10, 30)).needs_restart);
  EXPECT_TRUE(apply_command(device_state, hub_action::ReloadPack{}, at(10, 30)).needs_restart);
  for (const HubAction& action :
       {HubAction(hub_action::Identify{}), HubAction(lunch()), HubAction(hub_action::ExportNow{})})
    EXPECT_FALSE(apply_command(device_state, action, at(10, 30)).needs_restart) << name_of(action);
}

}  // namespace
}  // namespace tertulia
