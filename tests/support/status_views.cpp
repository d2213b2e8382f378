// SPDX-License-Identifier: Apache-2.0
#include "tests/support/status_views.h"

#include <utility>

#include "firmware/app/desk/clock_page.h"
#include "firmware/app/status/status.h"
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
  LinkStatus link_status;
};

// The longest that a stranger may say of itself, nearly.
LinkStatus by_tls(TlsFault fault) {
  const WallTime clock{std::chrono::hours(24 * 365 * 57)};
  const SeenCertificate seen{"guest-login.globe-hotels.example",
                             "Globe Hotels Certification Authority G2",
                             {"guest-login.globe-hotels.example", "10.255.255.254"},
                             clock - std::chrono::hours(24 * 90),
                             clock + std::chrono::hours(24 * 90)};
  return {Link::kBrokerAway, LinkProblem::kUntrusted,
          TlsFailure{fault, seen, "broker.tertulia.example", clock}};
}

const Moment kMoments[] = {{"hub-away", {Link::kHubAway, LinkProblem::kNone}},
                           {"alone", {Link::kNotConfigured, LinkProblem::kNone}},
                           {"connecting", {Link::kConnecting, LinkProblem::kNone}},
                           {"taken-over", {Link::kTakenOver, LinkProblem::kNone}},
                           {"unreachable", {Link::kBrokerAway, LinkProblem::kUnreachable}},
                           {"untrusted", {Link::kBrokerAway, LinkProblem::kUntrusted}},
                           {"clock", {Link::kBrokerAway, LinkProblem::kClockBehind}},
                           {"busy", {Link::kBrokerAway, LinkProblem::kBusy}},
                           {"cut-off", {Link::kBrokerAway, LinkProblem::kCutOff}},
                           {"not-let-in", {Link::kRefused, LinkProblem::kNotLetIn}},
                           {"not-allowed", {Link::kRefused, LinkProblem::kNotAllowed}},
                           {"version", {Link::kRefused, LinkProblem::kWrongVersion}},
                           {"no-name", {Link::kBrokerAway, LinkProblem::kNoName}},
                           {"silent", {Link::kBrokerAway, LinkProblem::kSilent}},
                           {"bad-packet", {Link::kBrokerAway, LinkProblem::kBadPacket}},
                           {"stranger", by_tls(TlsFault::kStranger)},
                           {"no-tls", by_tls(TlsFault::kNoTls)},
                           {"other-authority", by_tls(TlsFault::kOtherAuthority)},
                           {"wrong-name", by_tls(TlsFault::kWrongName)},
                           {"not-yet-valid", by_tls(TlsFault::kNotYetValid)},
                           {"expired", by_tls(TlsFault::kExpired)},
                           {"own-refused", by_tls(TlsFault::kOwnRefused)},
                           {"own-unusable", by_tls(TlsFault::kOwnUnusable)}};

constexpr const char* kReasons[] = {
    "The broker does not allow this device to publish it: check its access list",
    "The broker refuses its topic: check the names of programme and device",
    "It is larger than the broker accepts: raise max_packet_size", "The broker refuses its payload format"};

// The pages where a person sets the clock, at a desk and beside the status.
std::vector<NamedView> clock_views(const DeviceState& device_state, RoleSettings settings, Now now) {
  std::vector<NamedView> views;
  now.quality = ClockQuality::kUnsynced;
  Moderator state;
  const auto add = [&](const std::string& name) {
    views.push_back({name, desk_view(state, device_state, settings, now)});
  };
  add("desk-clock-unset");
  state.page = DeskPage::kSetting;
  add("desk-clock");
  state.clock.day = device_state.pack.visit.first_day;
  state.typed = "14:30";
  add("desk-clock-said");
  state.problem = "Write the time of day, like 14:30";
  add("desk-clock-wrong");
  settings.pins = {{DeskRole::kModerator, {"", 4}}, {DeskRole::kNoteTaker, {"", 4}}};
  views.push_back({"status-clock-pin", clock_beside_status(state, device_state, settings, now)});
  return views;
}

}  // namespace

void fill_day(DeviceState& device_state, const std::string& room) {
  ClosingSlip slip{room, 43, 40, {}, {}, 0};
  for (std::uint8_t i = 0; i < slip.submitted; ++i) {
    Hash hash{};
    hash.fill(static_cast<std::uint8_t>(37 * i + 1));
    slip.submitted_sum.add(hash);
    if (i < slip.receipted) slip.receipted_sum.add(hash);
  }
  device_state.inventory = StoreInventory{43, 40, 3, {}, {slip}, 2'400'000};
  device_state.health = DeviceHealth{12'400'000'000, 48.0};
  device_state.version = "0.4.0";
  device_state.pack.version = "3f9a02c1d5";
  device_state.link = Link::kOnline;
}

void ask_for_enrolment(DeviceState& device_state) {
  auto code = qr_code(sample_request());
  if (code.ok())
    device_state.enrolment = Enrolment{std::move(code).value(), "wmbt-kzra-yxqe", "kiosk-1: kiosk, room"};
  device_state.link = Link::kNotEnrolled;
}

std::vector<NamedView> status_views(DeviceState device_state, const Language& language) {
  RoleSettings settings;
  settings.language = language;
  settings.room = device_state.pack.visit.rooms.front().id;
  Now now{device_state.pack.agenda.sessions.front().start(), std::chrono::hours(100), "boot-1",
          ClockQuality::kSynced};
  std::vector<NamedView> views = clock_views(device_state, settings, now);
  const auto add = [&](const std::string& name) {
    views.push_back({"status" + name, status_view(device_state, settings, now)});
  };
  add("-at-first");
  fill_day(device_state, settings.room);
  add("");
  for (const Moment& moment : kMoments) {
    device_state.link = moment.link_status.link;
    device_state.problem = moment.link_status.problem;
    device_state.tls = moment.link_status.tls;
    device_state.last_error =
        LastError{now.wall, "Broker 10.0.0.7:8884: Connection refused. Check that it runs and is reachable",
                  moment.link_status};
    add("-" + std::string(moment.name));
  }
  ask_for_enrolment(device_state);
  add("-enrol");
  device_state.enrolment.reset();
  device_state.link = Link::kHubAway;
  for (const char* reason : kReasons) device_state.inventory->parked[reason] = 2;
  device_state.inventory->waiting = 2;
  device_state.health->disk_free_bytes = 40'000'000;
  now.quality = ClockQuality::kUnsynced;
  add("-much-is-wrong");
  device_state.store_problem =
      "/var/lib/tertulia/store.db cannot be written: the disk is full. Make room on it.";
  device_state.inventory->slips[0].unknown = 2;
  now.quality = ClockQuality::kRtc;
  add("-storage");
  device_state.inventory->slips.clear();
  now.quality = ClockQuality::kOperator;
  add("-by-hand");
  return views;
}

}  // namespace tertulia::test
