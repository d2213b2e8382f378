// SPDX-License-Identifier: Apache-2.0
#include "drivers/sealing/opening_key.h"

#include <gtest/gtest.h>

#include "drivers/sealing/sodium_sealer.h"

namespace tertulia {
namespace {

constexpr const char* kText = "ana@culture.example";

std::vector<std::uint8_t> sealed_to(const SealingKey& key) {
  return SodiumSealer::open().value().seal(key, kText).value();
}

TEST(opening_key, opens_what_was_sealed_to_its_public_half) {
  const OpeningKey key = OpeningKey::random().value();
  EXPECT_EQ(key.open(sealed_to(key.public_key())).value(), kText);
}

TEST(opening_key, opens_nothing_that_was_sealed_to_another_or_is_damaged) {
  const OpeningKey key = OpeningKey::random().value();
  EXPECT_FALSE(OpeningKey::random().value().open(sealed_to(key.public_key())).ok());
  auto damaged = sealed_to(key.public_key());
  damaged.back() ^= 1U;
  EXPECT_FALSE(key.open(damaged).ok());
  EXPECT_FALSE(key.open(std::vector<std::uint8_t>(3)).ok());
}

TEST(opening_key, comes_back_from_its_file_with_and_without_a_passphrase) {
  const OpeningKey key = OpeningKey::random().value();
  for (const std::string passphrase : {"", "four small words"}) {
    const auto back = OpeningKey::parse(key.text(passphrase).value(), passphrase);
    ASSERT_TRUE(back.ok()) << back.error().message;
    EXPECT_EQ(back.value().open(sealed_to(key.public_key())).value(), kText);
  }
}

std::string complaint(const std::string& text, const std::string& passphrase) {
  const auto key = OpeningKey::parse(text, passphrase);
  return key.ok() ? "" : key.error().message;
}

TEST(opening_key, says_what_is_wrong_with_its_file_or_its_passphrase) {
  const OpeningKey key = OpeningKey::random().value();
  const std::string locked = key.text("right").value();
  EXPECT_NE(complaint(locked, "").find("--passphrase-file"), std::string::npos);
  EXPECT_NE(complaint(locked, "wrong").find("another passphrase"), std::string::npos);
  EXPECT_NE(complaint(locked.substr(0, 40), "right").find("damaged"), std::string::npos);
  EXPECT_NE(complaint(key.text("").value(), "right").find("not locked"), std::string::npos);
  EXPECT_NE(complaint("hello", "").find("make-contact-key"), std::string::npos);
}

TEST(opening_key, a_locked_file_does_not_show_the_key) {
  const OpeningKey key = OpeningKey::random().value();
  EXPECT_EQ(key.text("right").value().find(key.text("").value().substr(0, 20)), std::string::npos);
  EXPECT_NE(key.text("right").value(), key.text("right").value());
}

}  // namespace
}  // namespace tertulia
