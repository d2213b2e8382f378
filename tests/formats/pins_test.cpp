// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/configuration/pins.h"

#include <gmock/gmock.h>

#include "firmware/files/replace_file.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::formats {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const PinFile kBoth{PinEntry{"$argon2id$v=19$one", 4}, PinEntry{"$argon2id$v=19$two", 6}};

TEST(pins, what_is_written_is_read_back) {
  for (const PinFile& pins : {kBoth, PinFile{}, PinFile{kBoth.moderator, std::nullopt}}) {
    const auto read = parse_pins(pins_text(pins), "pins.toml");
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(read.value(), pins);
  }
}

TEST(pins, a_file_that_is_not_there_has_no_pins) {
  const auto read = read_pins("/nowhere/pins.toml");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value(), PinFile{});
}

TEST(pins, a_file_that_others_may_read_is_refused_with_the_cure) {
  const ScratchFolder folder;
  const auto path = folder.path() / "pins.toml";
  ASSERT_TRUE(replace_file(path, pins_text(kBoth), Readers::kEverybody).ok());
  const auto read = read_pins(path);
  ASSERT_FALSE(read.ok());
  EXPECT_THAT(read.error().message, HasSubstr("pins.toml"));
}

TEST(pins, a_damaged_file_is_refused_and_no_hash_is_repeated) {
  for (const char* text : {"[moderator", "[moderator]\ndigits = 4\nhash = \"secret\"\n",
                           "[moderator]\nhash = \"$argon2id$secret\"\n",
                           "[moderator]\ndigits = 99\nhash = \"$argon2id$secret\"\n",
                           "[visitor]\ndigits = 4\nhash = \"$argon2id$secret\"\n"}) {
    const auto read = parse_pins(text, "pins.toml");
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_THAT(read.error().message, HasSubstr("tertulia pin"));
    EXPECT_THAT(read.error().message, Not(HasSubstr("secret")));
  }
}

}  // namespace
}  // namespace tertulia::formats
