// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/contact.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "firmware/domain/limits.h"
#include "tests/wire/samples.h"

namespace tertulia {
namespace {

// Of any letters, as long as there is room for it.
std::string random_text(std::mt19937& random, std::size_t most = kMostContactTextBytes) {
  const std::vector<std::string> letters = {"a", "Z", " ", "\"", "\\",     "\n", "é",
                                            "م", "ሰ", "ი", "𝄞",  "\u202E", "@"};
  const std::size_t length = random() % (most + 100);
  std::string text;
  while (text.size() < length) {
    const std::string& letter = letters[random() % letters.size()];
    if (size_in_json(text + letter) > most) break;
    text += letter;
  }
  return text;
}

TEST(contact, every_one_has_the_same_size_and_comes_back_as_it_was) {
  std::mt19937 random(11);
  for (int i = 0; i < 2'000; ++i) {
    const Contact contact{random_text(random), random_text(random), random_text(random, kMostOfferBytes),
                          random() % 2 == 0};
    const std::string text = wire::encode(contact);
    EXPECT_EQ(text.size(), kContactBytes);
    const auto back = wire::decode_contact(text);
    ASSERT_TRUE(back.ok()) << back.error().message;
    EXPECT_EQ(back.value(), contact);
  }
}

TEST(contact, the_largest_texts_have_room) {
  const std::string longest(kMostContactTextBytes / 2, '"');  // JSON writes two bytes for each
  const Contact contact{longest, longest, std::string(kMostOfferBytes / 2, '"'), false};
  EXPECT_EQ(wire::decode_contact(wire::encode(contact)).value(), contact);
}

TEST(contact, what_is_no_contact_is_refused) {
  for (const char* other : {"", "{", "[]", "{}", R"({"name":"Ana","address":"1","offer":""})",
                            R"({"name":7,"address":"","offer":"","for_others":true})"})
    EXPECT_FALSE(wire::decode_contact(other).ok()) << other;
}

Event sealed_one() {
  const auto all = every_event();
  return *std::find_if(all.begin(), all.end(), [](const Event& event) {
    return std::holds_alternative<event::ContactSealed>(event);
  });
}

TEST(contact, its_event_has_its_own_id_and_names_no_device_and_no_row) {
  const auto event = std::get<event::ContactSealed>(sealed_one());
  const wire::EventBody body = wire::body_of(event);
  EXPECT_EQ(body.id, event.contact.id.text());
  EXPECT_EQ(body.content.size(), 64U);
  EXPECT_EQ(body.data.find("kiosk-1"), std::string::npos);
  EXPECT_EQ(body.data.find("e7f3"), std::string::npos);
}

TEST(contact, a_sealed_one_of_another_size_is_refused) {
  auto envelope = wire::to_envelope(sealed_one(), some_stamp());
  const auto sealed = envelope.data.find("paWl");
  ASSERT_NE(sealed, std::string::npos);
  envelope.data.erase(sealed, 4);
  const auto read = wire::to_event(envelope);
  ASSERT_FALSE(read.ok());
  EXPECT_NE(read.error().message.find("1584 bytes"), std::string::npos) << read.error().message;
}

TEST(contact, one_under_the_id_of_another_event_is_refused) {
  auto envelope = wire::to_envelope(sealed_one(), some_stamp());
  envelope.id = "e7f3-42";
  EXPECT_FALSE(wire::to_event(envelope).ok());
}

}  // namespace
}  // namespace tertulia
