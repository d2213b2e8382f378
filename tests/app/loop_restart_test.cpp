// SPDX-License-Identifier: Apache-2.0
// A restart that the hub or an enrolment asks for: it interrupts nobody for ten minutes, and the hub hears
// both that it waits and that it begins.
#include <functional>

#include <gmock/gmock.h>

#include "tests/app/loop_rig.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class a_restart : public LoopTest {
 protected:
  a_restart() { device_state.link = Link::kOnline; }

  void somebody_answers() {
    serve({kiosk(), room()});
    tap(intent::Begin{});
  }
  void the_hub_wants(HubAction action) {
    const std::uint64_t number = ++numbers_;
    ASSERT_TRUE(
        in.put(to_main::CommandArrived{{std::move(action), number, {}, "c" + std::to_string(number)}}));
    window->wake();
    asked_ = clock.now().boot;
    running_ = loop->turn().value();
  }
  // "c1 accepted": what the hub has been told since the last look.
  std::vector<std::string> replies() {
    std::vector<std::string> lines;
    for (const auto& each : only<to_courier::Reply>(courier.drain()))
      lines.push_back(each.correlation + " " + std::string(to_text(each.reply.result)));
    return lines;
  }
  // How long the device goes on, with a storage that stores.
  BootTime until_it_ends(const std::function<void()>& meanwhile = [] {}) {
    while (running_) {
      meanwhile();
      running_ = loop->turn().value();
      for (const auto& close : only<to_keeper::CloseSubmission>(keeper.drain()))
        EXPECT_TRUE(in.put(to_main::SubmissionClosed{close.submission.id, true, {}}));
    }
    return clock.now().boot - asked_;
  }
  BootTime until_it_ends_under_a_finger() {
    return until_it_ends([this] {
      clock.advance(20s);
      window->tap({0, 0});
    });
  }

  std::uint64_t numbers_ = 0;
  BootTime asked_{};
  bool running_ = true;
};

TEST_F(a_restart, begins_at_once_where_nobody_answers) {
  serve({kiosk(), room()});
  the_hub_wants(hub_action::Restart{});
  EXPECT_FALSE(running_);
  EXPECT_EQ(loop->run().value(), Ending::kRestart);
  EXPECT_THAT(replies(), ElementsAre("c1 done"));
}

TEST_F(a_restart, waits_until_nobody_answers_and_says_both) {
  somebody_answers();
  the_hub_wants(hub_action::Restart{});
  EXPECT_TRUE(running_) << "somebody answers";
  EXPECT_THAT(replies(), ElementsAre("c1 accepted"));
  EXPECT_LT(until_it_ends(), 2min) << "whoever answered has walked away";
  EXPECT_THAT(replies(), ElementsAre("c1 done"));
}

TEST_F(a_restart, to_read_a_new_pack_waits_like_any_other) {
  somebody_answers();
  the_hub_wants(hub_action::ReloadPack{});
  EXPECT_TRUE(running_);
  EXPECT_THAT(replies(), ElementsAre("c1 accepted"));
}

TEST_F(a_restart, waits_ten_minutes_at_most) {
  somebody_answers();
  the_hub_wants(hub_action::Restart{});
  const BootTime waited = until_it_ends_under_a_finger();
  EXPECT_GE(waited, kLongestRestartWait);
  EXPECT_LT(waited, kLongestRestartWait + 1min);
}

TEST_F(a_restart, that_two_commands_want_is_one_and_both_hear_of_it) {
  somebody_answers();
  the_hub_wants(hub_action::Restart{});
  the_hub_wants(hub_action::ReloadPack{});
  EXPECT_THAT(replies(), ElementsAre("c1 accepted", "c2 accepted"));
  until_it_ends();
  EXPECT_THAT(replies(), ElementsAre("c1 done", "c2 done"));
}

TEST_F(a_restart, that_waits_does_not_keep_other_commands_waiting) {
  somebody_answers();
  the_hub_wants(hub_action::Restart{});
  the_hub_wants(hub_action::Identify{});
  EXPECT_THAT(replies(), ElementsAre("c1 accepted", "c2 done"));
}

TEST_F(a_restart, waits_for_kiosks_not_for_signs_and_desks) {
  serve({room(), moderator()});
  tap(intent::Steer{Control::kStart}, 1);
  the_hub_wants(hub_action::Restart{});
  EXPECT_FALSE(running_);
}

TEST_F(a_restart, after_an_enrolment_waits_until_nobody_answers) {
  serve({kiosk(), room()});
  tap(intent::ChooseLanguage{"fr"});
  storage_says(to_main::Admitted{});
  const BootTime began = clock.now().boot;
  EXPECT_EQ(loop->run().value(), Ending::kRestart) << "who has chosen a language has walked away";
  EXPECT_GT(clock.now().boot, began);
  EXPECT_THAT(replies(), IsEmpty());
}

TEST_F(a_restart, for_a_storage_that_has_opened_begins_the_screens_anew_within_the_program) {
  serve({kiosk(), room()});
  tap(intent::ChooseLanguage{"fr"});
  storage_says(to_main::StorageOpened{});
  EXPECT_EQ(loop->run().value(), Ending::kNewPack);
}

TEST_F(a_restart, for_a_storage_that_has_opened_does_not_wait_for_whoever_waits_for_it) {
  device_state.store_closed = "The disk failed.";
  serve({kiosk(), room()});
  tap(intent::ChooseLanguage{"fr"});
  ASSERT_TRUE(in.put(to_main::StorageOpened{}));
  window->wake();
  EXPECT_FALSE(loop->turn().value()) << "it ends in the turn that hears of it";
}

TEST_F(a_restart, after_an_enrolment_waits_ten_minutes_at_most) {
  somebody_answers();
  storage_says(to_main::Admitted{});
  asked_ = clock.now().boot;
  EXPECT_LT(until_it_ends_under_a_finger(), kLongestRestartWait + 1min);
}

}  // namespace
