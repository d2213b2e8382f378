// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/digest.h"

#include <array>

#include <gtest/gtest.h>

namespace tertulia {
namespace {

TEST(base64, is_written_and_read_as_the_standard_has_it) {
  const std::pair<std::string_view, std::string_view> vectors[] = {
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
  };  // RFC 4648, section 10
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(to_base64(bytes), text);
    EXPECT_EQ(from_base64(text), bytes);
  }
  EXPECT_EQ(from_base64("AP8="), std::string("\0\xFF", 2));
}

TEST(base64, of_another_length_than_is_wanted_is_none) {
  std::array<std::uint8_t, 3> bytes{};
  EXPECT_TRUE(from_base64("Zm9v", bytes));
  EXPECT_EQ(bytes[2], 'o');
  EXPECT_FALSE(from_base64("Zm8=", bytes));
  EXPECT_FALSE(from_base64("Zm9vYg==", bytes));
}

TEST(base64, that_is_not_whole_is_none) {
  for (const char* text : {"Zg", "Zg=", "Zg==Zg==", "Zm9v\n", " Zm9v", "Zm9*", "Zh==", "=", "===="})
    EXPECT_EQ(from_base64(text), std::nullopt) << text;
}

}  // namespace
}  // namespace tertulia
