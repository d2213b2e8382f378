// SPDX-License-Identifier: Apache-2.0
#include "firmware/domain/contact.h"

#include <gtest/gtest.h>

#include "firmware/domain/digest.h"
#include "firmware/domain/sealing_key.h"

namespace tertulia {
namespace {

SealingKey some_key(std::uint8_t first = 7) {
  SealingKey::Bytes bytes{};
  bytes.fill(first);
  return SealingKey(bytes);
}

TEST(contact, an_address_is_an_email_or_a_telephone_number_as_people_write_them) {
  for (const char* good : {"ana@culture.example", "a.b+c@x.co.uk", "+351 21 123 4567", "(0)12-34.56/7",
                           "12345", "٠١٢٣٤٥٦٧", "آنا@مثال.إختبار"})
    EXPECT_TRUE(is_address(good)) << good;
}

TEST(contact, what_nobody_could_write_or_call_to_is_no_address) {
  for (const char* bad : {"", "Ana", "ana@culture", "@culture.example", "ana@.example", "ana@culture.",
                          "a@b@c.d", "ana @culture.example", "a@b..c", "1234", "12345 or 6789", "+-()./ "})
    EXPECT_FALSE(is_address(bad)) << bad;
}

TEST(contact, its_only_time_is_its_day) {
  const auto tapped = wall_from_rfc3339("2027-05-11T14:30:45.678Z").value();
  EXPECT_EQ(to_rfc3339(day_of(tapped)), "2027-05-11T00:00:00Z");
}

TEST(sealing_key, its_text_gives_it_back) {
  const std::string text = some_key().text();
  EXPECT_EQ(text.size(), 48U);
  const auto back = SealingKey::parse(text);
  ASSERT_TRUE(back.ok()) << back.error().message;
  EXPECT_EQ(back.value().bytes(), some_key().bytes());
}

TEST(sealing_key, each_wrong_letter_is_noticed) {
  const std::string text = some_key().text();
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string wrong = text;
    wrong[i] = wrong[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(SealingKey::parse(wrong).ok()) << i;
  }
}

TEST(sealing_key, a_key_of_another_kind_is_refused_with_what_helps) {
  for (const std::string& other : {to_base64(some_key().bytes()), std::string(), some_key().text() + "\n"}) {
    const auto parsed = SealingKey::parse(other);
    ASSERT_FALSE(parsed.ok());
    EXPECT_NE(parsed.error().message.find("make-contact-key"), std::string::npos);
  }
}

}  // namespace
}  // namespace tertulia
