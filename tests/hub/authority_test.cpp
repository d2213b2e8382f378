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
#include "firmware/wire/enrolment.h"
#include "firmware/wire/signature.h"
#include "tests/support/scratch_folder.h"

namespace tertulia::hub {
namespace {

using testing::HasSubstr;

class authority : public testing::Test {
 protected:
  void SetUp() override {
    const auto made = make_authority(folder_, {"broker.example"}, now_);
    ASSERT_TRUE(made.ok()) << made.error().message;
  }
  Approval approval(const std::string& device) const {
    Approval approval;
    approval.folder = folder_;
    approval.request = openssl::make_request(openssl::make_key(), device).value();
    approval.code = openssl::read_request(approval.request).value().code;
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
  EXPECT_EQ(openssl::read_certificate(bundle.certificate).value().code, asked.code);
  EXPECT_EQ(enrolled.value().code, openssl::code_of(enrolled.value().bundle));
}

TEST_F(authority, a_request_with_another_code_is_refused) {
  Approval wrong = approval("kiosk-1");
  wrong.code = approval("kiosk-1").code;
  EXPECT_THAT(why_not(wrong), HasSubstr("code"));
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
