// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <iostream>
#include <memory>
#include <set>
#include <string>

#include <CLI/CLI.hpp>

#include "drivers/linux/clock.h"
#include "firmware/domain/joined.h"
#include "firmware/domain/terminal_text.h"
#include "firmware/wire/hub_commands.h"
#include "firmware/wire/topics.h"
#include "hub/collect/command.h"
#include "hub/numbers/queries.h"
#include "hub/program/choices.h"
#include "hub/program/options.h"
#include "hub/store/counter.h"
#include "hub/store/schema.h"
#include "hub/trust/signing_key.h"

namespace tertulia::hub {
namespace {

struct Commanding {
  BrokerOptions broker;
  std::string database;
  std::string key_file;
  wire::Origin to;  // without a programme: the hub knows it
  CommandLine text;
  unsigned patience_seconds = 10;
};

// The public half is the only thing that it prints, so that a script can put it into the configuration of a
// device.
Outcome print_key(const Result<wire::PublicKey>& key) {
  if (!key.ok()) return key.error();
  std::cout << key.value().text() << "\n";
  return Done{};
}

Result<wire::PublicKey> known_key(const std::string& file) {
  TRY(const auto key, read_signing_key(file));
  return key.public_key();
}

Result<std::uint64_t> next_command_number(const std::string& database, WallTime now) {
  TRY(const auto sql, Sql::open(database, OpenMode::kCreate));
  TRY_DONE(migrate(*sql));
  return next_number(*sql, kCommands, now);
}

// Under which the hub has heard of the device.
Result<std::string> programme_of(const std::string& device, const std::string& database) {
  TRY(const auto reader, Reader::open(database));
  TRY(const auto devices, reader.devices());
  std::set<std::string> programmes;
  for (const DeviceLine& line : devices)
    if (device == wire::kEveryDevice || line.device == device) programmes.insert(line.programme);
  if (programmes.size() == 1) return *programmes.begin();
  if (programmes.empty()) {
    log_line("the hub has not heard of " + device + " yet; it is taken for one of the programme " +
             kUsualProgramme + ". --programme says another");
    return std::string(kUsualProgramme);
  }
  return Error{"the hub knows " + device + " in several programmes: say --programme with one of " +
               joined(programmes)};
}

void print_reply(const std::string& device, const CommandReply& reply) {
  print(device + ": " + std::string(to_text(reply.result)) + ", " + terminal_text(reply.words) + "\n");
}

Outcome run(const Commanding& line) {
  const bool has_programme = !line.to.programme.empty();
  if ((has_programme && !wire::is_level(line.to.programme)) || !wire::is_level(line.to.device))
    return Error{"programme and device are 1 to 32 of a-z, 0-9 and '-'"};
  CommandRequest request;
  TRY(request.command.action, action_from(line.text));
  TRY(const auto key, read_signing_key(line.key_file));
  TRY(request.broker, address_of(line.broker));
  TRY(const SystemClock clock, SystemClock::open());
  const WallTime now = clock.now().wall;
  TRY(request.command.number, next_command_number(line.database, now));
  request.command.expires = now + wire::kCommandLife;
  request.to = line.to;
  if (!has_programme) {
    TRY(request.to.programme, programme_of(line.to.device, line.database));
  }
  request.patience = std::chrono::seconds(line.patience_seconds);
  request.broker.client_id = "hub-command-" + std::to_string(request.command.number);
  request.broker.clean_start = true;
  request.broker.session_expiry_seconds = 0;
  const MosquittoLibrary library;
  TRY(auto broker, make_broker(library));
  return send_command(std::move(broker), clock, key, request, print_reply);
}

Choice add_command(CLI::App& app) {
  auto line = std::make_shared<Commanding>();
  CLI::App* command = app.add_subcommand("command", "Send a signed command to a device and print its reply");
  command->add_option("device", line->to.device, "name of the device, or all")->required();
  command->add_option("name", line->text.name, "announce, reload-pack, identify, restart or export-now")
      ->required();
  command->add_option("--text", line->text.texts,
                      "LANGUAGE=TEXT of an announcement; repeat it for each language");
  command->add_option("--minutes", line->text.minutes, "how long an announcement stays")
      ->check(CLI::Range(1, 1440))
      ->capture_default_str();
  command->add_option("--programme", line->to.programme,
                      "programme of the device; without it: that in which the hub has heard of it");
  command->add_option("--wait", line->patience_seconds, "seconds to wait for replies")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
  add_database_option(*command, line->database);
  command->add_option("--signing-key", line->key_file, "file that `tertulia-hub make-key` made")->required();
  add_broker_options(*command, line->broker);
  return {command, [line] { return run(*line); }};
}

}  // namespace

Choices signing(CLI::App& app) {
  auto file = std::make_shared<std::string>();
  const auto add = [&](const char* name, const char* help) {
    CLI::App* command = app.add_subcommand(name, help);
    command->add_option("file", *file, "file of the signing key, mode 0600")->required();
    return command;
  };
  return {{add("make-key", "Make the hub's signing key and print what devices must know of it"),
           [file] { return print_key(make_signing_key(*file)); }},
          {add("show-key", "Print what devices must know of the signing key"),
           [file] { return print_key(known_key(*file)); }},
          add_command(app)};
}

}  // namespace tertulia::hub
