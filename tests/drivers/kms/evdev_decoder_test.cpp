// SPDX-License-Identifier: Apache-2.0
#include "drivers/kms/evdev_decoder.h"

#include <cstring>

#include <gtest/gtest.h>
#include <linux/input.h>

namespace tertulia {
namespace {

constexpr Size kScreen{1280, 800};
constexpr BootTime kNow{42};

struct evdev : testing::Test {
  static InputTraits traits(InputKind kind) { return {kind, {0, 4095}, {0, 4095}, 3}; }
  static EvdevDecoder panel() { return {traits(InputKind::kMultiTouch), kScreen}; }

  static std::vector<TouchContact> feed(EvdevDecoder& decoder, const std::vector<InputRecord>& records) {
    std::vector<TouchContact> all;
    for (const InputRecord& record : records)
      for (const TouchContact& contact : decoder.decode(record, kNow)) all.push_back(contact);
    return all;
  }
  static InputRecord abs(std::uint16_t code, std::int32_t value) { return {EV_ABS, code, value}; }
  static InputRecord rel(std::uint16_t code, std::int32_t value) { return {EV_REL, code, value}; }
  static InputRecord key(std::uint16_t code, std::int32_t value) { return {EV_KEY, code, value}; }
  static InputRecord end() { return {EV_SYN, SYN_REPORT, 0}; }
  static InputRecord dropped() { return {EV_SYN, SYN_DROPPED, 0}; }
  static TouchContact contact(ContactKind kind, int finger, Point at) {
    return {kind, std::int64_t{3} << 32 | finger, at, kNow};
  }
};

// A tap in the middle of a multitouch panel, byte for byte as the kernel hands it out: type, code and value,
// little endian, without the times.
constexpr std::uint8_t kTapBytes[] = {
    3, 0, 57, 0, 45, 0, 0,   0,   3,   0,   53, 0, 255, 7, 0, 0, 3, 0,   54, 0, 255, 7, 0, 0, 1, 0, 74,
    1, 1, 0,  0, 0,  3, 0,   0,   0,   255, 7,  0, 0,   3, 0, 1, 0, 255, 7,  0, 0,   0, 0, 0, 0, 0, 0,
    0, 0, 3,  0, 57, 0, 255, 255, 255, 255, 1,  0, 74,  1, 0, 0, 0, 0,   0,  0, 0,   0, 0, 0, 0, 0};

std::vector<InputRecord> records_from(std::span<const std::uint8_t> bytes) {
  std::vector<InputRecord> records(bytes.size() / sizeof(InputRecord));
  std::memcpy(records.data(), bytes.data(), records.size() * sizeof(InputRecord));
  return records;
}

TEST_F(evdev, the_bytes_of_a_tap_are_one_finger_down_and_up) {
  EvdevDecoder decoder = panel();
  EXPECT_EQ(feed(decoder, records_from(kTapBytes)), (std::vector{contact(ContactKind::kDown, 45, {639, 399}),
                                                                 contact(ContactKind::kUp, 45, {639, 399})}));
}

TEST_F(evdev, the_corners_of_the_panel_are_the_corners_of_the_screen) {
  EvdevDecoder decoder = panel();
  const auto contacts =
      feed(decoder, {abs(ABS_MT_TRACKING_ID, 1), abs(ABS_MT_POSITION_X, 0), abs(ABS_MT_POSITION_Y, 4095),
                     end(), abs(ABS_MT_POSITION_X, 4095), abs(ABS_MT_POSITION_Y, 0), end(),
                     abs(ABS_MT_POSITION_X, 99999), end()});
  ASSERT_EQ(contacts.size(), 3U);
  EXPECT_EQ(contacts[0].at, (Point{0, 799}));
  EXPECT_EQ(contacts[1].at, (Point{1279, 0}));
  EXPECT_EQ(contacts[2].at, (Point{1279, 0}));
}

TEST_F(evdev, nothing_is_told_before_a_report_ends) {
  EvdevDecoder decoder = panel();
  EXPECT_TRUE(feed(decoder, {abs(ABS_MT_TRACKING_ID, 1), abs(ABS_MT_POSITION_X, 5)}).empty());
}

TEST_F(evdev, a_finger_that_moves_is_told_and_one_that_rests_is_not) {
  EvdevDecoder decoder = panel();
  feed(decoder, {abs(ABS_MT_TRACKING_ID, 1), abs(ABS_MT_POSITION_X, 5), abs(ABS_MT_POSITION_Y, 5), end()});
  EXPECT_TRUE(feed(decoder, {end()}).empty());
  const auto moved = feed(decoder, {abs(ABS_MT_POSITION_X, 2048), end()});
  ASSERT_EQ(moved.size(), 1U);
  EXPECT_EQ(moved[0].kind, ContactKind::kMove);
}

TEST_F(evdev, two_fingers_keep_their_slots_apart) {
  EvdevDecoder decoder = panel();
  const auto down = feed(decoder, {abs(ABS_MT_SLOT, 0), abs(ABS_MT_TRACKING_ID, 1), abs(ABS_MT_POSITION_X, 0),
                                   abs(ABS_MT_POSITION_Y, 0), abs(ABS_MT_SLOT, 1), abs(ABS_MT_TRACKING_ID, 2),
                                   abs(ABS_MT_POSITION_X, 4095), abs(ABS_MT_POSITION_Y, 4095), end()});
  EXPECT_EQ(down, (std::vector{contact(ContactKind::kDown, 1, {0, 0}),
                               contact(ContactKind::kDown, 2, {1279, 799})}));
  EXPECT_EQ(feed(decoder, {abs(ABS_MT_SLOT, 0), abs(ABS_MT_TRACKING_ID, -1), end()}),
            (std::vector{contact(ContactKind::kUp, 1, {0, 0})}));
}

TEST_F(evdev, a_finger_that_replaces_another_in_its_slot_is_up_and_down) {
  EvdevDecoder decoder = panel();
  feed(decoder, {abs(ABS_MT_TRACKING_ID, 1), end()});
  const auto contacts = feed(decoder, {abs(ABS_MT_TRACKING_ID, 2), end()});
  ASSERT_EQ(contacts.size(), 2U);
  EXPECT_EQ(contacts[0].kind, ContactKind::kUp);
  EXPECT_EQ(contacts[1].kind, ContactKind::kDown);
}

TEST_F(evdev, a_tap_where_the_last_finger_was_before_we_started_has_its_place) {
  EvdevDecoder decoder = panel();
  decoder.set_positions(std::vector<RawPoint>{{4095, 4095}, {10, 10}});
  EXPECT_EQ(feed(decoder, {abs(ABS_MT_TRACKING_ID, 9), end()}),
            (std::vector{contact(ContactKind::kDown, 9, {1279, 799})}));
}

TEST_F(evdev, after_dropped_records_fingers_are_lost_and_stay_lost_until_they_are_lifted) {
  EvdevDecoder decoder = panel();
  feed(decoder, {abs(ABS_MT_TRACKING_ID, 1), end()});
  EXPECT_EQ(feed(decoder, {dropped()}), (std::vector{contact(ContactKind::kLost, 1, {0, 0})}));
  EXPECT_TRUE(feed(decoder, {abs(ABS_MT_POSITION_X, 4095), end()}).empty());  // what libevdev found to differ
  EXPECT_TRUE(
      feed(decoder, {abs(ABS_MT_POSITION_Y, 2048), end(), abs(ABS_MT_TRACKING_ID, -1), end()}).empty());
  EXPECT_EQ(feed(decoder, {abs(ABS_MT_POSITION_Y, 0), abs(ABS_MT_TRACKING_ID, 6), end()}),
            (std::vector{contact(ContactKind::kDown, 6, {1279, 0})}));
}

TEST_F(evdev, a_finger_that_came_among_dropped_records_is_down) {
  EvdevDecoder decoder = panel();
  feed(decoder, {abs(ABS_MT_TRACKING_ID, 1), end()});
  EXPECT_EQ(feed(decoder, {dropped(), abs(ABS_MT_SLOT, 0), abs(ABS_MT_TRACKING_ID, -1), end(),
                           abs(ABS_MT_TRACKING_ID, 5), abs(ABS_MT_POSITION_X, 4095), end()}),
            (std::vector{contact(ContactKind::kLost, 1, {0, 0}), contact(ContactKind::kDown, 5, {1279, 0})}));
}

TEST_F(evdev, a_hand_that_the_panel_calls_a_palm_is_no_finger) {
  EvdevDecoder decoder = panel();
  feed(decoder, {abs(ABS_MT_TRACKING_ID, 1), end()});
  EXPECT_EQ(feed(decoder, {abs(ABS_MT_TOOL_TYPE, MT_TOOL_PALM), end()}),
            (std::vector{contact(ContactKind::kLost, 1, {0, 0})}));
  EXPECT_TRUE(feed(decoder, {abs(ABS_MT_TRACKING_ID, -1), end()}).empty());
  EXPECT_TRUE(feed(decoder, {abs(ABS_MT_TRACKING_ID, 2), end()}).empty());
}

TEST_F(evdev, a_panel_that_knows_one_finger_taps_with_its_touch_key) {
  EvdevDecoder decoder(traits(InputKind::kSingleTouch), kScreen);
  EXPECT_EQ(
      feed(decoder, {abs(ABS_X, 4095), abs(ABS_Y, 0), key(BTN_TOUCH, 1), end(), key(BTN_TOUCH, 0), end()}),
      (std::vector{contact(ContactKind::kDown, 0, {1279, 0}), contact(ContactKind::kUp, 0, {1279, 0})}));
}

TEST_F(evdev, a_tablet_without_a_touch_key_taps_with_its_left_button) {
  EvdevDecoder decoder(traits(InputKind::kSingleTouch), kScreen);
  EXPECT_EQ(feed(decoder, {abs(ABS_X, 0), key(BTN_LEFT, 1), end()}).size(), 1U);
}

TEST_F(evdev, a_multitouch_panel_s_single_touch_records_are_not_counted_twice) {
  EvdevDecoder decoder = panel();
  EXPECT_TRUE(feed(decoder, {abs(ABS_X, 100), key(BTN_TOUCH, 1), end()}).empty());
}

TEST_F(evdev, a_mouse_starts_in_the_middle_and_stops_at_the_edges) {
  EvdevDecoder decoder(traits(InputKind::kMouse), kScreen);
  EXPECT_EQ(feed(decoder, {key(BTN_LEFT, 1), end()}),
            (std::vector{contact(ContactKind::kDown, 0, {640, 400})}));
  EXPECT_EQ(feed(decoder, {rel(REL_X, 2147483647), rel(REL_Y, -2147483647), end()}),
            (std::vector{contact(ContactKind::kMove, 0, {1279, 0})}));
}

TEST_F(evdev, a_mouse_that_hovers_and_its_other_buttons_are_no_contact) {
  EvdevDecoder decoder(traits(InputKind::kMouse), kScreen);
  EXPECT_TRUE(
      feed(decoder, {rel(REL_X, 5), end(), key(BTN_RIGHT, 1), end(), rel(REL_WHEEL, 1), end()}).empty());
}

TEST_F(evdev, an_unplugged_device_loses_its_fingers) {
  EvdevDecoder decoder = panel();
  feed(decoder, {abs(ABS_MT_TRACKING_ID, 1), end()});
  EXPECT_EQ(decoder.lose_all(kNow), (std::vector{contact(ContactKind::kLost, 1, {0, 0})}));
  EXPECT_TRUE(decoder.lose_all(kNow).empty());
}

TEST_F(evdev, slots_and_ranges_that_make_no_sense_do_no_harm) {
  EvdevDecoder decoder({InputKind::kMultiTouch, {7, 7}, {9, -9}, 0}, kScreen);
  decoder.set_positions(std::vector<RawPoint>(1000));
  feed(decoder,
       {abs(ABS_MT_SLOT, 2147483647), abs(ABS_MT_TRACKING_ID, 1), abs(ABS_MT_POSITION_X, -2147483647), end(),
        abs(ABS_MT_SLOT, -5), abs(ABS_MT_TRACKING_ID, 2), end()});
  EXPECT_EQ(decoder.lose_all(kNow).size(), 2U);
}

}  // namespace
}  // namespace tertulia
