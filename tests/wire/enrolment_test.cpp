// SPDX-License-Identifier: Apache-2.0
#include "firmware/wire/enrolment.h"

#include <gtest/gtest.h>

#include "firmware/wire/signature.h"

namespace tertulia::wire {
namespace {

std::string certificate(const std::string& body) {
  return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
}

TEST(enrolment, survives_the_way_to_the_device) {
  const EnrolmentBundle bundle{SigningKey::random().public_key().text(), certificate("AAAA"),
                               certificate("BBBB")};
  EXPECT_EQ(decode_enrolment(encode(bundle)).value(), bundle);
}

TEST(enrolment, that_is_not_whole_is_refused) {
  const std::string whole =
      encode({SigningKey::random().public_key().text(), certificate("AAAA"), certificate("BBBB")});
  for (std::size_t size = 0; size < whole.size(); size += 7)
    EXPECT_FALSE(decode_enrolment(whole.substr(0, size)).ok());
  EXPECT_FALSE(decode_enrolment(whole + "more").ok());
  EXPECT_FALSE(decode_enrolment(encode({"no key", certificate("AAAA"), certificate("BBBB")})).ok());
  EXPECT_FALSE(decode_enrolment(std::string(100'000, 'x')).ok());
}

}  // namespace
}  // namespace tertulia::wire
