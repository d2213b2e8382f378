// SPDX-License-Identifier: Apache-2.0
#include "tests/support/status_views.h"

#include <utility>

#include "firmware/app/status.h"
#include "firmware/program/qr_text.h"

namespace tertulia::test {
namespace {

// PEM as openssl writes it, of no key in particular.
std::string sample_request() {
  std::string body;
  for (int i = 0; i < 300; ++i)
    body += static_cast<char>('A' + (i * 7 + i / 13) % 26), body += i % 64 == 63 ? "\n" : "";
  return "-----BEGIN CERTIFICATE REQUEST-----\n" + body + "\n-----END CERTIFICATE REQUEST-----\n";
}

struct Moment {
  const char* name;
  Standing standing;
};

constexpr Moment kMoments[] = {{"hub-away", {Link::kHubAway, Trouble::kNone}},
                               {"alone", {Link::kNotConfigured, Trouble::kNone}},
                               {"connecting", {Link::kConnecting, Trouble::kNone}},
                               {"taken-over", {Link::kTakenOver, Trouble::kNone}},
                               {"unreachable", {Link::kBrokerAway, Trouble::kUnreachable}},
                               {"untrusted", {Link::kBrokerAway, Trouble::kUntrusted}},
                               {"clock", {Link::kBrokerAway, Trouble::kClockBehind}},
                               {"busy", {Link::kBrokerAway, Trouble::kBusy}},
                               {"cut-off", {Link::kBrokerAway, Trouble::kCutOff}},
                               {"not-let-in", {Link::kRefused, Trouble::kNotLetIn}},
                               {"not-allowed", {Link::kRefused, Trouble::kNotAllowed}},
                               {"version", {Link::kRefused, Trouble::kWrongVersion}}};

constexpr const char* kReasons[] = {
    "The broker does not allow this device to publish it: check its access list",
    "The broker refuses its topic: check the names of programme and device",
    "It is larger than the broker accepts: raise max_packet_size", "The broker refuses its payload format"};

}  // namespace

void fill_day(House& house, const std::string& room) {
  Slip slip{room, 43, 40, {}, {}, 0};
  for (std::uint8_t i = 0; i < slip.submitted; ++i) {
    Hash hash{};
    hash.fill(static_cast<std::uint8_t>(37 * i + 1));
    slip.submitted_sum.add(hash);
    if (i < slip.receipted) slip.receipted_sum.add(hash);
  }
  house.holdings = Holdings{43, 40, 3, {}, {slip}, 2'400'000};
  house.health = DeviceHealth{12'400'000'000, 48.0};
  house.version = "0.4.0";
  house.pack.version = "3f9a02c1d5";
  house.link = Link::kOnline;
}

void ask_for_enrolment(House& house) {
  auto code = qr_code(sample_request());
  if (code.ok()) house.enrolment = Enrolment{std::move(code).value(), "wmbt-kzra-yxqe"};
  house.link = Link::kNotEnrolled;
}

std::vector<NamedView> status_views(House house, const Language& language) {
  RoleSettings settings;
  settings.language = language;
  settings.room = house.pack.visit.rooms.front().id;
  Now now{house.pack.agenda.sessions.front().start(), std::chrono::hours(100), "boot-1",
          ClockQuality::kSynced};
  std::vector<NamedView> views;
  const auto add = [&](const std::string& name) {
    views.push_back({"status" + name, status_view(house, settings, now)});
  };
  add("-at-first");
  fill_day(house, settings.room);
  add("");
  for (const Moment& moment : kMoments) {
    house.link = moment.standing.link;
    house.trouble = moment.standing.trouble;
    house.mishap =
        Mishap{now.wall, "Broker 10.0.0.7:8884: Connection refused. Check that it runs and is reachable",
               moment.standing};
    add("-" + std::string(moment.name));
  }
  ask_for_enrolment(house);
  add("-enrol");
  house.enrolment.reset();
  house.link = Link::kHubAway;
  for (const char* reason : kReasons) house.holdings->parked[reason] = 2;
  house.holdings->waiting = 2;
  house.health->disk_free_bytes = 40'000'000;
  now.quality = ClockQuality::kUnsynced;
  add("-much-is-wrong");
  house.store_problem = "/var/lib/tertulia/store.db cannot be written: the disk is full. Make room on it.";
  house.holdings->slips[0].unknown = 2;
  now.quality = ClockQuality::kRtc;
  add("-storage");
  house.holdings->slips.clear();
  now.quality = ClockQuality::kOperator;
  add("-by-hand");
  return views;
}

}  // namespace tertulia::test
