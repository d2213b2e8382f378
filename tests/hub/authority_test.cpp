// SPDX-License-Identifier: Apache-2.0
// Who is taken in, who is turned away, and how secret the keys are. What the certificates are worth is asked
// of a real broker in tests/trust.
#include "hub/trust/authority.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "drivers/openssl/certificates.h"
#include "drivers/openssl/enrolment_request.h"
#include "firmware/wire/enrolment.h"
#include "firmware/wire/signature.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::hub {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class authority : public testing::Test {
 protected:
  void SetUp() override {
    const auto made = make_authority(folder_, {"broker.example"}, now_);
    ASSERT_TRUE(made.ok()) << made.error().message;
  }
  Approval approval(const std::string& device, std::vector<std::string> roles = {"kiosk"}) const {
    const openssl::Applicant applicant{device, std::move(roles)};
    Approval approval;
    approval.folder = folder_;
    approval.request = openssl::make_enrolment_request(key_, applicant, made_).value();
    approval.code = openssl::code_for(applicant, openssl::public_key_of(key_).value());
    approval.hub_key = wire::SigningKey::random().public_key().text();
    return approval;
  }
  std::string why_not(const Approval& approval) const {
    const auto enrolled = enrol(approval, now_);
    return enrolled.ok() ? "taken in" : enrolled.error().message;
  }

  ScratchFolder scratch_;
  std::string folder_ = scratch_.file("authority");
  WallTime now_ = wall_from_rfc3339("2027-05-11T15:00:00Z").value();
  WallTime made_ = now_;
  std::string key_ = openssl::make_key();  // of the device that asks
};

TEST_F(authority, its_folder_and_keys_are_for_their_owner_alone) {
  namespace fs = std::filesystem;
  constexpr auto kOthers = fs::perms::group_all | fs::perms::others_all;
  EXPECT_EQ(fs::status(folder_).permissions() & kOthers, fs::perms::none);
  for (const auto* name : {"programme.key", "hub-authority.key", "broker.key", "hub.key"})
    EXPECT_EQ(fs::status(folder_ + "/" + name).permissions() & kOthers, fs::perms::none) << name;
}

TEST_F(authority, made_again_it_stays_the_same_and_renews_broker_and_hub) {
  const auto serial = [this](const std::string& name) {
    std::ifstream file(folder_ + "/" + name);
    return openssl::read_certificate({std::istreambuf_iterator<char>(file), {}}).value().serial;
  };
  const std::string programme = serial("programme.pem");
  const std::string broker = serial("broker.pem");
  ASSERT_TRUE(make_authority(folder_, {"broker.example"}, now_).ok());
  EXPECT_EQ(serial("programme.pem"), programme);
  EXPECT_NE(serial("broker.pem"), broker);
}

TEST_F(authority, a_device_gets_its_certificate_with_the_hub_s_key) {
  const Approval asked = approval("kiosk-1");
  const auto enrolled = enrol(asked, now_);
  ASSERT_TRUE(enrolled.ok()) << enrolled.error().message;
  EXPECT_EQ(enrolled.value().device, "kiosk-1");
  const auto bundle = wire::decode_enrolment(enrolled.value().bundle).value();
  EXPECT_EQ(bundle.hub_key, asked.hub_key);
  EXPECT_EQ(openssl::read_certificate(bundle.certificate).value().public_key,
            openssl::public_key_of(key_).value());
  EXPECT_EQ(enrolled.value().code, openssl::code_of(enrolled.value().bundle));
}

TEST_F(authority, a_request_with_another_code_is_refused) {
  Approval wrong = approval("kiosk-1");
  key_ = openssl::make_key();
  wrong.code = approval("kiosk-1").code;
  EXPECT_THAT(why_not(wrong), HasSubstr("another device made this file"));
}

TEST_F(authority, a_code_that_was_shown_for_another_name_signs_nothing) {
  Approval renamed = approval("desk-magna");
  renamed.code = approval("kiosk-1").code;
  EXPECT_THAT(why_not(renamed), HasSubstr("This request asks for desk-magna: kiosk"));
  EXPECT_TRUE(std::filesystem::is_empty(folder_ + "/issued"));
}

TEST_F(authority, a_code_that_was_shown_for_another_role_signs_nothing_and_says_for_which) {
  Approval promoted = approval("kiosk-1", {"kiosk", "moderator"});
  promoted.code = approval("kiosk-1", {"kiosk"}).code;
  EXPECT_THAT(why_not(promoted), HasSubstr("shown for kiosk-1: kiosk. "));
  EXPECT_THAT(why_not(promoted), HasSubstr("asks for kiosk-1: kiosk, moderator"));
  EXPECT_TRUE(std::filesystem::is_empty(folder_ + "/issued"));
}

TEST_F(authority, what_a_request_asks_for_can_be_looked_at_before_anything_is_signed) {
  const auto asked = read_asked(approval("kiosk-1", {"room", "kiosk"}), now_);
  ASSERT_TRUE(asked.ok()) << asked.error().message;
  EXPECT_EQ(asked.value().device, "kiosk-1");
  EXPECT_THAT(asked.value().roles, ElementsAre("kiosk", "room"));
  EXPECT_EQ(asked.value().made, made_);
  EXPECT_THAT(asked.value().warnings, IsEmpty());
  EXPECT_TRUE(std::filesystem::is_empty(folder_ + "/issued"));
}

TEST_F(authority, a_device_that_asks_for_other_roles_than_before_is_told) {
  ASSERT_TRUE(enrol(approval("kiosk-1", {"kiosk"}), now_).ok());
  EXPECT_THAT(read_asked(approval("kiosk-1", {"kiosk"}), now_).value().warnings, IsEmpty());
  EXPECT_THAT(read_asked(approval("kiosk-1", {"moderator"}), now_).value().warnings,
              ElementsAre(HasSubstr("was for other roles: kiosk")));
}

TEST_F(authority, a_request_is_good_for_two_weeks_and_then_says_what_to_do) {
  made_ = now_ - std::chrono::days(13);
  EXPECT_EQ(why_not(approval("kiosk-1")), "taken in");
  made_ = now_ - std::chrono::days(15);
  EXPECT_THAT(why_not(approval("kiosk-2")), HasSubstr("made on 2027-04-26"));
  EXPECT_THAT(why_not(approval("kiosk-2")), HasSubstr("Make a new one with `tertulia enrol`"));
  made_ = now_ + std::chrono::days(2);
  EXPECT_THAT(why_not(approval("kiosk-2")), HasSubstr("one of the clocks is wrong"));
}

TEST_F(authority, a_device_whose_clock_was_never_set_can_be_taken_in) {
  made_ = WallTime{};
  Approval known = approval("kiosk-1");
  EXPECT_THAT(why_not(known), HasSubstr("--any-date"));
  known.any_date = true;
  EXPECT_EQ(why_not(known), "taken in");
}

TEST_F(authority, a_request_whose_code_covers_its_key_alone_is_refused) {
  Approval old = approval("kiosk-1");
  old.request = openssl::make_request(key_, "kiosk-1").value();
  old.code = openssl::code_of(openssl::public_key_of(key_).value());
  EXPECT_THAT(why_not(old), HasSubstr("make a new request"));
}

TEST_F(authority, a_name_that_is_no_device_s_is_refused) {
  for (const auto* name : {"hub", "all", "room", "Kiosk", "a/b", "+", "#", "%u", "kiosk.1"})
    EXPECT_THAT(why_not(approval(name)), HasSubstr("not the name of a device")) << name;
}

TEST_F(authority, a_name_is_not_given_twice_unless_it_is_meant) {
  ASSERT_TRUE(enrol(approval("kiosk-1"), now_).ok());
  EXPECT_THAT(why_not(approval("kiosk-1")), HasSubstr("--replace"));
  Approval meant = approval("kiosk-1");
  meant.replaces = true;
  EXPECT_EQ(why_not(meant), "taken in");
  ASSERT_TRUE(revoke(folder_, "kiosk-1").ok());
  EXPECT_EQ(why_not(approval("kiosk-1")), "taken in") << "nothing of the old one is in use";
}

TEST_F(authority, who_has_no_certificate_cannot_be_turned_away) {
  EXPECT_FALSE(revoke(folder_, "kiosk-9").ok());
  ASSERT_TRUE(enrol(approval("kiosk-10"), now_).ok());
  EXPECT_FALSE(revoke(folder_, "kiosk-1").ok()) << "a name is not the beginning of another";
  EXPECT_EQ(revoke(folder_, "kiosk-10").value(), 1);
  EXPECT_FALSE(revoke(folder_, "kiosk-10").ok());
}

}  // namespace
}  // namespace tertulia::hub
