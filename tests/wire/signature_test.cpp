// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/signature.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include "tests/wire/samples.h"

namespace tertulia::wire {
namespace {

Message word() {
  Message message;
  message.topic = "trt/1/valley/kiosk-1/ack";
  message.payload = R"({"epoch":"e","seq":7})";
  return message;
}

class signature : public testing::Test {
 protected:
  SigningKey key = SigningKey::random();
  PublicKey known = key.public_key();
  Message signed_word = key.sign(word());
};

TEST_F(signature, what_the_key_signed_is_known_to_be_signed_by_it) {
  EXPECT_TRUE(known.has_signed(signed_word));
}

TEST_F(signature, what_nobody_signed_is_not) { EXPECT_FALSE(known.has_signed(word())); }

TEST_F(signature, another_key_does_not_do) {
  EXPECT_FALSE(known.has_signed(SigningKey::random().sign(word())));
}

TEST_F(signature, every_byte_of_the_payload_counts) {
  for (char& byte : signed_word.payload) {
    byte = static_cast<char>(byte ^ 1);
    EXPECT_FALSE(known.has_signed(signed_word));
    byte = static_cast<char>(byte ^ 1);
  }
}

TEST_F(signature, a_word_for_one_device_is_none_for_another) {
  signed_word.topic = "trt/1/valley/kiosk-2/ack";
  EXPECT_FALSE(known.has_signed(signed_word));
}

TEST_F(signature, a_word_of_one_kind_is_none_of_another) {
  signed_word.topic = "trt/1/valley/kiosk-1/cmd/restart";
  EXPECT_FALSE(known.has_signed(signed_word));
}

TEST_F(signature, one_that_is_no_base64_or_too_short_or_there_twice_is_none) {
  const std::string good = signed_word.property(kSignatureProperty);
  for (const std::string& text :
       {std::string(), std::string("!"), good.substr(4), good + "AAAA", good + "\n"}) {
    signed_word.properties = {{kSignatureProperty, text}};
    EXPECT_FALSE(known.has_signed(signed_word)) << text;
  }
  signed_word.properties = {{kSignatureProperty, good}, {kSignatureProperty, good}};
  EXPECT_FALSE(known.has_signed(signed_word));
}

TEST_F(signature, signing_again_replaces_the_signature) {
  const Message again = SigningKey::random().sign(signed_word);
  EXPECT_EQ(again.properties.size(), 1U);
  EXPECT_FALSE(known.has_signed(again));
}

TEST_F(signature, keys_come_back_from_their_text) {
  EXPECT_EQ(SigningKey::parse(key.text()).value().public_key(), known);
  EXPECT_EQ(PublicKey::parse(known.text()).value(), known);
  EXPECT_EQ(known.text().size(), 44U);
}

TEST_F(signature, a_secret_name_follows_from_key_and_purpose_alone) {
  const std::string name = key.secret_name("share");
  EXPECT_EQ(name, SigningKey::parse(key.text()).value().secret_name("share"));
  EXPECT_NE(name, key.secret_name("another"));
  EXPECT_NE(name, SigningKey::random().secret_name("share"));
  EXPECT_EQ(name.size(), 32U);
  EXPECT_EQ(name.find_first_not_of("0123456789abcdef"), std::string::npos);
}

TEST_F(signature, what_is_no_key_is_refused_and_not_repeated) {
  for (const std::string& text :
       {std::string(), std::string("key"), known.text() + "AAAA", known.text().substr(1)}) {
    EXPECT_FALSE(PublicKey::parse(text).ok());
    EXPECT_FALSE(SigningKey::parse(text).ok());
  }
  const std::string secret = "c2VjcmV0";
  EXPECT_EQ(SigningKey::parse(secret).error().message.find(secret), std::string::npos);
}

// Who writes another hub or device reads the header; this holds it to its word, with the library alone.
TEST_F(signature, is_made_over_the_bytes_that_the_header_names) {
  const std::string bytes = "tertulia-signed-message-v1\n" + word().topic + "\n" + word().payload;
  std::array<unsigned char, 64> made{};
  std::array<unsigned char, 32> public_bytes{};
  const std::string text = signed_word.property(kSignatureProperty);
  const std::string key_text = known.text();
  ASSERT_EQ(sodium_base642bin(made.data(), made.size(), text.data(), text.size(), nullptr, nullptr, nullptr,
                              sodium_base64_VARIANT_ORIGINAL),
            0);
  ASSERT_EQ(sodium_base642bin(public_bytes.data(), public_bytes.size(), key_text.data(), key_text.size(),
                              nullptr, nullptr, nullptr, sodium_base64_VARIANT_ORIGINAL),
            0);
  EXPECT_EQ(crypto_sign_verify_detached(made.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                                        bytes.size(), public_bytes.data()),
            0);
}

}  // namespace
}  // namespace tertulia::wire
