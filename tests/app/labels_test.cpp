// SPDX-License-Identifier: Apache-2.0
// Small texts that several screens share.
#include "firmware/app/text/labels.h"

#include <gtest/gtest.h>

#include "tests/support/sample_device.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace {

const Catalogue kEnglish;

TEST(words, a_clock_shows_the_time_of_the_visit_wherever_the_device_stands) {
  EXPECT_EQ(clock_text(at(9, 5).wall, "America/Costa_Rica"), "09:05");
  EXPECT_EQ(clock_text(at(9, 5).wall, "Africa/Addis_Ababa"), "18:05");
}

TEST(words, an_unknown_zone_shows_no_wrong_time) { EXPECT_EQ(clock_text(at(9, 5).wall, "Nowhere"), ""); }

TEST(words, the_day_of_the_visit_counts_from_one) {
  const DeviceState device_state = sample_device();
  EXPECT_EQ(plain(visit_day_text(kEnglish, device_state.pack.visit, at(0, 0).wall)),
            "Exchange visit, day 2 of 4");
  EXPECT_EQ(plain(visit_day_text(kEnglish, device_state.pack.visit, at(23, 59).wall)),
            "Exchange visit, day 2 of 4");
}

TEST(words, outside_its_days_a_visit_has_only_its_title) {
  const DeviceState device_state = sample_device();
  EXPECT_EQ(visit_day_text(kEnglish, device_state.pack.visit, at(9, 0).wall - 48h), "Exchange visit");
  EXPECT_EQ(visit_day_text(kEnglish, device_state.pack.visit, at(9, 0).wall + 96h), "Exchange visit");
}

TEST(words, a_day_ends_at_midnight_of_the_visits_zone) {
  EXPECT_TRUE(same_day(at(0, 0).wall, at(23, 59, 59).wall, "America/Costa_Rica"));
  EXPECT_FALSE(same_day(at(23, 59, 59).wall, at(24, 0).wall, "America/Costa_Rica"));
  EXPECT_FALSE(same_day(at(0, 0).wall, at(0, 0).wall, "Nowhere"));
}

TEST(words, a_speaker_follows_the_title_in_a_direction_of_its_own) {
  EXPECT_EQ(with_speaker("عرض", "Costa Rica"),
            "\u2068عرض\u2069 — \u2068"
            "Costa Rica\u2069");
  EXPECT_EQ(with_speaker("Coffee", ""), "Coffee");
}

TEST(words, a_dot_joins_only_what_is_there) {
  EXPECT_EQ(joined("a", "b"), "\u2068a\u2069 · \u2068b\u2069");
  EXPECT_EQ(joined("", "b"), "b");
  EXPECT_EQ(joined("a", ""), "a");
}

TEST(words, an_unknown_format_has_no_name) {
  EXPECT_EQ(format_text(kEnglish, "round-table"), "Round table");
  EXPECT_EQ(format_text(kEnglish, "disco"), "");
}

TEST(words, an_unknown_language_or_room_shows_its_code) {
  EXPECT_EQ(language_name("am"), "አማርኛ");
  EXPECT_EQ(language_name("xx"), "xx");
  EXPECT_EQ(room_name(sample_device().pack.visit, "magna", "en"), "Sala Magna");
  EXPECT_EQ(room_name(sample_device().pack.visit, "attic", "en"), "attic");
}

}  // namespace
