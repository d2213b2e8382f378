// SPDX-License-Identifier: Apache-2.0
// Which devices ring, and what keeps them from it.
#include <gmock/gmock.h>

#include "tests/app/desk.h"
#include "tests/app/loop_rig.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

constexpr auto kWarning = ChimeKind::kWarning;
constexpr auto kEnd = ChimeKind::kEnd;

// Starts in the presentation of 20 minutes that the plan has from 10:30; "Wrap up" is at 10:46.
class Chimes : public LoopTest {
 protected:
  static RoleSettings ringing(RoleSettings settings) {
    settings.chimes = true;
    return settings;
  }
  void pass(BootTime time) {
    for (const BootTime end = clock.now().boot + time; clock.now().boot < end;) turn();
  }
};

TEST_F(Chimes, a_display_that_is_told_to_rings_with_its_countdown) {
  serve({ringing(room())});
  pass(6min);
  EXPECT_THAT(chime.rung, ElementsAre(kWarning, kEnd));
}

TEST_F(Chimes, no_device_rings_by_itself) {
  serve({room(), moderator(), kiosk()});
  pass(6min);
  EXPECT_THAT(chime.rung, IsEmpty());
}

TEST_F(Chimes, two_displays_of_a_room_ring_as_one) {
  serve({ringing(room()), ringing(room())});
  pass(6min);
  EXPECT_THAT(chime.rung, ElementsAre(kWarning, kEnd));
}

TEST_F(Chimes, the_timer_of_the_desk_goes_before_the_plan) {
  serve({ringing(room()), moderator()});
  tap(intent::Steer{Control::kStart}, 1);
  tap(intent::Steer{Control::kPause}, 1);
  pass(30min);
  EXPECT_THAT(chime.rung, IsEmpty());
}

TEST_F(Chimes, a_black_display_is_quiet) {
  serve({ringing(room()), moderator()});
  tap(intent::Steer{Control::kStart}, 1);
  tap(intent::Steer{Control::kScreen}, 1);
  tap(intent::ChooseOption{"shown", "blackout"}, 1);
  ASSERT_TRUE(loop->paint().ok());
  ASSERT_TRUE(painter.shows<MessageView>(0));
  pass(2min);
  EXPECT_THAT(chime.rung, IsEmpty());
  tap(intent::ChooseOption{"shown", "plan"}, 1);
  pass(4min);
  EXPECT_THAT(chime.rung, ElementsAre(kEnd));
}

TEST_F(Chimes, a_sound_device_that_fails_is_said_on_the_status_screen) {
  serve({ringing(room())});
  storage_says(to_main::ChimeFailed{"The chime cannot ring: no device. Plug in a loudspeaker."});
  const auto& error = loop->device_state().last_error;
  ASSERT_TRUE(error);
  EXPECT_EQ(error->detail, "The chime cannot ring: no device. Plug in a loudspeaker.");
  EXPECT_TRUE(error->names_its_subject) << "it is no problem of the storage";
}

}  // namespace
