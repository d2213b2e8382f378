// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "drivers/linux/clock.h"
#include "firmware/domain/joined.h"
#include "firmware/files/read_file.h"
#include "firmware/files/replace_file.h"
#include "firmware/wire/topics.h"
#include "hub/program/choices.h"
#include "hub/program/options.h"
#include "hub/trust/authority.h"
#include "hub/trust/broker_config.h"
#include "hub/trust/signing_key.h"

namespace tertulia::hub {
namespace {

namespace fs = std::filesystem;

struct Enrolling {
  std::string folder;
  std::vector<std::string> hosts;
  std::string request_file;
  std::string signing_key;
  std::string bundle_file;
  Approval approval;
  std::string device;
  BrokerPlan plan{kUsualProgramme, {}, 8883, 8884, {}, {}, {}, {}, {}};
  std::string to;
};

Result<WallTime> now() {
  TRY(const SystemClock clock, SystemClock::open());
  return clock.now().wall;
}

Outcome found(const Enrolling& line) {
  TRY(const WallTime today, now());
  return make_authority(line.folder, line.hosts, today);
}

// Not the code: it has to come from the screen of the device.
std::string words_of(const Asked& asked) {
  std::string words = "This request asks for a certificate\n  for the device  " + asked.device +
                      "\n  with the roles  " + (asked.roles.empty() ? "none" : joined(asked.roles)) +
                      "\n  and was made on " + to_rfc3339(asked.made).substr(0, kRfc3339DayLength) + "\n";
  for (const std::string& warning : asked.warnings) words += "WARNING: " + warning + "\n";
  return words;
}

std::string typed(const std::string& question) {
  print(question);
  std::string line;
  std::getline(std::cin, line);
  return line;
}

// Nothing is signed that nobody has looked at. A program that gave the code has done that: the code covers
// it.
Outcome confirm(Approval& approval) {
  if (approval.code.empty()) {
    approval.code = typed("The code that the device shows beside this name and these roles: ");
    if (approval.code.empty()) return Error{"no code was typed: nothing was signed"};
    return Done{};
  }
  if (isatty(STDIN_FILENO) != 1) return Done{};
  if (typed("Does the screen of the device show this name and these roles? Type yes: ") == "yes")
    return Done{};
  return Error{"nothing was signed"};
}

Outcome write_bundle(FileReplacement& file, const std::string& bundle) {
  TRY_DONE(file.append(bundle));
  return file.commit();
}

// Where the answer cannot be written, no certificate stays in use: the name would be taken.
Outcome take_in(Enrolling& line) {
  line.approval.folder = line.folder;
  TRY(line.approval.request, read_file(line.request_file, {.links = Links::kRefused}));
  TRY(const auto key, read_signing_key(line.signing_key));
  line.approval.hub_key = key.public_key().text();
  TRY(const WallTime today, now());
  TRY(const Asked asked, read_asked(line.approval, today));
  print(words_of(asked));
  TRY_DONE(confirm(line.approval));
  TRY(auto file, FileReplacement::begin(line.bundle_file, Readers::kEverybody));
  TRY(const Enrolment enrolment, enrol(line.approval, today));
  if (enrolment.replaces)
    print(
        "The certificate that " + enrolment.device +
        " had is revoked. Run `tertulia-hub broker-config` again and restart the broker: until then the old "
        "one still gets in.\n");
  if (const Outcome written = write_bundle(file, enrolment.bundle); !written.ok()) {
    TRY([[maybe_unused]] const int count, revoke(line.folder, enrolment.device));
    return Error{written.error().message + ". Its certificate was taken back: type the command again"};
  }
  print("Bring " + line.bundle_file + " to " + enrolment.device +
        " and type there:\n  tertulia enrol --config CONFIG --take FILE --code " + enrolment.code + "\n");
  return Done{};
}

Outcome turn_away(const Enrolling& line) {
  TRY(const int count, revoke(line.folder, line.device));
  std::cout << count << " revoked. Run `tertulia-hub broker-config` again and restart the broker.\n";
  return Done{};
}

// What a person cannot see at the broker: it lets in devices of other programmes and drops what they say.
void tell_of(const BrokerPlan& plan) {
  log_line("this is for devices with programme = \"" + plan.programme + "\", of which " +
           std::to_string(plan.devices.size()) +
           " are enrolled. A device of another programme connects, and nothing of it arrives");
  if (plan.devices.empty()) log_line("run this again when devices are enrolled, and restart the broker then");
}

// The keys of the authorities stay where they are.
Outcome configure(Enrolling& line) {
  if (!wire::is_level(line.plan.programme)) return Error{"--programme must be 1 to 32 of a-z, 0-9 and '-'"};
  const fs::path to = line.to;
  std::error_code failed;
  fs::create_directories(to, failed);
  if (line.plan.folder.empty()) line.plan.folder = fs::absolute(to).string();
  for (const std::string& room : line.plan.rooms)
    if (!wire::is_level(room)) return Error{"--room " + room + " must be 1 to 32 of a-z, 0-9 and '-'"};
  if (!line.folder.empty()) {
    TRY(line.plan.devices, enrolled(line.folder));
    tell_of(line.plan);
  }
  TRY_DONE(replace_file(to / "tertulia.conf", broker_configuration(line.plan), Readers::kEverybody));
  TRY_DONE(replace_file(to / "tertulia.acl", access_list(line.plan), Readers::kEverybody));
  TRY_DONE(replace_file(to / "tertulia-limits.conf", service_limits(), Readers::kEverybody));
  TRY_DONE(replace_file(to / "tertulia.nft", port_limits(line.plan), Readers::kEverybody));
  if (line.folder.empty()) return Done{};
  TRY(const WallTime today, now());
  TRY(const std::string list, revocation_list(line.folder, today));
  TRY_DONE(replace_file(to / "programme.crl", list, Readers::kEverybody));
  for (const char* name : {"programme.pem", "hub-authority.pem", "broker.pem", "broker.key"}) {
    TRY(const std::string content,
        read_file(fs::path(line.folder) / name, {.cure = "make it with: tertulia-hub authority"}));
    const bool is_secret = std::string_view(name).ends_with(".key");
    TRY_DONE(replace_file(to / name, content, is_secret ? Readers::kOwner : Readers::kEverybody));
  }
  std::cout << (to / "tertulia.conf").string() << "\n";
  return Done{};
}

void add_folder(CLI::App& command, Enrolling& line) {
  command.add_option("--authority", line.folder, "folder that `tertulia-hub authority` made")->required();
}

}  // namespace

Choices enrolling(CLI::App& app) {
  auto line = std::make_shared<Enrolling>();
  CLI::App* authority = app.add_subcommand(
      "authority",
      "Make the programme's certification authority, and new certificates for the broker and the hub");
  authority->add_option("folder", line->folder, "folder for keys and certificates; keep it secret")
      ->required();
  authority
      ->add_option("--host", line->hosts,
                   "name or address under which devices reach the broker; repeat it for each")
      ->required();

  CLI::App* enrol = app.add_subcommand("enrol", "Make the certificate that a device requests");
  enrol->add_option("request", line->request_file, "file that `tertulia enrol` wrote")->required();
  enrol->add_option("--code", line->approval.code, "code that the device shows; without it: it is asked for");
  enrol->add_flag("--any-date", line->approval.any_date,
                  "take a request that is too old, or of a day to come, because a clock is wrong");
  enrol->add_option("--signing-key", line->signing_key, "file that `tertulia-hub make-key` made")->required();
  enrol->add_option("--to", line->bundle_file, "file to write, for the device")->required();
  enrol->add_option("--days", line->approval.days, "how many days the certificate is valid")
      ->check(CLI::Range(1, 3650))
      ->capture_default_str();
  enrol->add_flag("--replace", line->approval.replaces, "the device has a certificate already: revoke it");
  add_folder(*enrol, *line);

  CLI::App* revoke =
      app.add_subcommand("revoke", "Revoke the certificates of a device, for example a stolen one");
  revoke->add_option("device", line->device, "name of the device")->required();
  add_folder(*revoke, *line);

  CLI::App* config =
      app.add_subcommand("broker-config", "Write the configuration and the access list of Mosquitto");
  config->add_option("to", line->to, "folder to write to; certificates and the revocation list go there too")
      ->required();
  config->add_option("--authority", line->folder,
                     "folder that `tertulia-hub authority` made; without it: no certificates");
  config->add_option("--folder", line->plan.folder,
                     "where that folder will lie on the machine of the broker");
  config
      ->add_option("--programme", line->plan.programme,
                   "programme of the devices, as their configuration names it; nothing arrives of another")
      ->capture_default_str();
  config->add_option("--device-port", line->plan.device_port, "port for devices")
      ->check(CLI::Range(1, 65535))
      ->capture_default_str();
  config->add_option("--hub-port", line->plan.hub_port, "port for the hub")
      ->check(CLI::Range(1, 65535))
      ->capture_default_str();
  config->add_option("--hub-address", line->plan.hub_address,
                     "address on which the hub's port listens; without it: all");
  config->add_option("--moderator", line->plan.moderators,
                     "device that may steer rooms; repeat it for each. Without it: every device");
  config->add_option("--venue", line->plan.venue,
                     "device that hears of closed sessions; repeat it for each. Without it: every device");

  config->add_option("--room", line->plan.rooms,
                     "id of a room in visit.toml; repeat it for each. Without it: devices may name any");

  return {{authority, [line] { return found(*line); }},
          {enrol, [line] { return take_in(*line); }},
          {revoke, [line] { return turn_away(*line); }},
          {config, [line] { return configure(*line); }}};
}

}  // namespace tertulia::hub
