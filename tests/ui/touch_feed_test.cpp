// SPDX-License-Identifier: Apache-2.0
// From touches to one pointer transition a frame.
#include "ui/touch/touch_feed.h"

#include <gtest/gtest.h>

using namespace tertulia;
using namespace tertulia::ui;
using namespace std::chrono_literals;

namespace {

constexpr Point kHere{10, 20};
constexpr Point kThere{30, 40};
constexpr Rect kKeyHere{5, 15, 15, 25};
constexpr Rect kKeyThere{25, 35, 35, 45};
const Pointer kAway{};
const Pointer kHover{kHere, false};
const Pointer kPress{kHere, true};

Touch down(BootTime time = 0s) { return {TouchKind::kDown, 0, kHere, time}; }
Touch up(Point at = kHere) { return {TouchKind::kUp, 0, at, 0s}; }
Touch move(Point at) { return {TouchKind::kMove, 0, at, 0s}; }
Touch another(Point at) { return {TouchKind::kAnother, 0, at, 0s}; }
Touch cancel() { return {TouchKind::kCancel, 0, kHere, 0s}; }

TouchFeed fed(std::vector<Touch> touches) {
  TouchFeed feed;
  feed.add(touches);
  return feed;
}

std::vector<Pointer> frames(TouchFeed& feed) {
  std::vector<Pointer> all;
  while (feed.has_more() && all.size() < 20) all.push_back(feed.next());
  return all;
}

TEST(touch_feed, a_tap_is_position_press_release_and_gone) {
  TouchFeed feed = fed({down(), up()});
  EXPECT_EQ(frames(feed), (std::vector<Pointer>{kHover, kPress, kHover, kAway}));
}

TEST(touch_feed, without_touches_the_pointer_stays_as_it_is) {
  TouchFeed feed;
  EXPECT_FALSE(feed.has_more());
  EXPECT_EQ(feed.next(), kAway);
  feed = fed({down()});
  frames(feed);
  EXPECT_EQ(feed.next(), kPress);
}

TEST(touch_feed, only_the_last_of_several_moves_counts) {
  TouchFeed feed = fed({down(), move({11, 21}), move({12, 22}), move(kThere), up(kThere)});
  EXPECT_EQ(frames(feed), (std::vector<Pointer>{kHover, kPress, {kThere, true}, {kThere, false}, kAway}));
}

TEST(touch_feed, a_cancelled_contact_lifts_outside_of_everything) {
  TouchFeed feed = fed({down(), cancel()});
  EXPECT_EQ(frames(feed), (std::vector<Pointer>{kHover, kPress, kAway, kAway}));
}

TEST(touch_feed, the_next_tap_waits_for_the_end_of_the_last) {
  TouchFeed feed = fed({down(), up(), down(), up()});
  EXPECT_EQ(frames(feed),
            (std::vector<Pointer>{kHover, kPress, kHover, kAway, kHover, kPress, kHover, kAway}));
}

TEST(touch_feed, a_release_without_a_press_is_nothing) {
  TouchFeed feed = fed({up(), move(kThere), cancel()});
  EXPECT_EQ(feed.next(), kAway);
  EXPECT_FALSE(feed.has_more());
}

TEST(touch_feed, a_contact_that_begins_too_early_is_ignored_to_its_end) {
  TouchFeed feed;
  feed.ignore_until(350ms);
  feed.add(std::vector<Touch>{down(349ms), move(kThere), up(kThere)});
  EXPECT_EQ(feed.next(), kAway);
  EXPECT_FALSE(feed.has_more());
}

TEST(touch_feed, a_contact_that_begins_in_time_counts) {
  TouchFeed feed;
  feed.ignore_until(350ms);
  feed.add(std::vector<Touch>{down(350ms)});
  EXPECT_EQ(frames(feed), (std::vector<Pointer>{kHover, kPress}));
}

TEST(touch_feed, a_finger_that_is_down_is_ignored_from_then_on) {
  TouchFeed feed = fed({down()});
  frames(feed);
  feed.ignore_until(350ms);
  EXPECT_EQ(feed.next(), kAway);
  feed.add(std::vector<Touch>{move(kThere), up(kThere)});
  EXPECT_EQ(feed.next(), kAway);
  feed.add(std::vector<Touch>{down(400ms)});
  EXPECT_EQ(frames(feed), (std::vector<Pointer>{kHover, kPress}));
}

TEST(touch_feed, what_was_only_shown_is_not_pressed_on_the_next_page) {
  TouchFeed feed = fed({down()});
  EXPECT_EQ(feed.next(), kHover);
  feed.ignore_until(350ms);
  feed.add(std::vector<Touch>{up()});
  for (const Pointer& pointer : frames(feed)) EXPECT_FALSE(pointer.down);
}

TEST(touch_feed, another_finger_on_a_key_lifts_the_one_before_it_there) {
  TouchFeed feed;
  feed.set_keys({kKeyHere, kKeyThere});
  feed.add(std::vector<Touch>{down()});
  frames(feed);
  feed.add(std::vector<Touch>{another(kThere), up(kThere)});
  EXPECT_EQ(frames(feed),
            (std::vector<Pointer>{kHover, kAway, {kThere, false}, {kThere, true}, {kThere, false}, kAway}));
}

TEST(touch_feed, another_finger_cancels_both_when_either_is_on_no_key) {
  for (const auto& keys : {std::vector<Rect>{kKeyHere}, std::vector<Rect>{kKeyThere}, std::vector<Rect>{}}) {
    TouchFeed feed = fed({});
    feed.set_keys(keys);
    feed.add(std::vector<Touch>{down()});
    frames(feed);
    feed.add(std::vector<Touch>{another(kThere), move(kHere), up(kHere)});
    for (const Pointer& pointer : frames(feed)) EXPECT_EQ(pointer, kAway);
    feed.add(std::vector<Touch>{down()});
    EXPECT_EQ(frames(feed), (std::vector<Pointer>{kHover, kPress})) << "the next one counts";
  }
}

TEST(touch_feed, another_finger_in_the_dead_time_of_a_new_page_is_ignored) {
  TouchFeed feed;
  feed.set_keys({kKeyHere, kKeyThere});
  feed.ignore_until(350ms);
  feed.add(std::vector<Touch>{another(kThere), up(kThere)});
  EXPECT_EQ(feed.next(), kAway);
  EXPECT_FALSE(feed.has_more());
}

TEST(touch_feed, clear_forgets_the_queue_and_the_finger) {
  TouchFeed feed = fed({down(), up()});
  feed.next();
  feed.clear();
  EXPECT_FALSE(feed.has_more());
  EXPECT_EQ(feed.next(), kAway);
}

}  // namespace
