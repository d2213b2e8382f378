// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/signature.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include "firmware/wire/receipts.h"
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

// FIPS 180-4, the example of one block.
TEST(content_hash, is_sha_256_in_lower_case_hex) {
  EXPECT_EQ(content_hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

class receipt : public testing::Test {
 protected:
  Envelope answer = to_envelope(sample<0>(), some_stamp());
  std::string body = to_structured(answer);
  std::string id = answer.id;
  Ack ack{"e", 0, {}, {receipt_for(answer)}};
};

TEST_F(receipt, names_the_id_and_what_was_said) {
  EXPECT_EQ(ack.receipts[0].submission, id);
  EXPECT_EQ(ack.receipts[0].content, content_hash(to_message(answer, some_origin()).payload));
  EXPECT_TRUE(has_receipt(ack, id, body));
}

TEST_F(receipt, is_the_same_for_the_hub_that_got_it_by_message) {
  EXPECT_EQ(receipt_for(from_message(to_message(answer, some_origin())).value()), ack.receipts[0]);
}

TEST_F(receipt, is_found_where_another_program_wrote_the_answer_down_with_blanks) {
  const std::string before = "{ \"data\" : " + answer.data + ", \"id\" : \"" + id + "\"";
  const std::string spaced = before + body.substr(body.find(",\"recordedtime"));
  const std::string whole = spaced.substr(0, spaced.size() - 1) + R"(,"clockquality":"synced","epoch":"e"})";
  ASSERT_TRUE(from_structured(whole).ok()) << whole;
  EXPECT_TRUE(has_receipt(ack, id, whole));
}

TEST_F(receipt, is_not_found_in_a_text_that_only_quotes_the_answer) {
  const std::string quoting = R"({"comment":)" + body + R"(,"data":{},"id":")" + id + R"("})";
  EXPECT_FALSE(has_receipt(ack, id, quoting));
  for (std::size_t size = 0; size < body.size(); ++size)
    EXPECT_FALSE(has_receipt(ack, "another", body.substr(0, size)));
}

TEST_F(receipt, of_another_answer_is_none) {
  answer.data[answer.data.find("climate")] = 'k';
  EXPECT_FALSE(has_receipt(ack, id, to_structured(answer)));
  EXPECT_FALSE(has_receipt(ack, "another", body));
  EXPECT_FALSE(has_receipt({"e", 9, {}}, id, body));
  EXPECT_FALSE(has_receipt(ack, id, "{"));
}

}  // namespace
}  // namespace tertulia::wire
