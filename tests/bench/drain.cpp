// SPDX-License-Identifier: Apache-2.0
// tertulia_drain FILE PORT PASSWORD_FILE HUB_KEY: keeper and courier of a device, as the appliance runs them
// but without a screen, until nothing of the outbox in FILE waits. Prints "NAME NUMBER" lines: rows per
// second from the moment the hub is there, and what that took of this process's memory and disk.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "drivers/linux/clock.h"
#include "drivers/linux/device.h"
#include "drivers/mosquitto/mosquitto_broker.h"
#include "drivers/sqlite/sqlite_store.h"
#include "firmware/app/courier/courier.h"
#include "firmware/app/keeper/keeper.h"
#include "tests/bench/process_figures.h"

namespace {

using namespace tertulia;
using SteadyClock = std::chrono::steady_clock;
using Span = std::chrono::duration<double>;

constexpr std::chrono::seconds kPatience{600};
constexpr std::chrono::milliseconds kLookAgain{5};

// Main's part: it reads what it is told. How long it took from the moment the hub was there.
Result<Span> watch(MainBox& main) {
  const auto begun = SteadyClock::now();
  auto online = begun;
  while (SteadyClock::now() - begun < kPatience) {
    for (const ToMain& word : main.drain()) {
      if (const auto* failed = std::get_if<to_main::StoreFailed>(&word)) return Error{failed->message};
      const auto* link = std::get_if<to_main::LinkChanged>(&word);
      if (link != nullptr && link->link == Link::kOnline) online = SteadyClock::now();
      const auto* changed = std::get_if<to_main::CountsChanged>(&word);
      if (changed != nullptr && changed->counts.waiting == 0) return Span(SteadyClock::now() - online);
    }
    std::this_thread::sleep_for(kLookAgain);
  }
  return Error{"rows still wait"};
}

Outcome drain(const std::string& file, int port, const std::string& password, const std::string& key) {
  LinuxDevice device(".");
  const wire::Origin origin{"peer-exchange", "tertulia-1"};
  TRY(auto opened, SqliteStore::open(file, {origin, device, Budgets{}, 0}));
  TRY(const StoreCounts before, opened.store->counts());
  TRY(const SystemClock clock, SystemClock::open());
  const MosquittoLibrary library;
  TRY(const auto broker, MosquittoBroker::open(library));
  CourierSettings settings;
  settings.origin = origin;
  settings.address.port = port;
  settings.address.client_id = origin.device;
  settings.address.username = std::string("device");
  settings.address.password = bench::first_line(password);
  settings.epoch = opened.store->epoch();
  TRY(const wire::PublicKey hub_key, wire::PublicKey::parse(key));
  settings.hub_keys = {hub_key};
  settings.log = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); };

  MainBox main(4096);
  CourierBox to_courier(1024, [&broker] { broker->wake(); });
  KeeperBox to_keeper(1024);
  const std::uint64_t written = bench::bytes_written();
  std::thread keeper([&] { run_keeper(*opened.store, {to_keeper, main, to_courier}); });
  std::thread courier([&] { run_courier(*broker, clock, settings, {to_courier, to_keeper, main}); });
  const auto drained = watch(main);
  to_courier.close();
  courier.join();
  to_keeper.close();
  keeper.join();
  TRY(const StoreCounts after, opened.store->counts());
  opened.store.reset();
  if (!drained.ok()) return drained.error();
  const double seconds = drained.value().count();
  std::printf("rate %.0f\nseconds %.2f\n", static_cast<double>(before.waiting) / seconds, seconds);
  std::printf("rows %llu\nacknowledged %llu\n", static_cast<unsigned long long>(before.waiting),
              static_cast<unsigned long long>(after.acknowledged));
  std::printf("written %llu\npeak_kb %llu\n",
              static_cast<unsigned long long>(bench::bytes_written() - written),
              static_cast<unsigned long long>(bench::peak_kilobytes()));
  return Done{};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return EXIT_FAILURE;
  const auto outcome = drain(argv[1], std::atoi(argv[2]), argv[3], argv[4]);
  if (outcome.ok()) return EXIT_SUCCESS;
  std::fprintf(stderr, "%s\n", outcome.error().message.c_str());
  return EXIT_FAILURE;
}
