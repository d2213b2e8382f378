// SPDX-License-Identifier: Apache-2.0
// The page where a person sets the clock: what can be said there, and how devices without a desk lead to it.
#include "firmware/app/desk/clock_page.h"

#include <algorithm>

#include "firmware/app/text/labels.h"
#include "tests/app/desk.h"
#include "tests/app/loop_rig.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

// As a device without a battery starts: years ago.
Now unset_at(int hour, int minute) {
  Now now = at(hour, minute);
  now.wall -= std::chrono::hours(24 * 365 * 14);
  now.quality = ClockQuality::kUnsynced;
  return now;
}

Key digit(char each) { return {KeyKind::kCharacter, {each}, {each}}; }

// A desk whose clock nobody has set, with the page open.
class SettingDesk : public Desk {
 public:
  explicit SettingDesk(Now start = unset_at(10, 30)) : Desk(std::move(start)) { steers(Control::kSetting); }
  void types(std::string_view time) {
    for (const char each : time) wants(intent::PressKey{digit(each)});
  }
  void chooses(const std::string& day) { wants(intent::ChooseOption{"day", day}); }
  // The time that is set by the button; none: the page says why not.
  std::optional<WallTime> sets() {
    const ModeratorChange change =
        apply(state, intent::Steer{Control::kSetClock}, device_state, settings, now);
    state = change.state;
    return change.clock;
  }
  [[nodiscard]] TimeView shown() const { return std::get<TimeView>(page()); }
  [[nodiscard]] std::vector<std::string> days() const {
    std::vector<std::string> names;
    for (const ChoiceButton& each : shown().days) names.push_back(each.name);
    return names;
  }
  [[nodiscard]] std::string chosen() const {
    for (const ChoiceButton& each : shown().days)
      if (each.chosen) return each.name;
    return {};
  }
};

LocalTime day_of(const Desk& desk) { return desk.device_state.pack.visit.first_day; }

TEST(clock_page, the_desk_says_that_the_clock_is_not_set_and_a_touch_there_opens_the_page) {
  const Desk desk(unset_at(10, 30));
  ASSERT_TRUE(desk.desk().news);
  EXPECT_EQ(desk.desk().news->opens, Control::kSetting);
  EXPECT_FALSE(Desk().desk().news) << "the network has set it";
}

TEST(clock_page, a_clock_that_nobody_has_set_offers_the_days_of_the_visit) {
  const SettingDesk desk;
  const auto days = desk.days();
  ASSERT_EQ(days.size(), 7U);
  EXPECT_EQ(days.front(), "earlier");
  EXPECT_EQ(days[1], "2027-05-10");
  EXPECT_EQ(days.back(), "later");
}

TEST(clock_page, which_day_it_is_must_be_said_where_the_visit_has_several) {
  SettingDesk desk;
  desk.types("14:30");
  EXPECT_EQ(desk.chosen(), "");
  EXPECT_EQ(desk.sets(), std::nullopt);
  EXPECT_EQ(desk.shown().tone, Tone::kRed);
  EXPECT_EQ(desk.shown().typed, "14:30") << "what was typed stands there still";
  desk.chooses("2027-05-13");
  const auto said = desk.sets();
  ASSERT_TRUE(said);
  const LocalTime local = to_local(*said, desk.device_state.pack.visit.zone).value();
  EXPECT_EQ(local, (LocalTime{2027, 5, 13, 14, 30, 0}));
  EXPECT_FALSE(std::holds_alternative<TimeView>(desk.page())) << "back at the desk";
}

TEST(clock_page, a_visit_of_one_day_needs_no_touch_for_it) {
  SettingDesk desk;
  desk.device_state.pack.visit.last_day = day_of(desk);
  EXPECT_EQ(desk.chosen(), "2027-05-10");
}

TEST(clock_page, whoever_sets_up_before_the_visit_turns_the_days_back) {
  SettingDesk desk;
  desk.chooses("earlier");
  EXPECT_EQ(desk.days()[5], "2027-05-09");
  desk.chooses("2027-05-09");
  desk.chooses("later");
  EXPECT_EQ(desk.chosen(), "") << "it stays said where it is not shown";
  desk.types("0905");
  ASSERT_TRUE(desk.sets());
}

TEST(clock_page, half_a_time_is_not_taken_for_minutes_after_midnight) {
  for (const char* half : {"", "1", "14", ":5", "25:00", "2575"}) {
    SettingDesk desk;
    desk.chooses("2027-05-11");
    desk.types(half);
    EXPECT_EQ(desk.sets(), std::nullopt) << half;
  }
}

TEST(clock_page, before_it_is_set_the_page_says_what_was_understood) {
  SettingDesk desk;
  desk.chooses("2027-05-11");
  desk.types("1430");
  EXPECT_EQ(desk.shown().meaning, moment_text(desk.device_state.catalogues.of("en"),
                                              to_wall({2027, 5, 11, 14, 30, 0}, "America/Costa_Rica").value(),
                                              "America/Costa_Rica"));
}

TEST(clock_page, a_clock_that_was_set_by_hand_can_be_put_right_by_a_few_minutes) {
  Now by_hand = at(10, 30);
  by_hand.quality = ClockQuality::kOperator;
  SettingDesk desk(by_hand);
  EXPECT_EQ(desk.chosen(), "2027-05-11") << "today";
  EXPECT_EQ(desk.days()[1], "2027-05-10") << "and yesterday";
  desk.types("10:34");
  EXPECT_EQ(desk.sets(), at(10, 34).wall);
}

TEST(clock_page, the_page_is_offered_only_where_the_network_has_not_set_the_clock) {
  const auto offers = [](ClockQuality quality) {
    Desk desk;
    desk.now.quality = quality;
    desk.steers(Control::kTime);
    const auto modes = std::get<TimeView>(desk.page()).modes;
    return std::any_of(modes.begin(), modes.end(),
                       [](const ControlButton& each) { return each.control == Control::kSetting; });
  };
  EXPECT_FALSE(offers(ClockQuality::kSynced));
  EXPECT_TRUE(offers(ClockQuality::kRtc));
  EXPECT_TRUE(offers(ClockQuality::kOperator));
  EXPECT_TRUE(offers(ClockQuality::kUnsynced));
}

TEST(clock_page, a_time_that_would_end_what_runs_is_asked_twice) {
  SettingDesk desk;
  desk.steers(Control::kClose);
  desk.steers(Control::kStart);
  desk.steers(Control::kPause);
  desk.steers(Control::kSetting);
  desk.chooses("2027-05-12");
  desk.types("1040");
  EXPECT_EQ(desk.sets(), std::nullopt);
  EXPECT_EQ(desk.shown().tone, Tone::kRed);
  EXPECT_TRUE(desk.sets()) << "whoever insists is right";
}

TEST(clock_page, whoever_locks_the_desk_leaves_no_half_said_time_behind) {
  SettingDesk desk;
  desk.settings.pins = {{DeskRole::kModerator, {"4711", 4}}};
  desk.state.lock.open = DeskRole::kModerator;
  desk.types("14");
  desk.steers(Control::kLock);
  EXPECT_EQ(desk.state.typed, "");
  EXPECT_EQ(desk.state.clock, ClockDraft{});
}

// PINs that are what they say.
class PlainPins final : public PinChecker {
 public:
  [[nodiscard]] bool matches(const Pin& pin, std::string_view typed) override { return pin.hash == typed; }
};

class ClockFromStatus : public LoopTest {
 protected:
  ClockFromStatus() {
    clock.set(unset_at(10, 30));
    pins = &plain;
  }
  void opens(RoleSettings role) {
    serve({std::move(role)});
    tap(intent::ShowStatus{});
    ASSERT_FALSE(painter.last<StatusView>().set_clock.empty());
    tap(intent::Steer{Control::kSetting});
  }
  void types(std::string_view text, int screen = 0) {
    for (const char each : text) tap(intent::PressKey{digit(each)}, screen);
  }
  void says_time(int screen = 0) {
    tap(intent::ChooseOption{"day", "2027-05-11"}, screen);
    types("1030", screen);
    tap(intent::Steer{Control::kSetClock}, screen);
  }
  void loses_clock() {
    Now now = clock.now();
    now.quality = ClockQuality::kUnsynced;
    clock.set(now);
  }
  static RoleSettings with_pin(RoleSettings role) {
    role.pins = {{DeskRole::kModerator, {"4711", 4}}, {DeskRole::kNoteTaker, {"1234", 4}}};
    return role;
  }
  PlainPins plain;
};

TEST_F(ClockFromStatus, every_role_without_a_desk_leads_to_it_and_shows_the_plan_afterwards) {
  serve({room(), role_in(Role::kDoor, "magna"), kiosk()});
  for (int screen = 0; screen < 3; ++screen) {
    loses_clock();
    tap(intent::ShowStatus{}, screen);
    tap(intent::Steer{Control::kSetting}, screen);
    says_time(screen);
    EXPECT_TRUE(painter.shows<StatusView>(screen)) << "where it was asked for";
    EXPECT_FALSE(painter.last<StatusView>(screen).set_clock.empty()) << "a wrong hour can be put right";
    EXPECT_EQ(clock.now().quality, ClockQuality::kOperator);
    EXPECT_EQ(to_local(clock.now().wall, "America/Costa_Rica").value().hour, 10);
  }
}

TEST_F(ClockFromStatus, at_a_desk_it_is_a_page_of_the_desk) {
  opens(moderator());
  EXPECT_TRUE(painter.shows<TimeView>());
  says_time();
  EXPECT_TRUE(painter.shows<ModeratorView>());
}

TEST_F(ClockFromStatus, it_asks_for_the_pin_of_the_moderator_and_of_nobody_else) {
  opens(with_pin(kiosk()));
  ASSERT_TRUE(painter.shows<PinView>());
  EXPECT_EQ(painter.last<PinView>().roles.size(), 1U);
  tap(intent::ChooseRole{DeskRole::kNoteTaker});
  types("1234");
  EXPECT_TRUE(painter.shows<PinView>()) << "that is the note-taker's";
  types("4711");
  EXPECT_TRUE(painter.shows<TimeView>());
}

TEST_F(ClockFromStatus, after_it_was_set_the_next_person_has_to_type_the_pin_again) {
  opens(with_pin(kiosk()));
  types("4711");
  says_time();
  loses_clock();
  tap(intent::ShowStatus{});
  tap(intent::Steer{Control::kSetting});
  EXPECT_TRUE(painter.shows<PinView>());
}

TEST_F(ClockFromStatus, closing_and_opening_it_again_gives_no_more_tries_at_the_pin) {
  opens(with_pin(kiosk()));
  for (int tries = 0; tries < kTriesBeforeWait; ++tries) {
    types("0000");
    tap(intent::Steer{Control::kClose});
    EXPECT_TRUE(painter.shows<StatusView>());
    tap(intent::Steer{Control::kSetting});
  }
  EXPECT_TRUE(painter.last<PinView>().waits);
}

TEST_F(ClockFromStatus, when_nobody_touches_it_any_more_the_screen_is_what_it_was) {
  opens(with_pin(kiosk()));
  types("4711");
  for (const BootTime end = clock.now().boot + kStatusFor + 1s; clock.now().boot < end;) turn();
  ASSERT_TRUE(loop->paint().ok());
  EXPECT_FALSE(painter.shows<StatusView>() || painter.shows<TimeView>());
  tap(intent::ShowStatus{});
  EXPECT_TRUE(painter.shows<StatusView>());
  tap(intent::Steer{Control::kSetting});
  EXPECT_TRUE(painter.shows<PinView>());
}

TEST_F(ClockFromStatus, a_desk_whose_note_taker_sits_there_does_not_let_them_set_it) {
  opens(with_pin(moderator()));
  tap(intent::ChooseRole{DeskRole::kNoteTaker});
  types("1234");
  tap(intent::Steer{Control::kSetting});
  tap(intent::Steer{Control::kSetClock});
  EXPECT_EQ(clock.now().quality, ClockQuality::kUnsynced);
}

}  // namespace
