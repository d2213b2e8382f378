// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <csignal>
#include <iostream>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "hub/collect/collect.h"
#include "hub/program/broker_options.h"
#include "hub/program/choices.h"
#include "hub/program/database_option.h"
#include "hub/program/system_clock.h"
#include "hub/store/database.h"

namespace tertulia::hub {
namespace {

struct Collecting {
  BrokerOptions broker;
  CollectOptions collect;
  std::size_t batch_milliseconds = 50;
};

// Before any thread starts, so that all inherit it and only the waiting one sees the signals.
sigset_t block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

Outcome run(Collecting& line) {
  TRY(line.collect.broker, address_of(line.broker));
  line.collect.batch.age = std::chrono::milliseconds(line.batch_milliseconds);
  const sigset_t signals = block_stop_signals();
  const auto wait_for_stop = [&] {
    int signal = 0;
    sigwait(&signals, &signal);
  };
  const SystemClock clock;
  const MosquittoLibrary library;
  return collect(
      line.collect, clock, [&] { return make_broker(library); }, wait_for_stop, log_line);
}

Outcome begin_epoch(const std::string& name) {
  TRY(auto database, Database::open(name));
  TRY(const Commit commit, database.begin_epoch(SystemClock().now().wall));
  std::cout << "The hub has the new epoch " << commit.hub << ": devices send again what they still have.\n";
  return Done{};
}

Choice add_restored(CLI::App& app) {
  auto name = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("restored",
                         "Tell devices that the database was restored from a backup. `collect` notices it by "
                         "itself, unless the broker lost its retained messages too");
  add_database_option(*command, *name);
  return {command, [name] { return begin_epoch(*name); }};
}

}  // namespace

Choices collecting(CLI::App& app) {
  auto line = std::make_shared<Collecting>();
  CLI::App* command = app.add_subcommand("collect", "Receive the events of all devices, until SIGTERM");
  add_database_option(*command, line->collect.database);
  command->add_option("--signing-key", line->collect.signing_key, "file that `tertulia-hub make-key` made")
      ->required();
  add_broker_options(*command, line->broker);
  command
      ->add_option("--name", line->collect.name,
                   "start of the client ids; each hub at one broker needs its own")
      ->capture_default_str();
  command->add_option("--collectors", line->collect.collectors, "number of connections that share the work")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  command->add_option("--batch", line->collect.batch.count, "largest number of messages in one transaction")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  command
      ->add_option("--batch-ms", line->batch_milliseconds,
                   "longest wait for a batch to fill, in milliseconds")
      ->check(CLI::Range(1, 60'000))
      ->capture_default_str();
  return {{command, [line] { return run(*line); }}, add_restored(app)};
}

}  // namespace tertulia::hub
