// SPDX-License-Identifier: Apache-2.0
// What the status screen says.
#include "firmware/app/status/status.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/sample_device.h"

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;
using testing::HasSubstr;

namespace {

class Status : public testing::Test {
 protected:
  DeviceState device_state = sample_device();
  RoleSettings settings = role_in(Role::kKiosk, "magna");
  Now now = at(10, 42);

  [[nodiscard]] StatusView view() const { return status_view(device_state, settings, now); }
  [[nodiscard]] StatusFact fact(const std::string& label) const {
    for (StatusFact& each : view().facts)
      if (each.label == label) return each;
    ADD_FAILURE() << "nothing is said of " << label;
    return {};
  }
  void count(std::uint64_t submitted, std::uint64_t receipted, std::uint64_t waiting) {
    device_state.inventory = StoreInventory{submitted, receipted, waiting, {}, {}, 0};
  }
  void add_slip(std::uint64_t submitted, std::uint64_t receipted, std::uint64_t unknown) {
    ClosingSlip slip{"magna", submitted, receipted, {}, {}, unknown};
    slip.receipted_sum.add(Hash{1});
    slip.submitted_sum.add(Hash{1});
    slip.submitted_sum.add(Hash{2});
    device_state.inventory->slips = {slip};
  }
};

TEST_F(Status, the_answers_are_a_sum) {
  count(43, 40, 3);
  EXPECT_EQ(view().sum.submitted.number, "43");
  EXPECT_EQ(view().sum.received.number, "40");
  EXPECT_EQ(view().sum.waiting.number, "3");
  EXPECT_TRUE(view().sum.remarks.empty());
}

TEST_F(Status, a_person_may_set_a_clock_that_the_network_has_not_set) {
  EXPECT_EQ(view().set_clock, "");
  for (const ClockQuality quality : {ClockQuality::kUnsynced, ClockQuality::kRtc, ClockQuality::kOperator}) {
    now.quality = quality;
    EXPECT_EQ(view().set_clock, "Set the clock") << to_text(quality);
  }
  device_state.pack_problem = PackProblem{"visit.toml", "It is empty.", 0, true};
  EXPECT_EQ(view().set_clock, "") << "nobody knows the zone of the visit";
}

TEST_F(Status, numbers_that_do_not_add_up_are_said_to) {
  count(43, 40, 2);
  ASSERT_EQ(view().sum.remarks.size(), 1U);
  EXPECT_EQ(view().sum.remarks[0].tone, Tone::kRed);
  EXPECT_THAT(view().sum.remarks[0].text, HasSubstr("do not add up"));
}

TEST_F(Status, rows_that_are_held_back_are_named_with_their_reason) {
  count(43, 40, 3);
  device_state.inventory->parked = {{"The broker refuses its payload format", 2}};
  ASSERT_EQ(view().sum.remarks.size(), 1U);
  EXPECT_EQ(plain(view().sum.remarks[0].text), "Held back (2): The broker refuses its payload format.");
  EXPECT_EQ(view().sum.remarks[0].tone, Tone::kAmber);
}

TEST_F(Status, contacts_that_wait_are_said_so_that_nobody_switches_the_device_off_for_good) {
  count(43, 40, 3);
  device_state.inventory->contacts = 2;
  ASSERT_EQ(view().sum.remarks.size(), 1U);
  EXPECT_THAT(plain(view().sum.remarks[0].text), HasSubstr("Contacts waiting here: 2."));
}

TEST_F(Status, contacts_that_cannot_be_read_are_said_with_the_cure_beside_all_the_rest) {
  count(43, 40, 3);
  device_state.inventory->contact_problem = "device.db.contacts: cannot be read; check the disk";
  ASSERT_EQ(view().sum.remarks.size(), 1U);
  EXPECT_THAT(plain(view().sum.remarks[0].text), HasSubstr("cannot be read; check the disk"));
  EXPECT_EQ(view().sum.remarks[0].tone, Tone::kRed);
  EXPECT_EQ(view().sum.submitted.number, "43");
}

TEST_F(Status, what_lies_on_a_glass_is_said_with_the_cure) {
  device_state.dirty_screens = {0};
  ASSERT_EQ(view().sum.remarks.size(), 1U);
  EXPECT_THAT(view().sum.remarks[0].text, HasSubstr("wipe the glass dry"));
  EXPECT_EQ(view().sum.remarks[0].tone, Tone::kAmber);
}

TEST_F(Status, a_questionnaire_of_the_screen_that_the_visit_does_not_have_is_named) {
  settings.forms = {"pulse", "venue"};
  ASSERT_EQ(view().sum.remarks.size(), 1U);
  EXPECT_THAT(plain(view().sum.remarks[0].text), HasSubstr("“venue” is no questionnaire of this visit"));
}

TEST_F(Status, before_anything_was_counted_no_number_is_shown) {
  EXPECT_EQ(view().sum.submitted.number, "");
  EXPECT_TRUE(view().sum.remarks.empty());
}

TEST_F(Status, the_slip_has_the_words_of_now_and_of_when_all_has_arrived) {
  count(2, 1, 1);
  add_slip(2, 1, 0);
  const StatusSlip slip = view().slip;
  ASSERT_EQ(slip.lines.size(), 2U);
  EXPECT_EQ(plain(slip.lines[0].label), "At the hub now (1)");
  EXPECT_EQ(slip.lines[0].words, device_state.inventory->slips[0].receipted_sum.words());
  EXPECT_EQ(plain(slip.lines[1].label), "When all has arrived (2)");
  EXPECT_EQ(slip.lines[1].words, device_state.inventory->slips[0].submitted_sum.words());
}

TEST_F(Status, a_slip_that_cannot_be_compared_says_so_and_shows_no_words) {
  count(2, 1, 1);
  add_slip(2, 1, 1);
  EXPECT_TRUE(view().slip.lines.empty());
  EXPECT_THAT(view().slip.remark, HasSubstr("cannot be compared"));
}

TEST_F(Status, the_slip_is_that_of_the_room_of_the_screen) {
  count(2, 1, 1);
  add_slip(2, 1, 0);
  device_state.inventory->slips[0].room = "verde";
  EXPECT_EQ(view().slip.remark, "No answers yet.");
}

LinkStatus tls_trouble(TlsFault fault) {
  return {Link::kBrokerAway, LinkProblem::kUntrusted, TlsFailure{fault, {}, {}, {}}};
}

// Every problem has words of its own that say what to do.
TEST_F(Status, each_trouble_of_the_link_has_its_cure) {
  const std::vector<LinkStatus> all{{Link::kNotConfigured, LinkProblem::kNone},
                                    {Link::kNotEnrolled, LinkProblem::kNone},
                                    {Link::kHubAway, LinkProblem::kNone},
                                    {Link::kTakenOver, LinkProblem::kNone},
                                    {Link::kBrokerAway, LinkProblem::kUnreachable},
                                    {Link::kBrokerAway, LinkProblem::kUntrusted},
                                    {Link::kBrokerAway, LinkProblem::kClockBehind},
                                    {Link::kBrokerAway, LinkProblem::kBusy},
                                    {Link::kBrokerAway, LinkProblem::kNoName},
                                    {Link::kBrokerAway, LinkProblem::kSilent},
                                    {Link::kBrokerAway, LinkProblem::kBadPacket},
                                    tls_trouble(TlsFault::kStranger),
                                    tls_trouble(TlsFault::kOtherAuthority),
                                    tls_trouble(TlsFault::kWrongName),
                                    tls_trouble(TlsFault::kNotYetValid),
                                    tls_trouble(TlsFault::kExpired),
                                    tls_trouble(TlsFault::kNoTls),
                                    tls_trouble(TlsFault::kOwnRefused),
                                    tls_trouble(TlsFault::kOwnUnusable),
                                    {Link::kBrokerAway, LinkProblem::kCutOff},
                                    {Link::kRefused, LinkProblem::kNotLetIn},
                                    {Link::kRefused, LinkProblem::kNotAllowed},
                                    {Link::kRefused, LinkProblem::kWrongVersion}};
  std::vector<std::string> states;
  for (const LinkStatus& link_status : all) {
    const LinkWords words = link_words(Catalogue{}, link_status, ClockQuality::kSynced, "Europe/Lisbon");
    EXPECT_NE(words.tone, Tone::kCalm) << words.state;
    EXPECT_FALSE(words.cure.empty()) << words.state;
    EXPECT_EQ(std::count(states.begin(), states.end(), words.state), 0) << words.state;
    states.push_back(words.state);
  }
}

TEST_F(Status, a_link_that_works_needs_no_cure) {
  device_state.link = Link::kOnline;
  EXPECT_EQ(fact("Connection").value, "Hub online");
  EXPECT_EQ(fact("Connection").detail, "");
  EXPECT_EQ(fact("Connection").tone, Tone::kCalm);
}

// Who answered in TLS, and what is said of it.
class StatusOfTls : public testing::Test {
 protected:
  TlsFailure tls{
      TlsFault::kStranger,
      {"login.globe.example", "Globe Hotels CA", {"login.globe.example"}, at(9, 0).wall, at(11, 0).wall},
      "broker.example",
      at(10, 42).wall};

  [[nodiscard]] LinkWords words(TlsFault fault, ClockQuality quality = ClockQuality::kSynced) {
    tls.fault = fault;
    LinkWords said = link_words(Catalogue{}, {Link::kBrokerAway, LinkProblem::kUntrusted, tls}, quality,
                                sample_device().pack.visit.zone);
    said.cure = plain(said.cure);
    return said;
  }
};

TEST_F(StatusOfTls, a_hotel_is_named_and_never_the_clock_blamed_for_it) {
  for (const ClockQuality quality :
       {ClockQuality::kUnsynced, ClockQuality::kOperator, ClockQuality::kSynced}) {
    const LinkWords said = words(TlsFault::kStranger, quality);
    EXPECT_EQ(said.state, "Somebody else answers, not the broker");
    EXPECT_THAT(said.cure, HasSubstr("the certificate of login.globe.example, by Globe Hotels CA"));
    EXPECT_THAT(said.cure, HasSubstr("Sign in to this network with a telephone"));
    EXPECT_THAT(words(TlsFault::kNoTls, quality).cure, HasSubstr("Sign in to this network"));
  }
}

TEST_F(StatusOfTls, a_new_authority_of_the_programme_is_cured_by_enrolment) {
  EXPECT_THAT(words(TlsFault::kOtherAuthority).cure, HasSubstr("Globe Hotels CA"));
  EXPECT_THAT(words(TlsFault::kOtherAuthority).cure, HasSubstr("enrol this device again"));
}

TEST_F(StatusOfTls, a_wrong_name_is_said_beside_the_right_one) {
  EXPECT_THAT(words(TlsFault::kWrongName).cure,
              HasSubstr("Asked for: broker.example. The certificate is for: login.globe.example."));
}

TEST_F(StatusOfTls, dates_are_said_beside_the_clock_that_judged_them) {
  EXPECT_THAT(words(TlsFault::kNotYetValid).cure,
              HasSubstr("begins 2027-05-11 09:00, and the clock of this device says 2027-05-11 10:42"));
  EXPECT_THAT(words(TlsFault::kExpired).cure,
              HasSubstr("ended 2027-05-11 11:00, and the clock of this device says 2027-05-11 10:42"));
}

TEST_F(StatusOfTls, the_clock_is_to_be_cured_only_where_nobody_has_confirmed_it) {
  for (const ClockQuality quality : {ClockQuality::kUnsynced, ClockQuality::kOperator})
    for (const TlsFault fault : {TlsFault::kNotYetValid, TlsFault::kExpired})
      EXPECT_THAT(words(fault, quality).cure, HasSubstr("a network that knows the time"));
  EXPECT_THAT(words(TlsFault::kNotYetValid).cure, HasSubstr("the computer that made the certificate"));
  EXPECT_THAT(words(TlsFault::kExpired).cure, HasSubstr("Renew the certificate at the hub"));
}

TEST_F(StatusOfTls, a_device_that_is_refused_is_to_be_enrolled) {
  EXPECT_THAT(words(TlsFault::kOwnRefused).cure, HasSubstr("Enrol this device again"));
  EXPECT_THAT(words(TlsFault::kOwnUnusable).cure, HasSubstr("enrol this device again"));
}

TEST_F(Status, the_clock_is_shown_with_its_year_and_where_the_time_is_from) {
  EXPECT_EQ(plain(fact("Clock").value), "2027-05-11 10:42");
  EXPECT_EQ(fact("Clock").detail, "Set by the network");
  now.quality = ClockQuality::kUnsynced;
  EXPECT_EQ(fact("Clock").tone, Tone::kAmber);
}

TEST_F(Status, a_disk_that_is_almost_full_stands_out) {
  count(0, 0, 0);
  device_state.inventory->bytes = 3'100'000;
  device_state.health = DeviceHealth{12'400'000'000, std::nullopt};
  EXPECT_EQ(plain(fact("Storage").value), "12 GB free");
  EXPECT_EQ(plain(fact("Storage").detail), "Database 4 MB");
  EXPECT_EQ(fact("Storage").tone, Tone::kCalm);
  device_state.health->disk_free_bytes = 400'000'000;
  EXPECT_EQ(fact("Storage").tone, Tone::kAmber);
  device_state.health->disk_free_bytes = 1'000'000;
  EXPECT_EQ(fact("Storage").tone, Tone::kRed);
  EXPECT_THAT(fact("Storage").detail, HasSubstr("make room"));
}

TEST_F(Status, a_storage_that_does_not_write_is_said_with_its_reason) {
  device_state.store_problem = "The disk is full.";
  EXPECT_EQ(fact("Storage").tone, Tone::kRed);
  EXPECT_EQ(plain(fact("Storage").detail), "The disk is full.");
}

TEST_F(Status, the_versions_of_program_and_pack_are_there) {
  device_state.version = "0.4.0";
  device_state.pack.version = "3f9a02c1aaaaaaaa";
  EXPECT_EQ(plain(fact("Versions").value), "Program 0.4.0");
  EXPECT_EQ(plain(fact("Versions").detail), "Visit pack 3f9a02c1");
}

TEST_F(Status, the_last_error_is_said_in_words_with_its_time) {
  EXPECT_EQ(fact("Last error").value, "None since the start");
  device_state.last_error =
      LastError{at(9, 5).wall, "Not authorized", LinkStatus{Link::kRefused, LinkProblem::kNotLetIn}};
  EXPECT_EQ(plain(fact("Last error").value), "2027-05-11 09:05");
  EXPECT_EQ(plain(fact("Last error").detail), "The broker does not let this device in · Not authorized");
}

TEST_F(Status, an_enrolment_is_shown_only_while_there_is_one) {
  EXPECT_FALSE(view().enrolment);
  device_state.enrolment = Enrolment{QrCode{1, {true}}, "abcd-efgh-ijkl", "kiosk-1: kiosk, room"};
  ASSERT_TRUE(view().enrolment);
  EXPECT_EQ(view().enrolment->code, "abcd-efgh-ijkl");
  EXPECT_EQ(plain(view().enrolment->code_label), "Code · kiosk-1: kiosk, room")
      << "what people compare stands beside the code that covers it";
  EXPECT_EQ(view().enrolment->request.side, 1);
}

TEST(status_watch, asks_at_once_then_in_five_seconds_or_one_second_after_news) {
  StatusWatch watch;
  EXPECT_TRUE(watch.is_due(100s));
  EXPECT_FALSE(watch.is_due(100s));
  EXPECT_EQ(watch.due(), 105s);
  watch.hurry(100s + 200ms);
  EXPECT_EQ(watch.due(), 101s);
  EXPECT_TRUE(watch.is_due(101s));
  watch.hurry(104s);
  EXPECT_TRUE(watch.is_due(104s));
}

}  // namespace
