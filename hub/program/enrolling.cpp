// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "firmware/files/read_file.h"
#include "firmware/files/replace_file.h"
#include "firmware/wire/topics.h"
#include "hub/program/choices.h"
#include "hub/program/system_clock.h"
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
  BrokerPlan plan{"peer-exchange", {}, 8883, 8884, {}, {}};
  std::string to;
};

WallTime now() { return SystemClock().now().wall; }

Outcome take_in(Enrolling& line) {
  line.approval.folder = line.folder;
  TRY(line.approval.request, read_file(line.request_file));
  TRY(const auto key, read_signing_key(line.signing_key));
  line.approval.hub_key = key.public_key().text();
  TRY(const Enrolment enrolment, enrol(line.approval, now()));
  TRY_DONE(replace_file(line.bundle_file, enrolment.bundle, Readers::kEverybody));
  std::cout << "Bring " << line.bundle_file << " to " << enrolment.device << " and say there:\n"
            << "  tertulia enrol --config CONFIG --take FILE --code " << enrolment.code << "\n";
  return Done{};
}

Outcome turn_away(const Enrolling& line) {
  TRY(const int count, revoke(line.folder, line.device));
  std::cout << count << " revoked. Say `tertulia-hub broker-config` again and restart the broker.\n";
  return Done{};
}

// The keys of the authorities stay where they are.
Outcome configure(Enrolling& line) {
  if (!wire::is_level(line.plan.programme)) return Error{"the programme is 1 to 32 of a-z, 0-9 and '-'"};
  const fs::path to = line.to;
  std::error_code failed;
  fs::create_directories(to, failed);
  if (line.plan.folder.empty()) line.plan.folder = fs::absolute(to).string();
  TRY_DONE(replace_file(to / "tertulia.conf", broker_configuration(line.plan), Readers::kEverybody));
  TRY_DONE(replace_file(to / "tertulia.acl", access_list(line.plan), Readers::kEverybody));
  if (line.folder.empty()) return Done{};
  TRY(const std::string list, revocation_list(line.folder, now()));
  TRY_DONE(replace_file(to / "programme.crl", list, Readers::kEverybody));
  for (const char* name : {"programme.pem", "hub-authority.pem", "broker.pem", "broker.key"}) {
    fs::copy_file(fs::path(line.folder) / name, to / name, fs::copy_options::overwrite_existing, failed);
    if (failed) return Error{(to / name).string() + " cannot be made: " + failed.message()};
  }
  fs::permissions(to / "broker.key", fs::perms::owner_read | fs::perms::owner_write, failed);
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
      "authority", "Make the programme's certification authority, and new certificates of broker and hub");
  authority->add_option("folder", line->folder, "folder for keys and certificates; keep it to yourself")
      ->required();
  authority
      ->add_option("--host", line->hosts, "name or address of the broker for devices; repeat it for each")
      ->required();

  CLI::App* enrol = app.add_subcommand("enrol", "Take a device in: make the certificate that it asks for");
  enrol->add_option("request", line->request_file, "file that `tertulia enrol` wrote")->required();
  enrol->add_option("--code", line->approval.code, "as the device shows it")->required();
  enrol->add_option("--signing-key", line->signing_key, "file that `tertulia-hub make-key` made")->required();
  enrol->add_option("--to", line->bundle_file, "file for the device")->required();
  enrol->add_option("--days", line->approval.days, "validity")
      ->check(CLI::Range(1, 3650))
      ->capture_default_str();
  enrol->add_flag("--replace", line->approval.replaces, "the device has a certificate, which is revoked");
  add_folder(*enrol, *line);

  CLI::App* revoke =
      app.add_subcommand("revoke", "Turn a device away: its certificates are no good any more");
  revoke->add_option("device", line->device, "its name")->required();
  add_folder(*revoke, *line);

  CLI::App* config =
      app.add_subcommand("broker-config", "Write the configuration and access list of a Mosquitto");
  config->add_option("to", line->to, "folder for them, and for certificates and revocations")->required();
  config->add_option("--authority", line->folder,
                     "folder that `tertulia-hub authority` made; without it no certificates");
  config->add_option("--folder", line->plan.folder,
                     "where that folder will lie on the machine of the broker");
  config->add_option("--programme", line->plan.programme, "whose devices come in")->capture_default_str();
  config->add_option("--device-port", line->plan.device_port, "for devices")
      ->check(CLI::Range(1, 65535))
      ->capture_default_str();
  config->add_option("--hub-port", line->plan.hub_port, "for the hub")
      ->check(CLI::Range(1, 65535))
      ->capture_default_str();
  config->add_option("--hub-address", line->plan.hub_address,
                     "address where the hub's port listens; all without it");
  config->add_option("--moderator", line->plan.moderators,
                     "device that may set timers; without any, all may");

  return {{authority, [line] { return make_authority(line->folder, line->hosts, now()); }},
          {enrol, [line] { return take_in(*line); }},
          {revoke, [line] { return turn_away(*line); }},
          {config, [line] { return configure(*line); }}};
}

}  // namespace tertulia::hub
