// SPDX-License-Identifier: Apache-2.0
#include "drivers/pins/argon_pins.h"

#include <gtest/gtest.h>

namespace tertulia {
namespace {

Pin pin_of(std::string_view digits) {
  const auto pin = ArgonPins::hashed(digits);
  EXPECT_TRUE(pin.ok());
  return pin.ok() ? pin.value() : Pin{};
}

bool matches(const Pin& pin, std::string_view typed) {
  auto pins = ArgonPins::open();
  return pins.ok() && pins.value().matches(pin, typed);
}

TEST(argon_pins, only_the_pin_itself_matches) {
  const Pin pin = pin_of("4711");
  EXPECT_EQ(pin.digits, 4);
  EXPECT_TRUE(matches(pin, "4711"));
  for (const std::string_view wrong : {"4712", "471", "47110", "", "1174"})
    EXPECT_FALSE(matches(pin, wrong)) << wrong;
}

TEST(argon_pins, the_hash_is_argon2id_with_a_salt_of_its_own_and_holds_no_digit_run_of_the_pin) {
  const Pin pin = pin_of("86420975");
  EXPECT_TRUE(pin.hash.starts_with("$argon2id$v=19$m=16384,t=3,p=1$")) << pin.hash;
  EXPECT_EQ(pin.hash.find("86420975"), std::string::npos);
  EXPECT_NE(pin.hash, pin_of("86420975").hash);
}

TEST(argon_pins, a_pin_has_four_to_eight_digits) {
  for (const std::string_view wrong : {"", "123", "123456789", "12a4", "12 34", "١٢٣٤"})
    EXPECT_FALSE(ArgonPins::hashed(wrong).ok()) << wrong;
}

TEST(argon_pins, a_hash_that_nobody_can_read_matches_nothing) {
  EXPECT_FALSE(matches({"", 4}, ""));
  EXPECT_FALSE(matches({"1234", 4}, "1234"));
  EXPECT_FALSE(matches({std::string(4096, 'x'), 4}, "1234"));
}

}  // namespace
}  // namespace tertulia
