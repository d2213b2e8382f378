// SPDX-License-Identifier: Apache-2.0
// What the code of a request covers, and what a hub can tell of a request.
#include "drivers/openssl/enrolment_request.h"

#include <gmock/gmock.h>

#include "drivers/openssl/certificates.h"

namespace tertulia::openssl {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct enrolment_request : testing::Test {
  std::string key = make_key();
  std::string public_key = public_key_of(key).value();
  WallTime made = wall_from_rfc3339("2027-05-11T15:00:00Z").value();
  Applicant kiosk{"kiosk-1", {"room", "kiosk", "kiosk"}};
};

TEST_F(enrolment_request, says_name_roles_key_and_day) {
  const auto read = read_enrolment_request(make_enrolment_request(key, kiosk, made).value());
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(read.value().applicant.device, "kiosk-1");
  EXPECT_THAT(read.value().applicant.roles, ElementsAre("kiosk", "room"));
  EXPECT_EQ(read.value().made, made);
  EXPECT_EQ(read.value().public_key, public_key);
  EXPECT_EQ(in_words(read.value().applicant), "kiosk-1: kiosk, room");
  EXPECT_EQ(in_words(kiosk), "kiosk-1: kiosk, room");
}

TEST_F(enrolment_request, has_another_code_for_another_name_another_role_and_another_key) {
  const std::string code = code_for(kiosk, public_key);
  EXPECT_EQ(code.size(), 14U);
  EXPECT_NE(code_for({"kiosk-2", kiosk.roles}, public_key), code);
  EXPECT_NE(code_for({"kiosk-1", {"kiosk"}}, public_key), code);
  EXPECT_NE(code_for({"kiosk-1", {"kiosk", "moderator"}}, public_key), code);
  EXPECT_NE(code_for({"kiosk-1", {}}, public_key), code);
  EXPECT_NE(code_for(kiosk, public_key_of(make_key()).value()), code);
}

TEST_F(enrolment_request, keeps_its_code_when_it_is_made_again) {
  const auto again =
      read_enrolment_request(make_enrolment_request(key, kiosk, made + std::chrono::days(9)).value());
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(code_for(again.value().applicant, again.value().public_key), code_for(kiosk, public_key));
}

TEST_F(enrolment_request, of_a_version_before_is_refused_with_its_cure) {
  const auto old = read_enrolment_request(make_request(key, "kiosk-1").value());
  ASSERT_FALSE(old.ok());
  EXPECT_THAT(old.error().message, HasSubstr("older version"));
  EXPECT_THAT(old.error().message, HasSubstr("make a new request there with `tertulia enrol`"));
}

TEST_F(enrolment_request, that_says_anything_else_is_refused) {
  for (const char* note :
       {"hello", "tertulia-request-3 roles= made=2027-05-11T15:00:00Z", "tertulia-request-2 roles=kiosk",
        "tertulia-request-2 roles=Kiosk made=2027-05-11T15:00:00Z",
        "tertulia-request-2 roles=a,,b made=2027-05-11T15:00:00Z",
        "tertulia-request-2 roles=a\x1B[2J made=2027-05-11T15:00:00Z", "tertulia-request-2 roles=a made=soon",
        "tertulia-request-2 roles=a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q made=2027-05-11T15:00:00Z"})
    EXPECT_FALSE(read_enrolment_request(make_request(key, "kiosk-1", note).value()).ok()) << note;
}

TEST_F(enrolment_request, that_was_changed_on_its_way_is_refused) {
  std::string changed = make_enrolment_request(key, kiosk, made).value();
  const auto at = changed.find('\n', 200);
  changed[at - 5] = changed[at - 5] == 'A' ? 'B' : 'A';
  EXPECT_FALSE(read_enrolment_request(changed).ok());
}

TEST(a_typed_code, may_lack_its_hyphens_and_have_capitals) {
  EXPECT_TRUE(is_same_code("K7RQ 2mzd w4hp", "k7rq-2mzd-w4hp"));
  EXPECT_TRUE(is_same_code("k7rq2mzdw4hp", "k7rq-2mzd-w4hp"));
  EXPECT_FALSE(is_same_code("k7rq-2mzd-w4h", "k7rq-2mzd-w4hp"));
  EXPECT_FALSE(is_same_code("", "k7rq-2mzd-w4hp"));
}

}  // namespace
}  // namespace tertulia::openssl
