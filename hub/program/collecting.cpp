// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <iostream>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "drivers/linux/clock.h"
#include "drivers/wait/stop_signals.h"
#include "hub/collect/collect.h"
#include "hub/program/choices.h"
#include "hub/program/options.h"
#include "hub/store/database.h"

namespace tertulia::hub {
namespace {

struct Collecting {
  BrokerOptions broker;
  CollectOptions collect;
  std::size_t batch_milliseconds = 50;
};

Outcome run(Collecting& line) {
  TRY(line.collect.broker, address_of(line.broker));
  line.collect.batch.age = std::chrono::milliseconds(line.batch_milliseconds);
  block_stop_signals();
  TRY(const SystemClock clock, SystemClock::open());
  const MosquittoLibrary library;
  return collect(
      line.collect, clock, [&] { return make_broker(library); }, wait_for_stop_signal, log_line);
}

Outcome begin_epoch(const std::string& name) {
  TRY(const SystemClock clock, SystemClock::open());
  TRY(auto database, Database::open(name));
  TRY(const Commit commit, database.begin_epoch(clock.now().wall));
  std::cout << "The hub goes on as " << commit.hub << ": devices offer again what they still have.\n";
  return Done{};
}

Outcome mix_all(const std::string& name) {
  TRY(const SystemClock clock, SystemClock::open());
  TRY(auto database, Database::open(name));
  std::size_t moved = 0;
  for (bool is_more = true; is_more;) {
    TRY(const Mixed mixed, database.mix(clock.now().wall, MixWhich::kAll));
    for (const std::string& sentence : told_of(mixed, database.key_path())) log_line(sentence);
    moved += mixed.moved;
    is_more = mixed.is_more;
  }
  std::cout << moved << " answers were waiting and are mixed now.\n";
  return Done{};
}

Choice add_mix(CLI::App& app) {
  auto name = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "mix",
      "Mix the answers that wait at once, before the database is archived, copied or moved. "
      "`collect` mixes by itself, and later: when more have come to hide among");
  add_database_option(*command, *name);
  return {command, [name] { return mix_all(*name); }};
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
  CLI::App* command = app.add_subcommand("collect", "Receive from all devices until SIGTERM");
  add_database_option(*command, line->collect.database);
  command->add_option("--signing-key", line->collect.signing_key, "file that `tertulia-hub make-key` made")
      ->required();
  add_broker_options(*command, line->broker);
  command->add_option("--name", line->collect.name, "start of the client ids; one per hub")
      ->capture_default_str();
  command->add_option("--collectors", line->collect.collectors, "parallel connections")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  command->add_option("--batch", line->collect.batch.count, "most rows in one transaction")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  command->add_option("--batch-ms", line->batch_milliseconds, "longest wait for a batch to fill")
      ->check(CLI::Range(1, 60'000))
      ->capture_default_str();
  return {{command, [line] { return run(*line); }}, add_restored(app), add_mix(app)};
}

}  // namespace tertulia::hub
