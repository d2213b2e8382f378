// SPDX-License-Identifier: Apache-2.0
// What a start finds: answers that a restart interrupted, and a device that nobody has taken in yet.
#include "firmware/program/opening.h"

#include "firmware/program/identity.h"
#include "firmware/program/qr_text.h"
#include "tests/drivers/sqlite/samples.h"
#include "tests/support/sample_house.h"

namespace tertulia {
namespace {

class a_start : public testing::Test {
 protected:
  Folder folder_;
  FakeDevice device_;
  SqliteStore::Opened opened_ = open(folder_.file(), device_);
  House house_ = test::sample_house();

  // The power fails, and comes back.
  void starts_again() {
    opened_.store.reset();
    opened_ = open(folder_.file(), device_);
    house_ = test::sample_house();
    ASSERT_TRUE(settle(*opened_.store, house_, at_tap().now).ok());
  }
  [[nodiscard]] std::optional<Fate> fate() const {
    const auto found = house_.interrupted.find("main-hall");
    return found == house_.interrupted.end() ? std::nullopt : std::optional(found->second.fate);
  }
  [[nodiscard]] formats::Configuration configuration() const {
    formats::Configuration value;
    value.device.id = "kiosk-7";
    value.broker.host = "broker.example";
    value.broker.identity = folder_.file("identity");
    return value;
  }
};

TEST_F(a_start, in_the_middle_of_a_form_says_that_it_is_not_saved_in_the_language_of_its_person) {
  ASSERT_TRUE(opened_.store->save_draft(submission(1)).ok());
  starts_again();
  EXPECT_EQ(fate(), Fate::kNotSaved);
  EXPECT_EQ(house_.interrupted["main-hall"].language, "es");
  EXPECT_EQ(opened_.store->counts().value().submitted, 0U);
}

TEST_F(a_start, between_commit_and_thanks_says_that_it_is_saved) {
  submit(*opened_.store, 1);
  starts_again();
  EXPECT_EQ(fate(), Fate::kSaved);
  EXPECT_EQ(opened_.store->counts().value().submitted, 1U);
}

TEST_F(a_start, after_the_thanks_says_nothing) {
  submit(*opened_.store, 1);
  ASSERT_TRUE(opened_.store->thanked(id_of(1)).ok());
  starts_again();
  EXPECT_FALSE(fate());
}

TEST_F(a_start, says_it_once) {
  submit(*opened_.store, 1);
  ASSERT_TRUE(opened_.store->save_draft(submission(2)).ok());
  starts_again();
  EXPECT_EQ(fate(), Fate::kNotSaved) << "whose answers are gone must hear of it";
  starts_again();
  EXPECT_FALSE(fate());
}

TEST_F(a_start, of_a_form_without_an_answer_says_nothing) {
  Submission empty = submission(1);
  empty.answers.clear();
  ASSERT_TRUE(opened_.store->save_draft(empty).ok());
  starts_again();
  EXPECT_FALSE(fate());
}

TEST_F(a_start, without_enrolment_shows_the_request_and_the_code_and_tries_no_broker) {
  EXPECT_FALSE(prepare_link(configuration(), house_, at_tap().now));
  EXPECT_EQ(house_.link, Link::kNotEnrolled);
  ASSERT_TRUE(house_.enrolment);
  const auto application = apply_for_identity(configuration().broker.identity, "kiosk-7").value();
  EXPECT_EQ(house_.enrolment->code, application.code) << "that of `tertulia enrol`: it is the same key";
  EXPECT_GT(house_.enrolment->request.side, 40);
}

TEST_F(a_start, that_cannot_make_its_key_says_why_and_goes_on) {
  auto nowhere = configuration();
  nowhere.broker.identity = "/proc/no-such-place/identity";
  EXPECT_FALSE(prepare_link(nowhere, house_, at_tap().now));
  EXPECT_FALSE(house_.enrolment);
  ASSERT_TRUE(house_.mishap);
  EXPECT_NE(house_.mishap->detail.find("/proc/no-such-place"), std::string::npos);
}

TEST_F(a_start, with_a_broker_and_no_identity_to_come_tries_it) {
  auto plain = configuration();
  plain.broker.identity.clear();
  EXPECT_TRUE(prepare_link(plain, house_, at_tap().now));
  EXPECT_EQ(house_.link, Link::kConnecting);
  plain.broker.host.clear();
  house_.link = Link::kNotConfigured;
  EXPECT_FALSE(prepare_link(plain, house_, at_tap().now));
  EXPECT_EQ(house_.link, Link::kNotConfigured);
}

}  // namespace
}  // namespace tertulia
