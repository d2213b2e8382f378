// SPDX-License-Identifier: Apache-2.0
// tertulia-hub: collects what the devices send and shows it to people. Composes; everything else is in the
// library.
#include <csignal>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "drivers/mosquitto/mosquitto_broker.h"
#include "firmware/formats/canonical.h"
#include "hub/collect.h"
#include "hub/options.h"
#include "hub/reader.h"
#include "hub/report.h"
#include "hub/system_clock.h"

namespace {

using namespace tertulia;

struct CommandLine {
  std::string database;
  std::string broker = "127.0.0.1:1883";
  std::string password_file;
  hub::CollectOptions collect;
  std::size_t batch_milliseconds = 50;
  std::string pack;
  std::uint64_t threshold = 5;
  bool csv = false;
};

void log_line(std::string_view sentence) {
  const std::string line = "tertulia-hub: " + std::string(sentence) + "\n";
  std::fputs(line.c_str(), stderr);
}

int fail(const Error& error) {
  log_line(error.message);
  return EXIT_FAILURE;
}

// Before any thread starts, so that all inherit it and only the waiting one sees the signals.
sigset_t block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

Outcome complete(CommandLine& line) {
  TRY(const auto address, hub::parse_host_port(line.broker));
  line.collect.database = line.database;
  line.collect.broker.host = address.host;
  line.collect.broker.port = address.port;
  line.collect.batch.age = std::chrono::milliseconds(line.batch_milliseconds);
  if (line.password_file.empty()) return Done{};
  TRY(line.collect.broker.password, hub::read_password(line.password_file));
  return Done{};
}

int run_collect(CommandLine& line) {
  if (const auto completed = complete(line); !completed.ok()) return fail(completed.error());
  const sigset_t signals = block_stop_signals();
  const auto wait_for_stop = [&] {
    int signal = 0;
    sigwait(&signals, &signal);
  };
  const hub::SystemClock clock;
  const MosquittoLibrary library;
  const auto make_broker = [&]() -> Result<std::unique_ptr<Broker>> {
    TRY(auto broker, MosquittoBroker::open(library));
    return std::unique_ptr<Broker>(std::move(broker));
  };
  const auto collected = hub::collect(line.collect, clock, make_broker, wait_for_stop, log_line);
  return collected.ok() ? EXIT_SUCCESS : fail(collected.error());
}

// Without a pack no form is known.
Result<VisitPack> read_pack(const std::string& path) {
  if (path.empty()) return VisitPack{};
  std::ifstream file(path);
  if (!file) return Error{"pack " + path + " cannot be read; make it with: tertulia import PACK > " + path};
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  TRY(auto reading, formats::from_canonical(text));
  if (!reading.pack)
    return Error{"pack " + path + " holds findings but no visit; run tertulia check on its source"};
  return std::move(*reading.pack);
}

Outcome print_report(const CommandLine& line) {
  TRY(const auto reader, hub::Reader::open(line.database));
  TRY(const auto submissions, reader.submitted());
  TRY(const VisitPack pack, read_pack(line.pack));
  const auto report = hub::make_report(submissions, pack.questionnaires, line.threshold);
  std::cout << (line.csv ? hub::to_csv(report) : hub::to_text(report));
  if (!line.csv) {  // to be compared by voice with `tertulia slip` at the device
    TRY(const auto slips, reader.slips());
    std::cout << "\n" << hub::to_text(hub::make_slips(slips));
  }
  if (line.pack.empty())
    log_line("choices cannot be told from free text without --pack, so they are only counted");
  return Done{};
}

Outcome print_status(const CommandLine& line) {
  TRY(const auto reader, hub::Reader::open(line.database));
  TRY(const auto devices, reader.devices());
  TRY(const auto submissions, reader.submission_count());
  TRY(const auto quarantined, reader.quarantine_count());
  std::cout << hub::to_text(hub::make_status(devices)) << "\nsubmissions: " << submissions
            << "\nquarantined: " << quarantined << "\n";
  return Done{};
}

Outcome print_count(const CommandLine& line) {
  TRY(const auto reader, hub::Reader::open(line.database));
  TRY(const auto submissions, reader.submission_count());
  std::cout << submissions << "\n";
  return Done{};
}

CLI::App* add_command(CLI::App& app, CommandLine& line, const char* name, const char* help) {
  CLI::App* command = app.add_subcommand(name, help);
  command->add_option("--database", line.database, "the hub's SQLite file")->required();
  return command;
}

CLI::App* add_collect(CLI::App& app, CommandLine& line) {
  CLI::App* command = add_command(app, line, "collect", "Receive from all devices until SIGTERM");
  command->add_option("--broker", line.broker, "HOST:PORT of the MQTT 5 broker")->capture_default_str();
  command->add_option("--username", line.collect.broker.username, "user at the broker");
  command->add_option("--password-file", line.password_file, "file of mode 0600, first line the password");
  command->add_option("--ca", line.collect.broker.ca_file, "PEM of the programme's authority; turns TLS on");
  command->add_option("--cert", line.collect.broker.cert_file, "PEM certificate of the hub");
  command->add_option("--key", line.collect.broker.key_file, "PEM key of that certificate");
  command->add_option("--name", line.collect.name, "start of the client ids; one per hub")
      ->capture_default_str();
  command->add_option("--collectors", line.collect.collectors, "parallel connections")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  command->add_option("--batch", line.collect.batch.count, "most rows in one transaction")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  command->add_option("--batch-ms", line.batch_milliseconds, "longest wait for a batch to fill")
      ->check(CLI::Range(1, 60'000))
      ->capture_default_str();
  return command;
}

CLI::App* add_report(CLI::App& app, CommandLine& line) {
  CLI::App* command = add_command(app, line, "report", "Counts per session and question; never free text");
  command->add_flag("--csv", line.csv, "RFC 4180 instead of a table");
  command->add_option("--pack", line.pack, "what `tertulia import PACK` printed: its forms name the choices");
  command->add_option("--threshold", line.threshold, "smallest group that is shown")
      ->check(CLI::Range(2, 100))
      ->capture_default_str();
  return command;
}

int run(int argc, char** argv) {
  CommandLine line;
  CLI::App app("The receiving side of Tertulia", "tertulia-hub");
  app.require_subcommand(1);
  const CLI::App* collect = add_collect(app, line);
  const CLI::App* report = add_report(app, line);
  const CLI::App* status = add_command(app, line, "status", "Devices, what is held and what is missing");
  const CLI::App* count = add_command(app, line, "count", "Print the number of submissions, nothing else");
  CLI11_PARSE(app, argc, argv);

  if (collect->parsed()) return run_collect(line);
  Outcome done = Done{};
  if (report->parsed()) done = print_report(line);
  if (status->parsed()) done = print_status(line);
  if (count->parsed()) done = print_count(line);
  return done.ok() ? EXIT_SUCCESS : fail(done.error());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& failure) {
    log_line(failure.what());
    return EXIT_FAILURE;
  }
}
